//! Whose certificates Apple's servers show, and what it means when it is somebody else's.
//!
//! Apple uses its own authorities (public and private ones, all with the organisation "Apple Inc.") and a few public ones;
//! seen in public code up to October 2026, see [`crate::hosts`]. A root that a company or a program has installed makes
//! macOS trust what Apple's daemons still refuse ("Apple services will fail any connection that uses HTTPS Interception",
//! Apple 101555), so trust alone proves nothing: the issuer is what tells.

use super::foreign::Named;
use super::products::{Kind, PRODUCTS};
use crate::facts::{Certificate, Shaken, Trust};

/// Authorities that were seen on Apple's hosts, or on hosts that deliver for Apple. Lower case, without punctuation.
const USED: &[&str] = &[
    "akamai technologies",
    "akamai technologies inc",
    "amazon",
    "apple inc",
    "comodo ca limited",
    "digicert inc",
    "microsoft corporation",
    "sectigo limited",
    "the usertrust network",
];

/// Other authorities that systems trust from the start. One of them on an Apple host is odd, but no inspection: none of
/// them issues certificates to inspect with.
const PUBLIC: &[&str] = &[
    "actalis spa",
    "asseco data systems sa",
    "buypass as-983163327",
    "certainly",
    "china financial certification authority",
    "cloudflare inc",
    "deutsche telekom security gmbh",
    "emudhra technologies limited",
    "entrust inc",
    "entrust limited",
    "geotrust inc",
    "globalsign nv-sa",
    "godaddycom inc",
    "google trust services",
    "google trust services llc",
    "hellenic academic and research institutions ca",
    "identrust",
    "internet security research group",
    "lets encrypt",
    "network solutions llc",
    "quovadis limited",
    "secom trust systems coltd",
    "sectigo (europe) sl",
    "ssl corp",
    "ssl corporation",
    "starfield technologies inc",
    "swisssign ag",
    "telia company ab",
    "thawte inc",
    "trustasia technologies inc",
    "trustwave holdings inc",
    "viking cloud inc",
    "zerossl",
];

/// What a finished handshake shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Trusted, and issued by an authority that Apple uses.
    Genuine,
    /// Trusted, and issued by another public authority.
    OddIssuer(Named),
    /// Issued by somebody who stands on the way.
    Inspected(Named),
    /// Apple's own authority, which this machine does not know because it is no Mac.
    RootNotCarried,
    /// An authority that Apple uses, yet this Mac does not trust it.
    Untrusted(String),
    /// Past its end.
    Expired,
    /// Before its start.
    NotYetValid,
    /// For other names: another server answers.
    OtherServer(Option<Named>),
    /// Taken back.
    Revoked,
    /// macOS did not decide in time.
    Undecided,
    /// Of a form that cannot be read here, so nobody can say whose it is. Whether this Mac trusts it.
    Unreadable(bool),
}

/// Judges what was shown. `on_a_mac`: whether Apple's own root should be there.
pub fn finding(shaken: &Shaken, on_a_mac: bool) -> Finding {
    let Some(own) = shaken.chain.first() else { return Finding::Untrusted("no certificate was shown".into()) };
    if own.unreadable {
        return Finding::Unreadable(shaken.trust == Trust::Trusted);
    }
    if is_gateway(shaken) {
        return Finding::Inspected(name_of(own));
    }
    let issuer = plain(&own.issuer_organisation);
    let used = USED.contains(&issuer.as_str());
    let known = used || PUBLIC.contains(&issuer.as_str());
    match &shaken.trust {
        Trust::Trusted if used => Finding::Genuine,
        Trust::Trusted if known => Finding::OddIssuer(name_of(own)),
        Trust::WrongName => {
            let name = own.names.first().unwrap_or(&own.subject);
            Finding::OtherServer((!name.is_empty()).then(|| Named::Foreign(name.clone())))
        }
        Trust::Undecided if known => Finding::Undecided,
        Trust::Revoked if known => Finding::Revoked,
        Trust::Expired if known => Finding::Expired,
        Trust::NotYetValid if known => Finding::NotYetValid,
        Trust::UnknownIssuer | Trust::Refused(_) if issuer == "apple inc" && !on_a_mac => Finding::RootNotCarried,
        Trust::UnknownIssuer if known => Finding::Untrusted("it leads to no root that is trusted here".into()),
        Trust::Refused(why) if known => Finding::Untrusted(why.clone()),
        _ => Finding::Inspected(name_of(own)),
    }
}

/// Whether Cloudflare's Gateway signed it: its authorities bear the organisation of the public ones, and other names
/// (developers.cloudflare.com: “Gateway CA - Cloudflare Managed G1 …”, “Cloudflare for Teams ECC Certificate Authority”,
/// “Gateway Intermediate ECC Certificate Authority”).
fn is_gateway(shaken: &Shaken) -> bool {
    let [first, rest @ ..] = shaken.chain.as_slice() else { return false };
    let names = [&first.issuer].into_iter().chain(rest.iter().flat_map(|one| [&one.subject, &one.issuer]));
    let gateway = |name: &String| name.contains("Cloudflare for Teams") || name.starts_with("Gateway ");
    plain(&first.issuer_organisation).starts_with("cloudflare") && names.into_iter().any(gateway)
}

/// Who issued `own`: a product's name where the issuer's organisation begins with it, else the organisation itself.
fn name_of(own: &Certificate) -> Named {
    let said = [&own.issuer_organisation, &own.issuer].into_iter().find(|text| !text.trim().is_empty());
    let Some(said) = said else { return Named::Foreign(String::new()) };
    let plain_said = plain(said);
    // "AO Kaspersky Lab" (keybase/client 7228).
    let plain_said = LEGAL_FORMS.iter().find_map(|form| plain_said.strip_prefix(form)).unwrap_or(&plain_said);
    let product = PRODUCTS.iter().find(|product| {
        plain_said
            .strip_prefix(plain(product.name).as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            // A debugging proxy runs where somebody sits before it, and signs in its maker's name.
            || product.kind == Kind::WebProxy && product.is_made_by(said)
    });
    Named::new(product, said.trim())
}

/// What stands before a company's name in some countries.
const LEGAL_FORMS: &[&str] = &["ao ", "ooo ", "pjsc ", "pt ", "the ", "zao "];

/// Lower case, without the punctuation that differs from certificate to certificate.
fn plain(organisation: &str) -> String {
    let kept: String = organisation.chars().filter(|letter| !['.', ',', '\'', '\u{2019}'].contains(letter)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::products::by_name;

    fn shown(organisation: &str, trust: Trust) -> Shaken {
        let own = Certificate {
            issuer: "Some CA".into(),
            issuer_organisation: organisation.into(),
            names: vec!["portal.example".into()],
            ..Certificate::default()
        };
        Shaken { version: "TLSv1.3".into(), chain: vec![own], trust, ms: 1 }
    }

    fn of(organisation: &str, trust: Trust) -> Finding {
        finding(&shown(organisation, trust), true)
    }

    #[test]
    fn apple_and_its_suppliers_are_genuine() {
        for name in ["Apple Inc.", "DigiCert Inc", "DigiCert, Inc.", "Sectigo Limited"] {
            assert_eq!(of(name, Trust::Trusted), Finding::Genuine, "{name}");
        }
        assert_eq!(of("Let's Encrypt", Trust::Trusted), Finding::OddIssuer(Named::Foreign("Let's Encrypt".into())));
    }

    #[test]
    fn inspection_is_named_whether_trusted_or_not() {
        for trust in [Trust::Trusted, Trust::UnknownIssuer, Trust::Expired, Trust::Refused("x".into())] {
            assert_eq!(of("Acme Security", trust), Finding::Inspected(Named::Foreign("Acme Security".into())));
        }
        assert_eq!(of("Zscaler Inc.", Trust::Trusted), Finding::Inspected(Named::new(by_name("Zscaler"), "x")));
        let kaspersky = Finding::Inspected(Named::new(by_name("Kaspersky"), "x"));
        assert_eq!(of("AO Kaspersky Lab", Trust::Trusted), kaspersky);
        assert_eq!(of("", Trust::UnknownIssuer), Finding::Inspected(Named::Foreign("Some CA".into())));
        assert_eq!(
            of("Apple Inc. Inspection", Trust::Trusted),
            Finding::Inspected(Named::Foreign("Apple Inc. Inspection".into()))
        );
    }

    #[test]
    fn a_gateway_that_bears_a_public_name_inspects() {
        let chain = |issuer: &str, above: &str| {
            let mut found = shown("Cloudflare, Inc.", Trust::Trusted);
            found.chain[0].issuer = issuer.into();
            found.chain.push(Certificate { issuer: above.into(), ..Certificate::default() });
            finding(&found, true)
        };
        let inspected = Finding::Inspected(Named::Foreign("Cloudflare, Inc.".into()));
        assert_eq!(chain("Gateway CA - Cloudflare Managed G1 0a1b", ""), inspected);
        assert_eq!(chain("", "Cloudflare for Teams ECC Certificate Authority"), inspected);
        let public = Finding::OddIssuer(Named::Foreign("Cloudflare, Inc.".into()));
        assert_eq!(chain("Cloudflare TLS Issuing ECC CA 1", "SSL.com TLS Transit ECC CA R2"), public);
        assert_eq!(of("XK72 Ltd", Trust::Trusted), Finding::Inspected(Named::new(by_name("Charles"), "x")));
    }

    #[test]
    fn what_cannot_be_read_is_nobodys() {
        let own = Certificate { unreadable: true, ..Certificate::default() };
        for (trust, trusted) in [(Trust::Trusted, true), (Trust::UnknownIssuer, false), (Trust::Undecided, false)] {
            let shaken = Shaken { chain: vec![own.clone()], ..shown("", trust) };
            assert_eq!(finding(&shaken, true), Finding::Unreadable(trusted));
        }
    }

    #[test]
    fn another_system_does_not_carry_apples_root() {
        let shown = shown("Apple Inc.", Trust::UnknownIssuer);
        assert_eq!(finding(&shown, false), Finding::RootNotCarried);
        assert!(matches!(finding(&shown, true), Finding::Untrusted(_)));
    }

    #[test]
    fn dates_names_and_delays_are_told_apart() {
        assert_eq!(of("Apple Inc.", Trust::Expired), Finding::Expired);
        assert_eq!(of("Apple Inc.", Trust::NotYetValid), Finding::NotYetValid);
        assert_eq!(of("Apple Inc.", Trust::Undecided), Finding::Undecided);
        assert_eq!(of("Hotel", Trust::WrongName), Finding::OtherServer(Some(Named::Foreign("portal.example".into()))));
        let empty = Shaken { chain: Vec::new(), ..shown("", Trust::Trusted) };
        assert!(matches!(finding(&empty, true), Finding::Untrusted(_)));
    }
}
