//! When a question is asked: most always, some only where an earlier answer calls for them, or somebody does.

use super::{Question, Through};
use crate::hosts::is_in_china;

/// What has to be so before a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Nothing.
    Always,
    /// The system has a proxy set.
    ProxyIsSet,
    /// A person or a profile has set where a script lies that chooses proxies.
    ScriptIsSet,
    /// That script names so many proxies.
    ScriptNamesOne,
    /// The system's resolver finds no address for the name.
    NameFails,
    /// The region of this Mac is China mainland.
    InChina,
    /// Somebody lets it leave the VPN.
    PastVpn,
    /// Somebody wants it.
    Deep,
}

impl When {
    /// As a clause; none where it is always asked.
    pub const fn in_words(self) -> Option<&'static str> {
        Some(match self {
            Self::Always => return None,
            Self::ProxyIsSet => "asked only if one is set",
            Self::ScriptIsSet => "asked only if somebody has set where one lies",
            Self::ScriptNamesOne => "asked only if it names so many",
            Self::NameFails => "asked only if macOS finds no address for it",
            Self::InChina => "asked only if this Mac\u{2019}s region is China mainland",
            Self::PastVpn => "asked with --past-vpn only",
            Self::Deep => "asked with --deep only, or where this check is named",
        })
    }
}

impl Question {
    /// When it is asked.
    pub fn when(&self) -> When {
        match self {
            Self::Handshake(to) if is_in_china(to.host) => When::InChina,
            Self::Handshake(to) => match to.through {
                Through::Direct => When::Always,
                Through::SystemProxy => When::ProxyIsSet,
                Through::ScriptProxy(_) => When::ScriptNamesOne,
                Through::PastTunnel => When::PastVpn,
            },
            Self::ProxyScript => When::ScriptIsSet,
            Self::LookupOwn(_) => When::NameFails,
            Self::Log => When::Deep,
            Self::Interfaces
            | Self::Processes
            | Self::Command(_)
            | Self::Preferences(_)
            | Self::File(_)
            | Self::Folder(_)
            | Self::Database(_)
            | Self::Lookup(_)
            | Self::LookupVia { .. }
            | Self::Fetch(_)
            | Self::Clock(_) => When::Always,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::all;
    use crate::hosts::{IDMSA, IN_CHINA};
    use std::collections::BTreeSet;

    /// A name of China's in a question that is always asked would tell it of Macs that have nothing to do with it.
    #[test]
    fn china_is_asked_by_nothing_that_is_always_asked() {
        let mut seen = BTreeSet::new();
        for question in all().flat_map(crate::Check::questions) {
            if question.key().contains(".cn") {
                assert_eq!(question.when(), When::InChina, "{}", question.key());
                seen.insert(question.key());
            }
        }
        assert_eq!(seen.len(), IN_CHINA.len());
    }

    #[test]
    fn what_is_not_always_asked_says_when() {
        let proxy = IDMSA.handshake().by_proxy().question();
        assert_eq!(
            proxy.in_words(),
            "makes a TLS handshake with idmsa.apple.com:443 through the system proxy and hangs up; asked only if one is set"
        );
        for question in all().flat_map(crate::Check::questions) {
            assert_eq!(question.in_words().contains("; asked "), question.when() != When::Always, "{}", question.key());
        }
    }
}
