//! Real outputs of Macs, put into a healthy world: what is said of them must not depend on what is masked.

use crate::world::{World, output};
use crate::{codesent, json, samples};
use codesent_checks::facts::{Fetched, Response};
use codesent_checks::{Answer, all, judge};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Which command a folder of captures is of.
const FOLDERS: &[(&str, &str)] = &[
    ("ifconfig", "command /sbin/ifconfig -v"),
    ("netstat-rn", "command /usr/sbin/netstat -rn"),
    ("route-get", "command /sbin/route -n get 17.57.144.20"),
    ("scutil-dns", "command /usr/sbin/scutil --dns"),
    ("scutil-nc-list", "command /usr/sbin/scutil --nc list"),
    ("scutil-nwi", "command /usr/sbin/scutil --nwi"),
    ("scutil-proxy", "command /usr/sbin/scutil --proxy"),
    ("systemextensionsctl", "command /usr/bin/systemextensionsctl list"),
    ("profiles", "command /usr/bin/profiles status -type enrollment"),
    ("launchctl-print-disabled", "command /bin/launchctl print-disabled system"),
    ("netstat-an", "command /usr/sbin/netstat -anv -p tcp"),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut list: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    list.sort();
    list.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Status and reason by id.
type Said = BTreeMap<String, (String, Option<String>)>;

fn raw(world: &World) -> Said {
    let checks: Vec<_> = all().collect();
    let rows = judge(&checks, &world.answers());
    let said = |row: codesent_checks::Row| {
        (row.check.id.to_owned(), (row.verdict.status.word().to_owned(), row.verdict.reason.map(str::to_owned)))
    };
    rows.into_iter().map(said).collect()
}

fn redacted(world: &World, path: &Path) -> Said {
    std::fs::write(path, world.recording()).unwrap();
    let report = json(&codesent(&["check", "--deep", "--json", "--replay", &path.to_string_lossy()]));
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let rows = report["checks"].as_array().unwrap();
    rows.iter().map(|row| (text(&row["id"]).unwrap(), (text(&row["status"]).unwrap(), text(&row["reason"])))).collect()
}

#[test]
fn masking_changes_no_verdict() {
    let Some(samples) = samples() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    let healthy = World::healthy("15.7");
    let mut count = 0;
    for file in files(&samples.join("captures")) {
        let kind = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let Some((_, key)) = FOLDERS.iter().find(|(stem, _)| kind.starts_with(stem)) else { continue };
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        count += 1;
        let mut world = healthy.clone();
        world.set(key, Answer::Command(output(&text)));
        assert_eq!(redacted(&world, &path), raw(&world), "{}", file.display());
    }
    assert!(count > 0, "there are no captures");
}

#[test]
fn masking_changes_nothing_that_apples_status_page_says() {
    let Some(samples) = samples() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    let healthy = World::healthy("15.7");
    let key = healthy.entries.keys().find(|key| key.starts_with("fetch ") && key.contains("system_status")).unwrap();
    let mut count = 0;
    for file in files(&samples.join("status")) {
        let Ok(body) = std::fs::read_to_string(&file) else { continue };
        count += 1;
        let mut world = healthy.clone();
        let length = body.len();
        let response = Response { status: 200, body, length, date_offset_ms: Some(0), ..Response::default() };
        world.set(key, Answer::Fetch(Fetched { result: Ok(response) }));
        assert_eq!(redacted(&world, &path), raw(&world), "{}", file.display());
    }
    assert!(count > 0, "there are no status pages");
}
