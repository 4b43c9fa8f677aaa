//! Readers that more than one check shares: pure functions over text and bytes. Whatever cannot be read is a
//! [`crate::Miss::Unreadable`] that says what is wrong, never a guess.

pub mod accounts;
pub mod address;
pub mod archive;
pub mod connections;
pub mod dates;
pub mod enrollment;
pub mod focus;
pub mod foreign;
pub mod hosts_file;
pub mod identity_services;
pub mod ifconfig;
pub mod issuers;
pub mod launchctl;
pub mod machine;
pub mod nc_list;
pub mod netstat;
pub mod nwi;
pub mod pac;
pub mod patcher;
pub mod pf;
pub mod plist;
pub mod power;
pub mod products;
pub mod quoted;
pub mod region;
pub mod routes;
pub mod scutil_dns;
pub mod scutil_proxy;
pub mod status_feed;
pub mod system_extensions;
pub mod trusted_devices;
pub mod unified_log;
pub mod updates;
pub mod wording;
