//! The push service, and whether its prompt can show.

use super::places::pane;
use super::{Fix, Risk, Versions, step, step_on};

pub(super) const ALL: &[&Fix] = &[&PUSH_DAEMON, &RESTART, &AWAKE, &FOCUS, &ALLOW];

/// The push daemon is stuck or gone.
pub const PUSH_DAEMON: Fix = Fix {
    id: "push-daemon",
    title: "Restart the Mac, or only its push service",
    first: None,
    steps: &[
        step("Restart the Mac: macOS starts the push service again."),
        step("Or let an administrator restart the service alone with the command below; it reconnects by itself."),
    ],
    links: &[],
    command: Some("sudo killall apsd"),
    article: Some("102266"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the push service runs and is connected.",
};

/// Other services of the account are stuck: a restart is the harmless way to begin anew.
pub const RESTART: Fix = Fix {
    id: "restart",
    title: "Restart the Mac",
    first: None,
    steps: &[
        step("Save your work and restart the Mac: every account service starts anew."),
        step("Wait a minute after signing in, then request one code."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: the rows are green.",
};

/// A sleeping or locked Mac shows nothing, or late (an inference, not a report).
pub const AWAKE: Fix = Fix {
    id: "awake",
    title: "Unlock the Mac and keep it awake",
    first: None,
    steps: &[
        step("Unlock the Mac, open its lid, and stay at the desktop."),
        step("Request one code and wait a minute. The command below keeps the Mac awake for ten minutes."),
    ],
    links: &[],
    command: Some("caffeinate -d -t 600"),
    article: None,
    risk: Risk::Safe,
    confirm: "The prompt shows.",
};

/// A Focus is on. No report is known that one hides the prompt.
pub const FOCUS: Fix = Fix {
    id: "focus",
    title: "If nothing else helps, turn Focus off for a minute",
    first: None,
    steps: &[
        step("There is no report that a Focus hides the prompt: try the rest first."),
        step_on(
            Versions::since(12, 0),
            "Control Center (the two switches in the menu bar) > Focus: turn it off; request one code.",
        ),
        step_on(
            Versions::before(12, 0),
            "Turn Do Not Disturb off: Control Center on macOS 11, Notification Center before; request one code.",
        ),
    ],
    links: &[pane("x-apple.systempreferences:com.apple.Focus-Settings.extension")],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The prompt shows.",
};

/// "Allow" was pressed, and no digits came.
pub const ALLOW: Fix = Fix {
    id: "allow-without-digits",
    title: "Pressed Allow and saw no digits: have the code sent by text or call",
    first: None,
    steps: &[
        step("With a security key there are no digits at all: use the key."),
        step("Otherwise cancel the sign-in, begin once more, and choose Allow on another trusted device."),
        step("No digits again: choose \u{201c}Didn\u{2019}t get a code?\u{201d}, then a text or a call."),
    ],
    links: &[],
    command: None,
    article: Some("102606"),
    risk: Risk::Safe,
    confirm: "You have six digits.",
};
