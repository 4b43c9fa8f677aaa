//! Servers on loopback.

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DnType, IsCa, KeyPair, date_time_ymd,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::Arc;
use std::thread;
use tempfile::NamedTempFile;

/// Serves every connection on a thread of its own for the rest of the test.
pub(super) fn tcp(serve: impl Fn(TcpStream) + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let serve = Arc::new(serve);
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let serve = Arc::clone(&serve);
            thread::spawn(move || serve(stream));
        }
    });
    address
}

/// Answers every datagram with what `reply` makes of it.
pub(super) fn udp(reply: impl Fn(&[u8]) -> Option<Vec<u8>> + Send + 'static) -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    thread::spawn(move || {
        let mut buffer = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut buffer) {
            if let Some(answer) = reply(&buffer[..length]) {
                let _ = socket.send_to(&answer, from);
            }
        }
    });
    address
}

/// A port on which nobody listens.
pub(super) fn closed() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// Reads until the end of an HTTP head.
pub(super) fn head(stream: &mut impl Read) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|length| length == 1) {
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

/// A certificate authority.
pub(super) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(super) fn new(organisation: &str) -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, format!("{organisation} Root"));
        params.distinguished_name.push(DnType::OrganizationName, organisation);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// As a file for `--cacert`.
    pub(super) fn file(&self) -> NamedTempFile {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(self.0.pem().as_bytes()).unwrap();
        file
    }

    /// A certificate for `name`, valid in these years.
    pub(super) fn issue(&self, name: &str, years: (i32, i32)) -> Identity {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(years.0, 1, 1);
        params.not_after = date_time_ymd(years.1, 1, 1);
        params.distinguished_name.push(DnType::CommonName, name);
        let key = KeyPair::generate().unwrap();
        let own = params.signed_by(&key, &self.0).unwrap().der().clone();
        Identity { chain: vec![own, self.0.der().clone()], key: key.serialize_der() }
    }
}

impl Authority {
    /// What shows a certificate with so much in it.
    pub(super) fn large(&self, name: &str, years: (i32, i32), bytes: usize) -> ServerConfig {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(years.0, 1, 1);
        params.not_after = date_time_ymd(years.1, 1, 1);
        params.custom_extensions = vec![CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![7; bytes])];
        let key = KeyPair::generate().unwrap();
        let own = params.signed_by(&key, &self.0).unwrap().der().clone();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let signing = provider.key_provider.load_private_key(PrivateKeyDer::Pkcs8(key.serialize_der().into())).unwrap();
        // Not looked at: the library itself would refuse to show such a certificate.
        let shown = rustls::sign::CertifiedKey::new(vec![own], signing);
        ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(rustls::sign::SingleCertAndKey::from(shown)))
    }
}

/// A server's certificates and key.
pub(super) struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: Vec<u8>,
}

impl Identity {
    pub(super) fn config(self) -> ServerConfig {
        let key = PrivateKeyDer::Pkcs8(self.key.into());
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(self.chain, key)
            .unwrap()
    }

    /// Like a courier: hangs up on those who have no certificate.
    pub(super) fn config_that_wants_ours(self, versions: &[&'static rustls::SupportedProtocolVersion]) -> ServerConfig {
        let mut roots = RootCertStore::empty();
        roots.add(self.chain[1].clone()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let clients =
            WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build().unwrap();
        let key = PrivateKeyDer::Pkcs8(self.key.into());
        ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)
            .unwrap()
            .with_client_cert_verifier(clients)
            .with_single_cert(self.chain, key)
            .unwrap()
    }
}

/// A TLS server that hands each connection to `serve`.
pub(super) fn tls(
    config: ServerConfig,
    serve: impl Fn(&mut StreamOwned<ServerConnection, TcpStream>) + Send + Sync + 'static,
) -> SocketAddr {
    let config = Arc::new(config);
    tcp(move |mut stream| {
        let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        while connection.is_handshaking() {
            if connection.complete_io(&mut stream).is_err() {
                return;
            }
        }
        serve(&mut StreamOwned::new(connection, stream));
    })
}

/// A `--resolve` rule that sends `host`:`port` to `address`.
pub(super) fn rule(host: &str, port: u16, address: SocketAddr) -> String {
    format!("{host}:{port}:{address}")
}
