//! Lists for [`Check::after`](super::Check::after), so that an id is written once. From the wire up.

/// No link, no route.
pub const LINK: &[&str] = &["network/interface-up", "network/default-route"];
/// Nobody answers names.
pub const RESOLVER: &[&str] = &["dns/resolver"];
/// A line in the hosts file.
pub const HOSTS_FILE: &[&str] = &["dns/hosts-file"];
/// A filter that answers for Apple's names.
pub const SINKHOLE: &[&str] = &["dns/sinkhole"];
/// A portal, or nothing gets out.
pub const INTERNET: &[&str] = &["network/internet"];
/// One of the two families of addresses is dead.
pub const FAMILIES: &[&str] = &["network/ip-families"];
/// That, or large packets are lost.
pub const PACKETS: &[&str] = &["network/ip-families", "network/full-packets"];
/// Somebody re-signs what Apple sends.
pub const OPENED: &[&str] = &["tls/inspection"];
/// The account is signed out.
pub const SIGNED_OUT: &[&str] = &["account/icloud"];
