//! Who or what stands behind a verdict: a product we know, a name that somebody else wrote, or a thing without a name.

use crate::read::foreign::{Named, thing};
use crate::read::products;
use crate::read::quoted::{place_in_words, quoted};
use std::fmt;

/// A name from outside: a certificate's organisation, what a VPN or an extension calls itself. It is never our sentence:
/// shown in quotes, short, and without runs of digits, because whoever chose it may want to be called or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign(String);

impl Foreign {
    /// What somebody wrote.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// To the letter, for programs.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&quoted(&self.0))
    }
}

/// Who or what stands behind a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Culprit {
    /// A product, operator or file by our own name for it.
    Product(&'static str),
    /// Somebody else's name.
    Named(Foreign),
    /// An address in a setting: `proxy.example.com:8080`.
    Address(String),
    /// Something without a name: "a configuration profile", "a proxy program on port 8080".
    Unnamed(String),
}

impl From<Named> for Culprit {
    fn from(named: Named) -> Self {
        match named {
            Named::Product(product) => Self::Product(product.name),
            Named::Foreign(text) => thing(&text).map_or_else(|| Self::Named(Foreign(text.clone())), Self::unnamed),
        }
    }
}

impl Culprit {
    /// A name from outside: one of ours where we know the product, else what somebody wrote.
    pub fn of(name: &str) -> Self {
        Named::new(products::by_name(name), name).into()
    }

    /// Something without a name.
    pub fn unnamed(what: impl Into<String>) -> Self {
        Self::Unnamed(what.into())
    }

    /// To the letter, for programs.
    pub fn text(&self) -> &str {
        match self {
            Self::Product(name) => name,
            Self::Named(name) => name.text(),
            Self::Address(text) | Self::Unnamed(text) => text,
        }
    }

    /// What came from outside, for a redactor. A name of ours stays.
    pub fn text_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Product(_) => None,
            Self::Named(Foreign(text)) | Self::Address(text) | Self::Unnamed(text) => Some(text),
        }
    }

    /// For the middle of a sentence, after which somebody does something: "something that calls itself “X”".
    pub fn in_a_sentence(&self) -> String {
        match self {
            Self::Product(name) => (*name).into(),
            Self::Named(name) => format!("something that calls itself {name}"),
            Self::Address(text) => place_in_words(text),
            Self::Unnamed(text) => text.clone(),
        }
    }

    /// Short, as a name.
    pub fn shown(&self) -> String {
        match self {
            Self::Named(name) => name.to_string(),
            Self::Address(text) => place_in_words(text),
            other => other.text().into(),
        }
    }

    /// Whether it has a name at all.
    pub fn is_named(&self) -> bool {
        !matches!(self, Self::Unnamed(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_products_go_by_our_name() {
        assert_eq!(Culprit::of("LuLu"), Culprit::Product("LuLu"));
        assert_eq!(Culprit::of("Free Wi-Fi").in_a_sentence(), "something that calls itself \u{201c}Free Wi-Fi\u{201d}");
        assert_eq!(Culprit::of("Free Wi-Fi").text(), "Free Wi-Fi");
    }
}
