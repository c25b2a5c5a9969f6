//! Ways to write a number.

use enquire_model::Scheme;

/// The number `count`, counted from 1, as `scheme` writes it; nothing for a scheme without numbers.
pub fn write_number(scheme: Scheme, count: u32) -> Option<String> {
    match scheme {
        Scheme::Roman => Some(roman(count)),
        Scheme::Upper => Some(letters(count, 'A')),
        Scheme::Arabic => Some(count.to_string()),
        Scheme::Lower => Some(format!("({})", letters(count, 'a'))),
        Scheme::LowerRoman => Some(format!("({})", roman(count).to_lowercase())),
        Scheme::None => None,
    }
}

/// A number below another: `II` and `A` give `II.A`, `4` and `(a)` give `4 (a)`.
pub(crate) fn join(above: &str, own: &str) -> String {
    if above.is_empty() {
        own.to_owned()
    } else if own.starts_with('(') {
        format!("{above} {own}")
    } else {
        format!("{above}.{own}")
    }
}

/// A roman number in capital letters.
fn roman(count: u32) -> String {
    const FIGURES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count;
    let mut written = String::new();
    for (value, figure) in FIGURES {
        while rest >= value {
            written.push_str(figure);
            rest -= value;
        }
    }
    written
}

/// A letter; after the last one letters are doubled, as in `(aa)`, `(bb)`.
fn letters(count: u32, first: char) -> String {
    let index = count.saturating_sub(1);
    let letter = char::from_u32(u32::from(first) + index % 26).unwrap_or(first);
    let times = usize::try_from(index / 26 + 1).unwrap_or(1);
    letter.to_string().repeat(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_every_scheme() {
        let of = |scheme| [1, 4, 9, 26, 27, 44].map(|count| write_number(scheme, count).unwrap_or_default()).join(" ");
        assert_eq!(of(Scheme::Roman), "I IV IX XXVI XXVII XLIV");
        assert_eq!(of(Scheme::Upper), "A D I Z AA RR");
        assert_eq!(of(Scheme::Arabic), "1 4 9 26 27 44");
        assert_eq!(of(Scheme::Lower), "(a) (d) (i) (z) (aa) (rr)");
        assert_eq!(of(Scheme::LowerRoman), "(i) (iv) (ix) (xxvi) (xxvii) (xliv)");
        assert_eq!(write_number(Scheme::None, 3), None);
    }

    #[test]
    fn joins_levels() {
        assert_eq!(join("II", "A"), "II.A");
        assert_eq!(join("4", "(a)"), "4 (a)");
        assert_eq!(join("", "4"), "4");
    }
}
