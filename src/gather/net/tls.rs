//! A TLS handshake that keeps what the server showed, whether or not it can be trusted.
//!
//! The verifier only records. Trust is judged afterwards ([`super::trust`]): macOS may go to the network for that and has
//! no time limit of its own, and a handshake that was refused would not tell whose certificate it was.

use super::connect::{Deadlined, is_timeout, millis};
use super::line::Line;
use super::lock;
use crate::gather::budget::{Budget, TLS};
use crate::gather::now;
use codesent_checks::Miss;
use codesent_checks::facts::HandshakeFailure;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{ResolvesClientCert, Resumption};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::sign::CertifiedKey;
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, InvalidMessage, SignatureScheme};
use std::io::{self, ErrorKind};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// Longer chains are cut off here.
const LONGEST: usize = 10;

/// What the server showed.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Its certificates, its own first.
    pub chain: Vec<CertificateDer<'static>>,
    /// A stapled statement that the certificate is still good.
    pub ocsp: Vec<u8>,
}

/// A finished handshake.
pub(super) struct Shook {
    pub shown: Shown,
    /// `TLSv1.3`.
    pub version: String,
    pub ms: u64,
    /// To go on with.
    pub connection: ClientConnection,
    pub stream: Deadlined,
}

#[derive(Debug)]
struct Recorder {
    provider: Arc<CryptoProvider>,
    shown: Mutex<Shown>,
    asked_for_ours: AtomicBool,
}

impl Recorder {
    fn new(provider: &Arc<CryptoProvider>) -> Arc<Self> {
        let (shown, asked_for_ours) = (Mutex::default(), AtomicBool::new(false));
        Arc::new(Self { provider: Arc::clone(provider), shown, asked_for_ours })
    }
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        own: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        ocsp: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let chain = std::iter::once(own).chain(others).take(LONGEST).map(|one| one.clone().into_owned()).collect();
        *lock(&self.shown) = Shown { chain, ocsp: ocsp.to_vec() };
        Ok(ServerCertVerified::assertion())
    }

    // The signatures are checked: they prove that the server owns the certificate it shows.
    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// Notes that the server asks for a certificate of ours. There is none.
impl ResolvesClientCert for Recorder {
    fn resolve(&self, _: &[&[u8]], _: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.asked_for_ours.store(true, Ordering::Relaxed);
        None
    }

    fn has_certs(&self) -> bool {
        false
    }
}

/// Shakes hands over a standing connection.
pub(super) fn shake(
    stream: TcpStream,
    name: &str,
    provider: &Arc<CryptoProvider>,
    line: &Arc<Line>,
    budget: Budget,
) -> Result<Result<Shook, HandshakeFailure>, Miss> {
    let budget = budget.step(TLS);
    let start = Instant::now();
    let recorder = Recorder::new(provider);
    let mut connection = connection(name, provider, &recorder)?;
    // Small messages must not wait for each other.
    let _ = stream.set_nodelay(true);
    let mut stream = Deadlined { stream, line: Arc::clone(line), budget };
    let mut failure = None;
    while connection.is_handshaking() && failure.is_none() {
        failure = connection.complete_io(&mut stream).err();
    }
    let shown = lock(&recorder.shown).clone();
    // A courier asks for the certificate of a device and hangs up when it gets none. By then it has shown and proved its
    // own, which is all that is wanted of it.
    let refused_only_us = recorder.asked_for_ours.load(Ordering::Relaxed) && !shown.chain.is_empty();
    if let Some(error) = failure
        && connection.is_handshaking()
        && (!refused_only_us || is_timeout(&error))
    {
        if is_timeout(&error) {
            return stream.budget.silence(Err(HandshakeFailure::Stalled));
        }
        // Whoever has chosen a version speaks it, whatever comes then.
        let spoke = connection.protocol_version().is_some() || !shown.chain.is_empty();
        return Ok(Err(failure_of(&error, spoke)));
    }
    let version = connection.protocol_version().map(|version| format!("{version:?}").replace('_', "."));
    Ok(Ok(Shook { shown, version: version.unwrap_or_default(), ms: millis(start.elapsed()), connection, stream }))
}

/// The connection, before anything is sent over it.
fn connection(name: &str, provider: &Arc<CryptoProvider>, recorder: &Arc<Recorder>) -> Result<ClientConnection, Miss> {
    let unusable = |error: &dyn std::fmt::Display| Miss::Unreadable(format!("TLS is not usable: {error}"));
    let name = ServerName::try_from(name.to_owned()).map_err(|error| unusable(&error))?;
    let mut config = ClientConfig::builder_with_provider(Arc::clone(provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable(&error))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(recorder) as Arc<dyn ServerCertVerifier>)
        .with_client_cert_resolver(Arc::clone(recorder) as Arc<dyn ResolvesClientCert>);
    // A resumed session would show no certificates.
    config.resumption = Resumption::disabled();
    config.time_provider = Arc::new(now::Clock);
    ClientConnection::new(Arc::new(config), name).map_err(|error| unusable(&error))
}

/// A hello like that of [`shake`], to which a server can only say no.
pub(super) fn hello_to_refuse(name: &str, provider: &Arc<CryptoProvider>) -> Result<Option<Vec<u8>>, Miss> {
    Ok(super::alert::hello(&mut connection(name, provider, &Recorder::new(provider))?))
}

fn failure_of(error: &io::Error, spoke: bool) -> HandshakeFailure {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
        Some(Error::InvalidMessage(
            InvalidMessage::HandshakePayloadTooLarge | InvalidMessage::CertificatePayloadTooLarge,
        )) if spoke => HandshakeFailure::TooLarge,
        Some(Error::InvalidMessage(_)) if !spoke => HandshakeFailure::NotTls,
        Some(Error::AlertReceived(alert)) => HandshakeFailure::Tls(format!("the server says {alert:?}")),
        Some(error) => HandshakeFailure::Tls(error.to_string().chars().take(120).collect()),
        None => match error.kind() {
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::NotConnected => HandshakeFailure::Cut,
            kind => HandshakeFailure::Tls(kind.to_string()),
        },
    }
}
