//! The standards and shared libraries that ship with Enquire, written in the language itself.
//!
//! The texts are compiled with the instruments that use them. Provisions whose `verified` is not `seen` have not been compared with the
//! documents; outputs say so.

use enquire_compiler::Shipped;

macro_rules! shipped {
    ($name:ident: $doc:literal { $($key:literal => $file:literal,)* }) => {
        #[doc = $doc]
        const $name: &[(&str, Shipped)] = &[
            $(($key, Shipped { path: concat!("enquire:", $file), text: include_str!(concat!("../", $file)) }),)*
        ];
    };
}

shipped! { STANDARDS: "Catalogues by the symbol of their standard." {
    "A/RES/40/34" => "standards/a_res_40_34.enq",
    "E/RES/2005/20" => "standards/e_res_2005_20.enq",
} }

shipped! { LIBRARIES: "Libraries by name." {
    "un_blocks" => "libraries/un_blocks.enq",
} }

/// The catalogue of the standard `symbol`.
pub fn standard(symbol: &str) -> Option<Shipped> {
    find(STANDARDS, symbol)
}

/// The library `name`.
pub fn library(name: &str) -> Option<Shipped> {
    find(LIBRARIES, name)
}

/// The symbols of all standards, sorted.
pub fn standards() -> impl Iterator<Item = &'static str> {
    STANDARDS.iter().map(|(symbol, _)| *symbol)
}

/// The names of all libraries, sorted.
pub fn libraries() -> impl Iterator<Item = &'static str> {
    LIBRARIES.iter().map(|(name, _)| *name)
}

fn find(all: &[(&str, Shipped)], key: &str) -> Option<Shipped> {
    all.iter().find(|(known, _)| *known == key).map(|(_, shipped)| *shipped)
}
