//! What a failed handshake says, in words.

use crate::facts::HandshakeFailure;

/// One clause.
pub fn in_words(failure: &HandshakeFailure) -> String {
    match failure {
        HandshakeFailure::Lookup(outcome) => outcome.to_string(),
        HandshakeFailure::Connect => "no connection".into(),
        HandshakeFailure::Proxy(what) => format!("the proxy refused ({what})"),
        HandshakeFailure::Stalled => "connected, then silence".into(),
        HandshakeFailure::Cut => "connected, then cut off".into(),
        HandshakeFailure::NotTls => "something else than TLS answered".into(),
        HandshakeFailure::Tls(what) => format!("TLS failed ({what})"),
    }
}
