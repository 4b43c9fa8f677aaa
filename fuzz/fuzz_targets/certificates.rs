//! Certificates: those of inspection boxes are odd, and a hostile network shows what it likes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rustls::pki_types::CertificateDer;

#[path = "../../src/gather/net/certificate.rs"]
mod certificate;

fuzz_target!(|bytes: &[u8]| {
    let read = certificate::read(&CertificateDer::from(bytes));
    assert_eq!(read.sha256.len(), 64);
    assert!(read.names.len() <= 20 && read.names.iter().all(|name| name.chars().count() <= 200));
});
