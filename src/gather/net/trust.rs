//! Whether this machine trusts a chain: asked of the system itself, or of the roots in `--cacert` and nothing else.

use super::{lock, tls::Shown};
use crate::aside;
use crate::gather::budget::{Budget, TRUST};
use crate::gather::now;
use crate::gather::room;
use anyhow::{Context, Result, bail};
use codesent_checks::facts::{Certificate, Trust};
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, Error, RootCertStore};
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::thread;

/// The longest file of roots. Those of whole systems take some 250 KiB.
const MAX_ROOTS: u64 = 4 * 1024 * 1024;

type Verifier = Arc<dyn ServerCertVerifier>;

/// Judges chains. The system's roots are loaded once, on the first need, on a thread that may take its time.
#[derive(Clone, Debug)]
pub(super) struct Judge {
    provider: Arc<CryptoProvider>,
    verifier: Arc<OnceLock<Result<Verifier, String>>>,
    /// The same chain for the same name is judged once.
    known: Arc<Mutex<HashMap<Case, Trust>>>,
    warm: Arc<AtomicBool>,
}

type Case = (String, Vec<CertificateDer<'static>>);

impl Judge {
    pub(super) fn new(provider: &Arc<CryptoProvider>, cacert: Option<&Path>) -> Result<Self> {
        let verifier = OnceLock::new();
        if let Some(path) = cacert {
            let _ = verifier.set(Ok(by_roots_in(path, provider)?));
        }
        Ok(Self {
            provider: Arc::clone(provider),
            verifier: Arc::new(verifier),
            known: Arc::default(),
            warm: Arc::default(),
        })
    }

    /// Loads the system's roots ahead of their need, while connections are being made: Linux reads a few hundred files.
    pub(super) fn warm_up(&self) {
        if self.warm.swap(true, Ordering::Relaxed) {
            return;
        }
        let ahead = self.clone();
        // Without the thread they are loaded when they are needed.
        let _ = thread::Builder::new().name("roots".into()).spawn(move || {
            ahead.verifier();
        });
    }

    fn verifier(&self) -> &Result<Verifier, String> {
        self.verifier.get_or_init(|| {
            let made = rustls_platform_verifier::Verifier::new(Arc::clone(&self.provider));
            made.map(|verifier| Arc::new(verifier) as Verifier).map_err(|error| error.to_string())
        })
    }

    /// Whether `shown` is trusted for `name`, now.
    pub(super) fn trust(&self, shown: &Shown, chain: &[Certificate], name: &str, budget: Budget) -> Trust {
        let case = (name.to_owned(), shown.chain.clone());
        if let Some(trust) = lock(&self.known).get(&case) {
            return trust.clone();
        }
        let (tell, told) = mpsc::channel();
        let (judge, shown, asked) = (self.clone(), shown.clone(), name.to_owned());
        let work = move || {
            let _ = tell.send(judge.ask(&shown, &asked));
        };
        if thread::Builder::new().name(format!("trust {name}")).stack_size(room::SMALL_STACK).spawn(work).is_err() {
            return Trust::Undecided;
        }
        let Ok(asked) = told.recv_timeout(budget.step(TRUST).left()) else { return Trust::Undecided };
        let now = now::millis().div_euclid(1000);
        let trust = match asked {
            Ok(()) => Trust::Trusted,
            Err(Error::InvalidCertificate(error)) => said(&error, chain, now),
            Err(error) => by_dates(chain, now).unwrap_or_else(|| refused(&error.to_string())),
        };
        lock(&self.known).insert(case, trust.clone());
        trust
    }

    fn ask(&self, shown: &Shown, name: &str) -> Result<(), Error> {
        let verifier = self.verifier().as_ref().map_err(|error| Error::General(error.clone()))?;
        let [own, others @ ..] = shown.chain.as_slice() else {
            return Err(Error::General("no certificate was shown".into()));
        };
        let name = ServerName::try_from(name).map_err(|error| Error::General(error.to_string()))?;
        verifier.verify_server_cert(own, others, &name, &shown.ocsp, now::for_certificates()).map(|_| ())
    }
}

fn said(error: &CertificateError, chain: &[Certificate], now: i64) -> Trust {
    match error {
        CertificateError::UnknownIssuer => Trust::UnknownIssuer,
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => Trust::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => Trust::NotYetValid,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => Trust::WrongName,
        CertificateError::Revoked => Trust::Revoked,
        // macOS reports a certificate out of its dates without a code of its own.
        other => by_dates(chain, now).unwrap_or_else(|| refused(&other.to_string())),
    }
}

fn by_dates(chain: &[Certificate], now: i64) -> Option<Trust> {
    let dated = || chain.iter().filter(|one| one.not_after != 0);
    if dated().any(|one| one.not_after < now) {
        Some(Trust::Expired)
    } else if dated().any(|one| one.not_before > now) {
        Some(Trust::NotYetValid)
    } else {
        None
    }
}

fn refused(text: &str) -> Trust {
    Trust::Refused(text.chars().take(120).collect())
}

fn by_roots_in(path: &Path, provider: &Arc<CryptoProvider>) -> Result<Verifier> {
    let read = || format!("cannot read the certificates in {}", path.display());
    let mut roots = RootCertStore::empty();
    let text = aside::read(path, MAX_ROOTS).with_context(read)?;
    if text.len() as u64 > MAX_ROOTS {
        bail!("{} is too large for a file of certificates", path.display());
    }
    for certificate in CertificateDer::pem_slice_iter(&text) {
        roots.add(certificate.with_context(read)?).with_context(read)?;
    }
    if roots.is_empty() {
        bail!("no certificate in {}", path.display());
    }
    Ok(WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider)).build()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn valid(not_before: i64, not_after: i64) -> Certificate {
        Certificate { not_before, not_after, ..Certificate::default() }
    }

    #[test]
    fn dates_decide_what_the_system_leaves_open() {
        let odd = CertificateError::BadEncoding;
        assert_eq!(said(&odd, &[valid(1, 10)], 11), Trust::Expired);
        assert_eq!(said(&odd, &[valid(1, 20), valid(15, 30)], 11), Trust::NotYetValid);
        assert!(matches!(said(&odd, &[valid(1, 20)], 11), Trust::Refused(_)));
        assert!(matches!(said(&odd, &[], 11), Trust::Refused(_)));
    }

    #[test]
    fn a_file_without_certificates_is_an_error() {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let file = tempfile::NamedTempFile::new().unwrap();
        assert!(Judge::new(&provider, Some(file.path())).is_err());
        assert!(Judge::new(&provider, Some(Path::new("/nonexistent"))).is_err());
        assert!(Judge::new(&provider, Some(Path::new("/"))).is_err());
        // Sparse: it takes no room.
        file.as_file().set_len(60 << 20).unwrap();
        let error = Judge::new(&provider, Some(file.path())).unwrap_err();
        assert!(error.to_string().contains("too large"), "{error}");
        let endless = Judge::new(&provider, Some(Path::new("/dev/zero"))).unwrap_err();
        assert!(endless.to_string().contains("too large"), "{endless}");
    }
}
