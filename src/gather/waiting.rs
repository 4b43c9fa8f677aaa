//! What is shown while answers are awaited: on standard error, only where that is a terminal that can draw.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;
use std::time::Duration;

/// So often something moves, so that nobody thinks it hangs.
const SIGN_OF_LIFE: Duration = Duration::from_millis(120);

/// The line that is drawn.
pub(super) struct Waiting(ProgressBar);

impl Waiting {
    /// For so many answers, at most this long.
    pub(super) fn new(count: usize, timeout: Duration, quiet: bool) -> Self {
        let cannot_draw = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let quiet = quiet || cannot_draw;
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(count as u64), target);
        let at_most = timeout.as_secs_f32();
        let template = format!("{{spinner}} {{pos}} of {{len}} answers, at most {at_most} s; waiting for {{msg}}");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style.tick_chars("|/-\\ "));
        }
        if !quiet && std::io::stderr().is_terminal() {
            let moving = bar.clone();
            // indicatif's own way panics where there is no thread for it; then it moves with every answer.
            let _ = std::thread::Builder::new().name("sign of life".into()).spawn(move || {
                while !moving.is_finished() {
                    std::thread::sleep(SIGN_OF_LIFE);
                    moving.tick();
                }
            });
        }
        Self(bar)
    }

    /// One more is there; of the others, this is the next.
    pub(super) fn answered(&self, next: Option<&String>) {
        self.0.set_message(next.map_or("nothing more", |key| whom(key)).to_owned());
        self.0.inc(1);
    }

    /// Nothing is left of it on the screen.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// Who is to answer a question, by its key.
fn whom(key: &str) -> &str {
    match key.split_once(' ') {
        Some(("lookup" | "handshake" | "fetch" | "clock", rest)) => {
            let host = rest.trim_start_matches("https://").trim_start_matches("http://");
            host.split([' ', ':', '/']).next().unwrap_or(host)
        }
        None if key == "log" => "macOS\u{2019}s log",
        _ => "this Mac",
    }
}

#[cfg(test)]
mod tests {
    use super::whom;

    #[test]
    fn it_names_the_server_or_this_mac() {
        for (key, name) in [
            ("lookup gsa.apple.com via 1.1.1.1", "gsa.apple.com"),
            ("handshake gsa.apple.com:443", "gsa.apple.com"),
            ("fetch https://captive.apple.com/hotspot-detect.html", "captive.apple.com"),
            ("clock time.apple.com", "time.apple.com"),
            ("command /sbin/ifconfig", "this Mac"),
            ("interfaces", "this Mac"),
            ("log", "macOS\u{2019}s log"),
        ] {
            assert_eq!(whom(key), name);
        }
    }
}
