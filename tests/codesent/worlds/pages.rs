//! What the sign-in pages say behind a good handshake, and China mainland's own servers.

use super::faults::{inspected, unreachable};
use crate::world::World;
use codesent_checks::Answer;
use codesent_checks::facts::{ConnectOutcome, Fetched, Response};
use serde_json::json;

fn page(world: &mut World, host: &str, status: u16, server: &str, location: Option<&str>) {
    let (server, location) = (Some(server.to_owned()), location.map(str::to_owned));
    let response = Response { status, server, location, ..Response::default() };
    world.set(&format!("fetch https://{host}/"), Answer::Fetch(Fetched { result: Ok(response) }));
}

/// Apple's own servers are out of order.
pub(super) fn out_of_order(world: &mut World) {
    page(world, "idmsa.apple.com", 502, "Apple", None);
    page(world, "account.apple.com", 503, "Apple", None);
}

/// What public clients see of a bare question: one page refuses the question, the other leads on.
pub(super) fn in_order(world: &mut World) {
    page(world, "idmsa.apple.com", 405, "Apple", None);
    page(world, "account.apple.com", 302, "Apple", Some("https://www.icloud.com.cn"));
}

/// A box whose authority this Mac trusts says no, under its own name.
pub(super) fn box_says_no(world: &mut World) {
    page(world, "idmsa.apple.com", 403, "Zscaler/6.2", None);
}

/// Somebody opens what is sent and leads from the sign-in page to a page of his own.
pub(super) fn opened_and_led_away(world: &mut World) {
    inspected(world, ".apple.com", "Corp Gate");
    page(world, "idmsa.apple.com", 302, "", Some("https://block.corp.example"));
}

/// A page of somebody's, behind a certificate that is Apple's.
pub(super) fn led_away(world: &mut World) {
    page(world, "account.apple.com", 302, "", Some("https://block.example.com"));
}

const GLOBAL: &str = "preferences ~/Library/Preferences/.GlobalPreferences.plist";

fn china(world: &mut World) {
    world.set(GLOBAL, Answer::Preferences(json!({ "AppleLocale": "und_CN" })));
    for host in ["setup.icloud.com.cn", "idmsa.apple.com.cn", "account.apple.com.cn"] {
        let well = world.entries["handshake setup.icloud.com:443"].result.clone().unwrap();
        world.set(&format!("handshake {host}:443"), well);
    }
}

/// A Mac whose region is China mainland, where all is well.
pub(super) fn in_china(world: &mut World) {
    china(world);
}

/// The same, where China's own set-up server does not answer.
pub(super) fn in_china_without_set_up(world: &mut World) {
    china(world);
    unreachable(world, "setup.icloud.com.cn", ConnectOutcome::NoReply);
}

/// The same, where none of China's own answers.
pub(super) fn in_china_without_any(world: &mut World) {
    china(world);
    unreachable(world, ".cn", ConnectOutcome::NoReply);
}
