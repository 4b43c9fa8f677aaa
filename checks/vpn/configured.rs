//! VPNs that are set up but not connected.

use crate::commands::NC_LIST;
use crate::read::nc_list::{self, Service};
use crate::read::products;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};

pub(super) const CHECK: Check = Check {
    id: "vpn/configured",
    title: "No idle VPN is set up",
    why: "A VPN that is set up but not connected does nothing to codes. It may connect by itself (\u{201c}on demand\u{201d}), \
          so it is worth knowing when codes come on some days only.",
    certainty: Certainty::Context("an idle VPN carries nothing"),
    fix: &catalogue::VPN,
    asks: &[Question::Command(&NC_LIST)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let services = nc_list::services(&answers.command(&NC_LIST)?.stdout)?;
    let idle: Vec<&Service> = services.iter().filter(|one| !one.is_connected() && !one.is_dial_up()).collect();
    let Some(first) = idle.first() else {
        return Ok(pass("none"));
    };
    let saw = match idle.len() {
        1 => format!("{} is set up, not connected", title(first)),
        more => format!("{more} are set up, none of them connected"),
    };
    let verdict = info(saw).reason("idle");
    Ok(idle.iter().fold(verdict, |verdict, one| verdict.evidence(title(one), one.status.to_lowercase())))
}

/// The product; else what its owner calls it.
fn title(service: &Service) -> String {
    let product = service.bundle().and_then(products::by_bundle);
    let named = product.map_or(service.name.as_str(), |product| product.name);
    if named.is_empty() { "a VPN".into() } else { named.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    fn verdict(list: &str) -> Verdict {
        let text = format!("Available network connection services in the current set (*=enabled):\n{list}");
        judge(&Mac::of("15.2").prints(&NC_LIST, &text).answers()).unwrap()
    }

    #[test]
    fn idle_vpns_are_information_and_connected_ones_are_another_row() {
        let wireguard = "* (Disconnected)   AAAA VPN (com.wireguard.macos) \"Home\"   [VPN:com.wireguard.macos]\n";
        let found = verdict(wireguard);
        assert_eq!((found.status, found.saw.as_str()), (Status::Info, "WireGuard is set up, not connected"));
        assert_eq!(verdict(&wireguard.replace("Disconnected", "Connected")).status, Status::Pass);
        assert_eq!(verdict("").status, Status::Pass);
        assert_eq!(verdict("* (Disconnected) BBBB PPP \"Stick\" [PPP:Modem]\n").status, Status::Pass);
    }

    #[test]
    fn another_text_is_unknown() {
        let mac = Mac::of("15.2").prints(&NC_LIST, "scutil: what");
        assert!(matches!(judge(&mac.answers()), Err(Miss::Unreadable(_))));
    }
}
