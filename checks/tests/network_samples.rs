//! What the readers of the network's checks make of real files: copies of Apple's status feed, and captures of `scutil`.
//!
//! They lie outside the repository, in the folder that `CODESENT_SAMPLES` names. Without it these tests say that they skip.
//! Whatever lies there is read; what must be said of a file follows from its name and from the index beside it.

#![allow(clippy::disallowed_methods)]

use codesent_checks::facts::CommandOutput;
use codesent_checks::read::status_feed::{self, When};
use codesent_checks::read::{scutil_dns, scutil_proxy};
use std::fs;
use std::path::PathBuf;

/// Every file under `folder` of the samples, deeper folders included: its name, and its text.
fn files(folder: &str) -> Vec<(String, String)> {
    let Ok(samples) = std::env::var("CODESENT_SAMPLES") else {
        println!("skipped: CODESENT_SAMPLES is not set");
        return Vec::new();
    };
    let (mut folders, mut files) = (vec![PathBuf::from(samples).join(folder)], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read(&path) {
                files.push((
                    entry.file_name().to_string_lossy().into_owned(),
                    String::from_utf8_lossy(&text).into_owned(),
                ));
            }
        }
    }
    files.sort();
    files
}

fn printed(stdout: &str) -> CommandOutput {
    CommandOutput { stdout: stdout.into(), ..CommandOutput::default() }
}

#[test]
fn status_feeds_say_what_their_names_say() {
    for (name, text) in files("status") {
        let kind = name.rsplit('.').next().unwrap_or_default();
        if !["json", "js"].contains(&kind) {
            // Other renderings of the feed and lists of names are no feed, and must not be taken for one.
            assert!(status_feed::read(&text).is_err(), "{name}");
            continue;
        }
        let feed = status_feed::read(&text).unwrap_or_else(|miss| panic!("{name}: {miss}"));
        let ongoing = feed.services.iter().filter(|service| service.worst().is_some()).count();
        let word = |word: &str| name.contains(word);
        if word("ongoing") || word("outage") {
            assert!(ongoing > 0, "{name}");
        } else if word("no-issues") || word("all-clear") || word("resolved") || word("completed") {
            assert_eq!(ongoing, 0, "{name}");
        }
        if word("resolved") || word("completed") {
            assert!(feed.services.iter().any(|service| service.last_over().is_some()), "{name}");
        }
        let odd = feed.services.iter().flat_map(|service| &service.events).filter(|event| event.when == When::Unclear);
        assert_eq!(odd.count(), 0, "{name}: every status word of the samples is known");
        assert!(
            feed.services.iter().all(|service| !service.name.contains('&') || service.name.contains("& ")),
            "{name}"
        );
    }
}

#[test]
fn the_names_of_services_that_are_watched_exist() {
    let lists = files("status").into_iter().filter(|(name, _)| name.starts_with("service_names"));
    let all: Vec<String> =
        lists.flat_map(|(_, text)| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()).collect();
    for name in ["Apple Account", "iCloud Account & Sign In", "iMessage", "FaceTime", "APNS"] {
        assert!(all.is_empty() || all.iter().any(|one| one == name), "{name}");
    }
}

#[test]
fn resolvers_are_read_from_every_capture() {
    for (name, text) in files("captures/scutil-dns") {
        let resolvers = scutil_dns::read(&printed(&text)).unwrap_or_else(|miss| panic!("{name}: {miss}"));
        let lines = |start: &str| text.lines().filter(|line| line.trim().starts_with(start)).count();
        assert_eq!(resolvers.len(), lines("resolver #"), "{name}");
        // Some captures mask addresses, which then are none.
        let servers: usize = resolvers.iter().map(|resolver| resolver.servers.len()).sum();
        assert!(servers <= lines("nameserver["), "{name}");
        assert!(servers > 0 || lines("nameserver[") == 0 || text.contains("xx"), "{name}");
        let local = resolvers.iter().filter(|resolver| resolver.multicast).count();
        assert_eq!(
            local,
            text.lines().filter(|line| line.contains("options") && line.contains("mdns")).count(),
            "{name}"
        );
    }
}

#[test]
fn proxies_are_read_from_every_capture() {
    for (name, text) in files("captures/scutil-proxy") {
        let set = scutil_proxy::read(&printed(&text)).unwrap_or_else(|miss| panic!("{name}: {miss}"));
        let on = |key: &str| text.lines().any(|line| line.trim() == format!("{key} : 1"));
        assert_eq!(set.https.is_some(), on("HTTPSEnable"), "{name}");
        assert_eq!(set.socks.is_some(), on("SOCKSEnable"), "{name}");
        assert_eq!(set.pac.is_some(), on("ProxyAutoConfigEnable"), "{name}");
        assert_eq!(set.for_https().is_some(), set.https.is_some() || set.socks.is_some(), "{name}");
    }
}
