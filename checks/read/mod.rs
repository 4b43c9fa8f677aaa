//! Readers that more than one check shares: pure functions over text and bytes. Whatever cannot be read is a
//! [`crate::Miss::Unreadable`] that says what is wrong, never a guess.

pub mod accounts;
pub mod address;
pub mod archive;
pub mod clocks;
pub mod comparison;
pub mod connections;
pub mod dates;
pub mod focus;
pub mod hosts_file;
pub mod identity_services;
pub mod ifconfig;
pub mod issuers;
pub mod launchctl;
pub mod names;
pub mod nc_list;
pub mod netstat;
pub mod nwi;
pub mod plist;
pub mod products;
pub mod registration;
pub mod routes;
pub mod scutil_dns;
pub mod scutil_proxy;
pub mod service_status;
pub mod shakes;
pub mod status_feed;
pub mod system_extensions;
pub mod tunnels;
pub mod wording;
