//! Whatever a tool prints, no reader panics: it reads, passes over, or says that it cannot read.

use codesent_checks::facts::CommandOutput;
use codesent_checks::read::{
    connections, enrollment, focus, ifconfig, launchctl, machine, nc_list, netstat, nwi, pf, power, quoted,
    scutil_proxy, system_extensions, trusted_devices,
};
use codesent_checks::shared::tunnels;
use codesent_checks::{commands, files};
use proptest::prelude::*;

fn read_all(text: &str) {
    let _ = connections::connections(&CommandOutput { stdout: text.into(), ..CommandOutput::default() });
    let _ = focus::decode(text.as_bytes());
    let _ = ifconfig::interfaces(text);
    let _ = launchctl::disabled(text);
    let _ = nc_list::services(text);
    let _ = netstat::routes(text);
    let _ = nwi::information(text);
    let _ = system_extensions::extensions(text);
    let _ = tunnels::alone("scutil --dns", text);
    let _ = (enrollment::enrollment(text), machine::machine(text), pf::anchors(&pf::added(text)));
    let _ = (power::sections(text), trusted_devices::read(text), quoted::quoted(text));
    let printed = CommandOutput { stdout: text.into(), ..CommandOutput::default() };
    assert_eq!(scutil_proxy::read(&printed).ok(), reread(text), "nothing that counts is dropped");
}

/// The settings that are left after the scripts are taken out.
fn reread(text: &str) -> Option<scutil_proxy::Settings> {
    let stdout = scutil_proxy::keep(text);
    let printed = CommandOutput { stdout, ..CommandOutput::default() };
    scutil_proxy::read(&printed).ok()
}

/// What is kept of an output is made of its own words, and keeping it again changes nothing.
fn keep_all(text: &str) {
    for (what, lines) in commands::ALL
        .iter()
        .map(|command| (command.line[0], command.keep))
        .chain(files::ALL.iter().map(|file| (file.path, file.keep)))
    {
        let kept = lines.of(text);
        let known = |word: &str| text.contains(word) || matches!(word, "*" | "0" | "apsd:0");
        assert!(kept.split_whitespace().all(known), "{what}");
        let again = lines.of(&kept);
        assert!(again.split_whitespace().eq(kept.split_whitespace()), "{what}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "(?s).{0,400}") {
        read_all(&text);
        keep_all(&text);
    }

    #[test]
    fn no_jumble_of_real_pieces_panics(pieces in proptest::collection::vec(piece(), 0..40)) {
        read_all(&pieces.concat());
        keep_all(&pieces.concat());
    }
}

fn piece() -> impl Strategy<Value = String> {
    let fixed = proptest::sample::select(vec![
        "\n",
        "\t",
        " ",
        " : ",
        " => ",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ".",
        "/",
        "%",
        "*",
        "tcp4 0 0 1.2.3.4.5 ",
        "17.57.144.20.5223 ",
        "2620:149:a44:.443 ",
        "ESTABLISHED apsd:1",
        "Active",
        "disabled services = {\n",
        "\"com.apple.akd\"",
        "disabled",
        "true",
        "{\"data\":[",
        "{\"storeAssertionRecords\":[{}]}",
        "]}",
        "utun4: flags=",
        "inet6 fe80::1%",
        "netmask 0x",
        "99999999999999999999",
        "default",
        "10/8",
        "10/999",
        "::/129",
        "UGSc",
        "en0",
        "Connected\n",
        "* (Connected) ",
        "[VPN:",
        "com.example (1/1)",
        "--- com.apple.system_extension.network_extension\n",
        "extension(s)\n",
        "resolver #1\n",
        "nameserver[0]",
        "if_index",
        "\u{1f9a6}",
        "\u{0}",
        "\r",
    ]);
    prop_oneof![4 => fixed.prop_map(str::to_owned), 1 => ".{0,12}"]
}
