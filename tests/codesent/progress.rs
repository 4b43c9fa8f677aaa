//! The line that is drawn while answers are awaited, seen in a terminal.

use crate::beside::ended;
use crate::command;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// A terminal of 100 columns: our end, and the program's.
fn terminal() -> (File, File) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
    let theirs = OpenOptions::new().read(true).write(true).open(name).unwrap();
    tcsetwinsize(&theirs, Winsize { ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
    (ours.into(), theirs)
}

/// All that comes, piece by piece, until the last one has let go of it.
fn read(mut from: File) -> Receiver<String> {
    let (tell, told) = channel();
    thread::spawn(move || {
        let mut piece = [0; 4096];
        while let Ok(length @ 1..) = from.read(&mut piece) {
            let _ = tell.send(String::from_utf8_lossy(&piece[..length]).into_owned());
        }
    });
    told
}

/// What a run that waits for a mute server draws on a terminal of this kind: until `enough`, and to its end.
fn drawn(term: &str, enough: impl Fn(&str) -> bool) -> String {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let (connected, connections) = channel();
    let rule = format!("*:*:{}", server.local_addr().unwrap());
    thread::spawn(move || server.incoming().flatten().for_each(|one| drop(connected.send(one))));
    let (ours, theirs) = terminal();
    let child = command(&["check", "--timeout", "5m", "--resolve", &rule])
        .env("TERM", term)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(theirs)
        .spawn()
        .unwrap();
    let pieces = read(ours);
    let held = connections.recv_timeout(Duration::from_mins(1)).unwrap();
    let mut text = String::new();
    let until = Instant::now() + Duration::from_mins(1);
    while !enough(&text) && Instant::now() < until {
        text.extend(pieces.recv_timeout(Duration::from_secs(1)).ok());
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(ended(child).status.code(), Some(130));
    drop(held);
    text.extend(pieces.iter());
    text
}

#[test]
fn it_names_what_it_waits_for_and_how_long_at_most() {
    let is_whole = |text: &str| text.contains(" answers, at most 300 s; waiting for ") && text.contains(".apple.com");
    let text = drawn("xterm-256color", is_whole);
    assert!(is_whole(&text), "{text:?}");
    // A sign of life: it is drawn again and again, and nothing of it stays.
    assert!(text.matches("waiting for").count() > 1, "{text:?}");
    let (_, end) = text.rsplit_once("waiting for").unwrap();
    assert!(end.contains("\u{1b}[2K") && end.contains("codesent: stopped; "), "{end:?}");
}

#[test]
fn nothing_is_drawn_where_nothing_can_be() {
    let text = drawn("dumb", |_| true);
    assert!(text.starts_with("codesent: stopped; ") && text.lines().count() == 1, "{text:?}");
}
