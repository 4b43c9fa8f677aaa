//! Why a document was not fetched, in the words of a fetch.

use codesent_checks::facts::{Attempt, Certificate, ConnectOutcome, FetchFailure, HandshakeFailure, Trust};

/// The same failure, as a fetch reports it.
pub(super) fn as_fetch_failure(failure: HandshakeFailure, attempts: &[Attempt]) -> FetchFailure {
    match failure {
        HandshakeFailure::Lookup(outcome) => FetchFailure::Lookup(outcome),
        HandshakeFailure::Connect => FetchFailure::Connect(ConnectOutcome::telling(attempts).1.into()),
        HandshakeFailure::Proxy(what) => FetchFailure::Proxy(what),
        HandshakeFailure::Stalled | HandshakeFailure::Swallowed => FetchFailure::Tls("the handshake stalls".into()),
        HandshakeFailure::Cut => FetchFailure::Tls("cut off while shaking hands".into()),
        HandshakeFailure::NotTls => FetchFailure::Tls("something else than TLS answered".into()),
        HandshakeFailure::Tls(what) => FetchFailure::Tls(what),
        HandshakeFailure::TooLarge => FetchFailure::Tls("its certificates are too large to be read".into()),
    }
}

/// Why a chain is not good enough to read a document over.
pub(super) fn distrust(trust: &Trust, chain: &[Certificate]) -> Option<String> {
    let issuer = chain.first().map_or("nobody", |own| own.issuer_organisation.as_str());
    match trust {
        Trust::Trusted => None,
        Trust::UnknownIssuer => Some(format!("its certificate comes from {issuer}, which is not trusted here")),
        Trust::Expired => Some("its certificate has expired".into()),
        Trust::NotYetValid => Some("its certificate is not valid yet".into()),
        Trust::WrongName => Some("its certificate is for another name".into()),
        Trust::Revoked => Some("its certificate was revoked".into()),
        Trust::Refused(why) => Some(why.clone()),
        Trust::Undecided => Some("its certificate could not be judged in time".into()),
    }
}
