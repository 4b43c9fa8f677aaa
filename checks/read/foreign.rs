//! Names that somebody else gave: a certificate's organisation, a VPN's, an extension's, a packet filter's anchor. A hostile
//! Wi-Fi chooses them as it likes, so none is ever said as a sentence of ours: a product that is known is called by our own
//! name for it, anything else stands in quotes, short, and without a number that could be called.

use super::products::Product;
use super::quoted::quoted;
use std::fmt;

/// What redaction puts where somebody named a thing that is no known product, before a number, and what the thing is. Who
/// reads `vpn-1` is told of "a VPN". The ids of extensions hold the word that tells their role.
pub const THINGS: &[(&str, &str)] = &[
    ("vpn-", "a VPN"),
    ("anchor-", "some program"),
    ("unknown.packettunnel-", "a VPN"),
    ("unknown.contentfilter-", "a filter"),
    ("unknown.dnsproxy-", "a DNS filter"),
    ("unknown.transparentproxy-", "a proxy extension"),
    ("unknown.security-", "security software"),
    ("unknown.driver-", "a driver"),
    ("unknown.extension-", "an extension"),
];

/// What it is that redaction took the name of.
pub fn thing(text: &str) -> Option<&'static str> {
    let numbered = |stem: &str| {
        text.strip_prefix(stem).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    THINGS.iter().find(|(stem, _)| numbered(stem)).map(|(_, words)| *words)
}

/// Who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A product that is known.
    Product(&'static Product),
    /// What somebody else calls it, as it was read.
    Foreign(String),
}

impl Named {
    /// The product where one is known; else the text.
    pub fn new(product: Option<&'static Product>, text: impl Into<String>) -> Self {
        product.map_or_else(|| Self::Foreign(text.into()), Self::Product)
    }

    /// The product, where it is one.
    pub fn product(&self) -> Option<&'static Product> {
        match self {
            Self::Product(product) => Some(product),
            Self::Foreign(_) => None,
        }
    }
}

/// Our own name, or the foreign one in quotes; what the thing is where its name was taken.
impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Product(product) => f.write_str(product.name),
            Self::Foreign(text) => f.write_str(thing(text).unwrap_or(&quoted(text))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::products;
    use crate::read::quoted::{DIGITS, LONGEST, place_in_words};
    use proptest::prelude::*;

    #[test]
    fn a_place_is_an_address_or_a_quoted_name() {
        assert_eq!(place_in_words("127.0.0.1:7897"), "127.0.0.1:7897");
        assert_eq!(place_in_words("::1:3128"), "::1:3128");
        assert_eq!(place_in_words("proxy.example:8080"), "\u{201c}proxy.example:8080\u{201d}");
        let hostile = place_in_words("call-18005550134-now.example:99");
        assert!(
            !hostile.contains("555") && hostile.starts_with('\u{201c}') && hostile.ends_with(":99\u{201d}"),
            "{hostile}"
        );
        assert_eq!(place_in_words("call me at:18005550134"), "\u{201c}call me at\u{2026}\u{201d}");
    }

    #[test]
    fn known_products_have_our_name_and_others_stand_in_quotes() {
        let nord = Named::new(products::by_name("NordVPN"), "Apple Support");
        assert_eq!((nord.to_string().as_str(), nord.product().map(|one| one.name)), ("NordVPN", Some("NordVPN")));
        assert_eq!(Named::new(None, "Acme Guard").to_string(), "\u{201c}Acme Guard\u{201d}");
        assert_eq!(Named::new(None, " \u{1b}\n").to_string(), "something without a name");
        assert_eq!(Named::new(None, "vpn-12").to_string(), "a VPN");
        assert_eq!(Named::new(None, "vpn-of-jane").to_string(), "\u{201c}vpn-of-jane\u{201d}");
    }

    #[test]
    fn no_number_can_be_called_and_no_sentence_is_told() {
        let hostile = "Apple Support: call +1 (800) 555-0100 and read the code to the person who answers";
        assert_eq!(quoted(hostile), "\u{201c}Apple Support: call \u{2026} and read the code\u{2026}\u{201d}");
        assert_eq!(quoted("Ring 0\u{660}1 2\"3\u{201d}4"), "\u{201c}Ring \u{2026}\u{201d}");
        assert_eq!(quoted("Office 365 VPN 2"), "\u{201c}Office 365 VPN 2\u{201d}");
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_short_quoted_and_without_numbers(text in "\\PC{0,80}|[0-9 +().a-z\u{201d}-]{0,80}") {
            let shown = quoted(&text);
            prop_assert!(shown.chars().count() <= LONGEST + 2);
            let inside = shown.trim_start_matches('\u{201c}').trim_end_matches('\u{201d}');
            let marked = inside.contains(['"', '\u{201c}', '\u{201d}', '\n']);
            prop_assert!(!marked);
            let mut run = 0;
            for letter in inside.chars() {
                run = if letter.is_numeric() { run + 1 } else if letter.is_alphanumeric() { 0 } else { run };
                prop_assert!(run < DIGITS, "{shown}");
            }
        }
    }
}
