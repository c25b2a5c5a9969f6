//! Catalogues of standards.

use enquire_diagnostics::codes::{DUPLICATE_CHOICE, DUPLICATE_NAME, UNDEFINED_NAME, UNKNOWN_PROVISION};
use enquire_diagnostics::{Diagnostic, Fix, Span};
use enquire_model::{Obligation, Provision, ProvisionKind, Standard, Verification};
use enquire_syntax::DeclarationKind;
use enquire_syntax::view::{Block, Declaration, Item};

use super::clauses::{PROVISION, STANDARD};
use super::{Kind, Lower, is_own};
use crate::load::Origin;
use crate::suggest;

const OBLIGATIONS: [(&str, Obligation); 5] = [
    ("shall", Obligation::Shall),
    ("shall_consider", Obligation::ShallConsider),
    ("should", Obligation::Should),
    ("may", Obligation::May),
    ("none", Obligation::None),
];

const VERIFICATIONS: [(&str, Verification); 3] =
    [("seen", Verification::Seen), ("memory", Verification::Memory), ("uncertain", Verification::Uncertain)];

/// What inner provisions take over from the one above.
#[derive(Clone, Default)]
struct Inherited {
    number: String,
    topics: Vec<String>,
    obligation: Obligation,
    verified: Verification,
}

impl Lower<'_> {
    /// The standards that the instrument uses, by the names it gives them.
    pub(super) fn standards(&mut self) {
        let program = self.program;
        for used in &program.uses {
            let Some(located) = program.standards.get(&used.symbol) else { continue };
            if self.instrument.standards.contains_key(&used.alias) {
                self.report(
                    Diagnostic::new(
                        &DUPLICATE_NAME,
                        used.span,
                        format!("a standard is already called `{}`", used.alias),
                    )
                    .with_help("give one of them another short name"),
                );
                continue;
            }
            let file = std::mem::replace(&mut self.file, located.file);
            let standard = self.standard(&located.value);
            self.file = file;
            if is_own(Origin::Own) {
                self.out.own.push((Kind::Standard, used.alias.clone(), used.span));
            }
            self.instrument.standards.insert(used.alias.clone(), standard);
        }
    }

    fn standard(&mut self, declaration: &Declaration) -> Standard {
        let head = self.span(declaration.keyword());
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &STANDARD, head);
        let title = clauses.get("title").and_then(|(clause, _)| self.plain(clause, &STANDARD)).unwrap_or_default();
        let short = clauses.get("short").and_then(|(clause, _)| self.plain(clause, &STANDARD));
        let adopted = self.clause(&clauses, "adopted").and_then(|mut cursor| {
            let date = self.date(&mut cursor);
            self.finish(cursor, &STANDARD);
            date
        });
        let category = clauses.get("category").and_then(|(clause, _)| self.category(clause, &STANDARD));
        let provisions = self.provisions(block.as_ref(), &Inherited::default());
        let symbol = declaration.wording().map(|text| text.value()).unwrap_or_default();
        self.check_provisions(&provisions, head);
        Standard { symbol, short: short.unwrap_or_else(|| title.clone()), title, adopted, category, provisions }
    }

    fn provisions(&mut self, block: Option<&Block>, above: &Inherited) -> Vec<Provision> {
        let mut provisions = Vec::new();
        for item in block.into_iter().flat_map(Block::items) {
            let Item::Declaration(declaration) = item else { continue };
            match kind_of(declaration.kind()) {
                Some(kind) => provisions.push(self.provision_entry(&declaration, kind, above)),
                None => self.misplaced(&declaration, STANDARD.owner),
            }
        }
        provisions
    }

    fn provision_entry(&mut self, declaration: &Declaration, kind: ProvisionKind, above: &Inherited) -> Provision {
        let head = self.span(declaration.keyword());
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &PROVISION, head);
        let label = declaration.id().map(|word| word.text().to_owned()).unwrap_or_default();
        let mut own = above.clone();
        let number = match kind {
            ProvisionKind::Heading => String::new(),
            ProvisionKind::Part => label,
            ProvisionKind::Provision => {
                own.number = if label.starts_with('(') { format!("{}{label}", above.number) } else { label };
                own.number.clone()
            }
        };
        if let Some(mut cursor) = self.clause(&clauses, "topics") {
            own.topics =
                self.words(&mut cursor, "write keys of topics with commas").into_iter().map(|it| it.text).collect();
            self.finish(cursor, &PROVISION);
        }
        own.obligation = self.keyword(&clauses, "obligation", &OBLIGATIONS, &PROVISION).unwrap_or(own.obligation);
        own.verified = self.keyword(&clauses, "verified", &VERIFICATIONS, &PROVISION).unwrap_or(own.verified);
        let topic = declaration.wording().map(|text| text.value()).unwrap_or_default();
        let inner = self.provisions(block.as_ref(), &own);
        Provision { kind, number, topic, topics: own.topics, obligation: own.obligation, verified: own.verified, inner }
    }

    /// Reports provisions of one number.
    fn check_provisions(&mut self, provisions: &[Provision], head: Span) {
        let mut seen = std::collections::HashSet::new();
        let mut stack: Vec<&Provision> = provisions.iter().rev().collect();
        while let Some(provision) = stack.pop() {
            if provision.kind == ProvisionKind::Provision && !seen.insert(provision.number.clone()) {
                self.report(
                    Diagnostic::new(
                        &DUPLICATE_CHOICE,
                        head,
                        format!("the provision {} stands twice in this standard", provision.number),
                    )
                    .with_help("number each provision once"),
                );
            }
            stack.extend(provision.inner.iter().rev());
        }
    }

    /// Whether the instrument's standard `alias` has the provision `number`; if not, it is reported.
    pub(super) fn check_provision(&mut self, alias: &str, number: &str, span: Span) -> bool {
        self.out.used.mark(Kind::Standard, alias);
        let Some(standard) = self.instrument.standards.get(alias) else {
            self.undefined_standard(alias, span);
            return false;
        };
        if standard.find(number).is_some() {
            return true;
        }
        let finding = unknown_provision(standard, number, span);
        self.report(finding);
        false
    }

    pub(super) fn undefined_standard(&mut self, alias: &str, span: Span) {
        if self.program.uses.iter().any(|used| used.alias == alias) {
            return;
        }
        let help = suggest::help(
            alias,
            self.instrument.standards.keys().map(String::as_str),
            "say which standards the instrument uses: `use standard \"SYMBOL\" as NAME`",
        );
        self.report(
            Diagnostic::new(&UNDEFINED_NAME, span, format!("no standard is called `{alias}` here")).with_help(help),
        );
    }
}

/// The finding that `standard` has no provision `number`.
pub(super) fn unknown_provision(standard: &Standard, number: &str, span: Span) -> Diagnostic {
    let numbers: Vec<&str> = standard.citable().iter().map(|it| it.number.as_str()).collect();
    let range = match (numbers.first(), numbers.last()) {
        (Some(first), Some(last)) => format!("its provisions run from {first} to {last}"),
        _ => "its catalogue lists no provisions".to_owned(),
    };
    let figures = number.trim_end_matches(|it: char| it.is_ascii_lowercase());
    let lettered = format!("{figures}({})", number.get(figures.len()..).unwrap_or_default());
    if numbers.contains(&lettered.as_str()) {
        return Diagnostic::new(&UNKNOWN_PROVISION, span, format!("the {} has no provision {number}", standard.short))
            .with_help(format!("letters stand in parentheses: `{lettered}`"))
            .with_fix(Fix::safe("put the letter in parentheses").with_edit(span, lettered));
    }
    let base = number.split('(').next().unwrap_or(number);
    let letters: Vec<&str> = numbers.iter().copied().filter(|it| it.starts_with(&format!("{base}("))).collect();
    let help = if letters.is_empty() { range } else { format!("known here: {}", suggest::list(&letters, "and")) };
    Diagnostic::new(&UNKNOWN_PROVISION, span, format!("the {} has no provision {number}", standard.short))
        .with_help(help)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only these are parts of a standard")]
fn kind_of(kind: DeclarationKind) -> Option<ProvisionKind> {
    match kind {
        DeclarationKind::Part => Some(ProvisionKind::Part),
        DeclarationKind::Heading => Some(ProvisionKind::Heading),
        DeclarationKind::Provision => Some(ProvisionKind::Provision),
        _ => None,
    }
}
