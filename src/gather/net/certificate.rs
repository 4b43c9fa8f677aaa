//! What a certificate says.

use codesent_checks::facts::Certificate;
use codesent_checks::read::plist::hexadecimal;
use rustls::pki_types::CertificateDer;
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::FromDer;
use x509_parser::x509::X509Name;

/// Names beyond these are not kept.
const NAMES: usize = 20;
/// Longer texts are no names.
const LENGTH: usize = 200;

/// Reads one. What cannot be read is left empty; the fingerprint is always there.
pub(super) fn read(der: &CertificateDer<'_>) -> Certificate {
    let digest = ring::digest::digest(&ring::digest::SHA256, der);
    let sha256 = hexadecimal(digest.as_ref());
    let Ok((_, parsed)) = X509Certificate::from_der(der) else {
        return Certificate { sha256, unreadable: true, ..Certificate::default() };
    };
    Certificate {
        subject: common_name(parsed.subject()),
        subject_organisation: organisation(parsed.subject()),
        issuer: common_name(parsed.issuer()),
        issuer_organisation: organisation(parsed.issuer()),
        not_before: parsed.validity().not_before.timestamp(),
        not_after: parsed.validity().not_after.timestamp(),
        names: names(&parsed),
        sha256,
        unreadable: false,
    }
}

fn common_name(name: &X509Name<'_>) -> String {
    name.iter_common_name().find_map(|part| part.as_str().ok()).map(short).unwrap_or_default()
}

fn organisation(name: &X509Name<'_>) -> String {
    name.iter_organization().find_map(|part| part.as_str().ok()).map(short).unwrap_or_default()
}

fn names(parsed: &X509Certificate<'_>) -> Vec<String> {
    let Ok(Some(extension)) = parsed.subject_alternative_name() else { return Vec::new() };
    let dns = extension.value.general_names.iter().filter_map(|name| match name {
        GeneralName::DNSName(name) => Some(short(name)),
        _ => None,
    });
    dns.take(NAMES).collect()
}

fn short(text: &str) -> String {
    text.chars().take(LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_still_has_a_fingerprint() {
        let read = read(&CertificateDer::from(b"nonsense".as_slice()));
        assert_eq!(read.sha256.len(), 64);
        assert!(read.unreadable && read.issuer_organisation.is_empty());
    }
}
