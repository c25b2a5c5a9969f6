//! Standards: resolutions and treaties with their provisions.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Category, Date, Name, Place};

/// A standard: a declaration, a body of principles or a treaty, with its provisions. Topics are in the catalogue's own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Standard {
    /// The symbol of the document that adopted it, such as `A/RES/40/34`.
    pub symbol: String,
    /// Its title.
    pub title: String,
    /// What to call it in running text.
    pub short: String,
    /// The day of its adoption.
    pub adopted: Option<Date>,
    /// The category of resolution 2003/30 that it belongs to.
    pub category: Option<Category>,
    /// Its parts, headings and provisions, in order.
    pub provisions: Vec<Provision>,
}

/// A provision, or a part or heading that holds provisions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Provision {
    /// What it is.
    pub kind: ProvisionKind,
    /// Its whole number, such as `6(a)`; empty for a heading, the letter or number of a part.
    pub number: String,
    /// Its topic in the catalogue's own words, or the title of the part.
    pub topic: String,
    /// Keys of the topics it is about.
    pub topics: Vec<String>,
    /// How far it obliges.
    pub obligation: Obligation,
    /// How far the entry has been compared with the document.
    pub verified: Verification,
    /// Sub-provisions, or the provisions of the part.
    pub inner: Vec<Provision>,
}

/// What an entry of a catalogue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProvisionKind {
    /// A part with a letter or number of its own.
    Part,
    /// A heading.
    Heading,
    /// A paragraph, article or letter that can be cited.
    Provision,
}

/// How far a provision obliges those it speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Obligation {
    /// Binding.
    Shall,
    /// Binding to consider.
    ShallConsider,
    /// Recommended.
    #[default]
    Should,
    /// Left open.
    May,
    /// Nothing to apply: a definition, a purpose, a preamble.
    None,
}

/// How far an entry of a catalogue has been compared with the document it describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// Read in the document.
    Seen,
    /// From general knowledge, not read again.
    Memory,
    /// Not certain.
    #[default]
    Uncertain,
}

/// The number of a provision, such as `6(a)` or `4.11(b)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ProvisionRef(pub String);

impl fmt::Display for ProvisionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Provisions of one standard that something cites: one, or a range from first to last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// The short name that the instrument gives to the standard.
    pub standard: Name,
    /// The first provision.
    pub first: ProvisionRef,
    /// The last one; the first if only one is cited.
    pub last: ProvisionRef,
    /// Every citable provision in the range that has none below it, in the order of the standard.
    pub provisions: Vec<ProvisionRef>,
    /// Where it was written.
    #[serde(skip)]
    pub place: Place,
}

impl Standard {
    /// Every provision that can be cited, in order, those with letters below them included.
    pub fn citable(&self) -> Vec<&Provision> {
        let mut found = Vec::new();
        collect(&self.provisions, &mut found);
        found
    }

    /// The provision with the number `number`.
    pub fn find(&self, number: &str) -> Option<&Provision> {
        self.citable().into_iter().find(|provision| provision.number == number)
    }

    /// The provisions without any below them that oblige somebody to something.
    pub fn operative(&self) -> Vec<&Provision> {
        self.citable().into_iter().filter(|it| it.is_leaf() && it.obligation != Obligation::None).collect()
    }
}

impl Provision {
    /// Whether no other provision stands below it.
    pub fn is_leaf(&self) -> bool {
        self.inner.is_empty()
    }
}

fn collect<'a>(provisions: &'a [Provision], found: &mut Vec<&'a Provision>) {
    for provision in provisions {
        if provision.kind == ProvisionKind::Provision {
            found.push(provision);
        }
        collect(&provision.inner, found);
    }
}
