//! Proxies and the scripts that choose them, told apart: what each Mac is told, to the letter.

use super::faults::{each, inspected};
use crate::golden::Goldens;
use crate::world::World;
use crate::{codesent, json, stdout};
use codesent_checks::facts::{FetchFailure, HandshakeFailure, HandshakeReport, ProxyScript};
use codesent_checks::{Answer, Miss, read::pac};
use std::fmt::Write as _;

const FILE: &str = "tests/proxies.txt";

/// `scutil --proxy` holds this.
fn settings(world: &mut World, lines: &str) {
    each(world, "command /usr/sbin/scutil --proxy", "", |_| {
        Ok(Answer::Command(crate::world::output(&format!("<dictionary> {{\n{lines}}}\n"))))
    });
}

const SET: &str = "  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : proxy.corp.example\n";

/// Handshakes `through` something with these hosts (all, where none is named) end so; the others work.
fn ends(world: &mut World, through: &str, hosts: &[&str], failure: Option<&str>) {
    let well = world.entries["handshake gsa.apple.com:443"].result.clone();
    let keys: Vec<String> = world.entries.keys().filter(|key| key.ends_with(through)).cloned().collect();
    assert!(!keys.is_empty(), "nothing is asked{through}");
    for key in keys {
        let meant = hosts.is_empty() || hosts.iter().any(|host| key.contains(host));
        let failed = failure.filter(|_| meant).map(|what| {
            let result = Err(HandshakeFailure::Proxy(what.into()));
            Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
        });
        world.put(&key, failed.unwrap_or_else(|| well.clone()));
    }
}

/// A proxy is set, and this comes of it.
fn set(world: &mut World, hosts: &[&str], failure: Option<&str>) {
    settings(world, SET);
    ends(world, " through the system proxy", hosts, failure);
}

/// macOS has the address of a script.
fn address(world: &mut World, url: &str) {
    settings(world, &format!("  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : {url}\n"));
}

const URL: &str = "http://pac.corp.example/proxy.pac";

/// It was fetched, or not.
fn fetched(world: &mut World, result: Result<&str, FetchFailure>) {
    address(world, URL);
    let result = result.map(pac::read);
    let proxies = result.as_ref().map_or(0, |named| named.proxies.len());
    world.put("proxy script", Ok(Answer::ProxyScript(ProxyScript { result })));
    for at in ["first", "second", "third"].iter().take(proxies) {
        ends(world, &format!(" through the {at} proxy of the script"), &[], None);
    }
}

const SCRIPT: &str = "function FindProxyForURL(url, host) {\n  return \"PROXY proxy.corp.example:8080; DIRECT\";\n}\n";
const FIRST: &str = " through the first proxy of the script";

fn script(world: &mut World, hosts: &[&str], failure: Option<&str>) {
    fetched(world, Ok(SCRIPT));
    ends(world, FIRST, hosts, failure);
}

/// Somebody signs in Apple's place, for those who come through this.
fn opened(world: &mut World, through: &str, hosts: &[&str]) {
    let mut strange = World::healthy("15.7.1");
    inspected(&mut strange, ".", "Acme Security");
    let answer = strange.entries["handshake gsa.apple.com:443"].result.clone();
    for host in hosts {
        let meant = |key: &&String| key.contains(host) && key.ends_with(through);
        let keys: Vec<String> = world.entries.keys().filter(meant).cloned().collect();
        assert!(!keys.is_empty(), "{host} is not asked{through}");
        for key in keys {
            world.put(&key, answer.clone());
        }
    }
}

type Change = fn(&mut World);

const LOGIN: &str = "407 Proxy Authentication Required";
const REFUSAL: &str = "403 Forbidden";

const CASES: &[(&str, Change)] = &[
    ("a proxy that carries all", |world| set(world, &[], None)),
    ("a proxy that wants a password of all", |world| set(world, &[], Some(LOGIN))),
    ("a proxy that refuses gsa alone", |world| set(world, &["gsa.apple.com"], Some(REFUSAL))),
    ("a proxy that refuses the identity services alone", |world| set(world, &["ess.apple.com"], Some(REFUSAL))),
    ("a proxy that refuses the courier alone", |world| set(world, &["courier.push"], Some(REFUSAL))),
    ("a proxy that opens gsas alone", |world| {
        set(world, &[], None);
        opened(world, " through the system proxy", &["gsas.apple.com"]);
    }),
    ("a proxy where nothing answers", |world| set(world, &[], Some("no connection to it: refused"))),
    ("a proxy that is silent", |world| set(world, &[], Some("it does not answer"))),
    ("a program on this Mac that is gone", |world| {
        set(world, &[], Some("no connection to it: refused"));
        settings(world, "  HTTPSEnable : 1\n  HTTPSPort : 9090\n  HTTPSProxy : 127.0.0.1\n");
    }),
    ("a script whose proxy carries all", |world| script(world, &[], None)),
    ("a script whose proxy wants a password", |world| script(world, &[], Some(LOGIN))),
    ("a script whose proxy refuses all", |world| script(world, &[], Some(REFUSAL))),
    ("a script whose proxy refuses two", |world| script(world, &["gsa.apple.com", "gsas.apple.com"], Some(REFUSAL))),
    ("a script whose proxy opens two and refuses one", |world| {
        script(world, &["idmsa.apple.com"], Some(REFUSAL));
        opened(world, FIRST, &["gsas.apple.com", "ess.apple.com"]);
    }),
    ("a script whose proxy does not answer here, as at home", |world| {
        script(world, &[], Some("no connection to it: no reply"));
    }),
    ("a script that names more than three", |world| {
        let many = [1, 2, 3, 4, 5].map(|at| format!("  if (x) return 'PROXY p{at}.corp.example:80';\n")).concat();
        fetched(world, Ok(&format!("function FindProxyForURL(url, host) {{\n{many}}}\n")));
    }),
    ("a script that names none", |world| {
        fetched(world, Ok("function FindProxyForURL(url, host) { return \"DIRECT\"; }"));
    }),
    ("a script that puts names together", |world| {
        fetched(world, Ok("function FindProxyForURL(url, host) { return \"PROXY \" + place(host); }"));
    }),
    ("a script that is too large", |world| fetched(world, Err(FetchFailure::TooLarge))),
    ("a script that is not there", |world| fetched(world, Err(FetchFailure::Broken("status 404".into())))),
    ("a script whose server does not answer, as at home", |world| {
        fetched(world, Err(FetchFailure::Connect("no reply".into())));
    }),
    ("a script in whose place stands a page", |world| {
        fetched(world, Ok("<html><body>Please sign in</body></html>"));
    }),
    ("a script from a program on this Mac", |world| {
        script(world, &[], None);
        address(world, "http://127.0.0.1:8090/proxy.pac");
    }),
    ("a script in the settings", |world| {
        settings(
            world,
            "  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigJavaScript : function FindProxyForURL(u, h) {\n}\n",
        );
        world.miss("proxy script", Miss::NotHere);
    }),
    ("a script in its own address", |world| {
        address(world, "data:application/x-ns-proxy-autoconfig;base64,ZnVuY3Rpb24=");
        world.miss("proxy script", Miss::NotHere);
    }),
    ("a script in a file", |world| {
        address(world, "file:///Users/anna/proxy.pac");
        world.miss("proxy script", Miss::NotHere);
    }),
    ("a script that the network names", |world| {
        address(world, "http://wpad/wpad.dat");
        world.miss("proxy script", Miss::NotHere);
    }),
    ("a script without an address", |world| {
        settings(world, "  ProxyAutoConfigEnable : 1\n");
        world.miss("proxy script", Miss::NotHere);
    }),
    ("discovery, and nothing was found", |world| settings(world, "  ProxyAutoDiscoveryEnable : 1\n")),
];

#[test]
fn each_is_told_as_what_it_is() {
    let (mut text, mut goldens) = (String::new(), Goldens::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json").to_string_lossy().into_owned();
    for (what, change) in CASES {
        let mut world = World::healthy("15.7.1");
        change(&mut world);
        std::fs::write(&path, world.recording()).unwrap();
        let report = json(&codesent(&["check", "--json", "--replay", &path]));
        writeln!(text, "=== {what}: {}", report["headline"].as_str().unwrap()).unwrap();
        for row in report["checks"].as_array().unwrap().iter().filter(|row| row["group"] == "filters") {
            if row["id"] == "filters/proxy" || row["id"] == "filters/proxy-script" {
                writeln!(text, "{} {} {}: {}", row["id"], row["status"], row["reason"], row["saw"]).unwrap();
            }
        }
        for cause in report["causes"].as_array().unwrap() {
            writeln!(text, "cause {}: {}; fix {}", cause["id"], cause["statement"], cause["fix"]).unwrap();
        }
        for suspect in report["suspects"].as_array().unwrap() {
            writeln!(text, "suspect {}", suspect["what"]).unwrap();
        }
        writeln!(text, "normal {}\n", report["normal"]).unwrap();
        let page = stdout(&codesent(&["check", "-v", "--replay", &path]));
        assert!(!page.contains("anna") && !page.contains("ZnVuY3"), "{page}");
    }
    goldens.compare(FILE, &text);
    goldens.finish("proxies");
}
