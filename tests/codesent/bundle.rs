//! One file for a ticket.

use crate::answers::{without_push, written};
use crate::codesent;
use std::io::Read;

#[test]
fn a_bundle_holds_the_page_and_a_recording_that_says_the_same() {
    let (folder, path) = written(&without_push());
    let bundle = folder.path().join("ticket.zip");
    let output = codesent(&["report", "--replay", &path, "--bundle", &bundle.to_string_lossy()]);
    assert!(output.stdout.is_empty() && output.status.code() == Some(1));
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&bundle).unwrap()).unwrap();
    let mut file = |name: &str| {
        let mut text = String::new();
        zip.by_name(&format!("codesent/{name}")).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert!(file("report.html").contains("For the carrier") && file("report.txt").contains("For the carrier"));
    assert!(file("version.txt").starts_with("codesent "));
    let kept = folder.path().join("kept.json");
    std::fs::write(&kept, file("recording.json")).unwrap();
    let [before, after] = [path, kept.to_string_lossy().into_owned()]
        .map(|path| codesent(&["check", "--json", "--replay", &path]).stdout);
    assert!(before == after);
}
