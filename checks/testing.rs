//! A made-up Mac for the tests of judges: what its tools print, without a tool.

use crate::facts::{CommandOutput, Process};
use crate::preferences::SYSTEM_VERSION;
use crate::{Answer, Answers, Command, Domain, Entry, Miss, Platform, Question, Run};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A Mac of a version, with the answers that a test gives it.
pub(crate) struct Mac {
    entries: BTreeMap<String, Entry>,
    os: &'static str,
    started: i64,
}

impl Mac {
    /// A Mac of this macOS version that answers nothing else yet.
    pub(crate) fn of(version: &str) -> Self {
        Self { entries: BTreeMap::new(), os: "macos", started: 1_795_557_600_000 }
            .keeps(&SYSTEM_VERSION, json!({ "ProductVersion": version }))
    }

    /// Another machine.
    pub(crate) fn linux() -> Self {
        Self { entries: BTreeMap::new(), os: "linux", started: 1_795_557_600_000 }
    }

    /// What a question brings.
    pub(crate) fn says(mut self, question: &Question, result: Result<Answer, Miss>) -> Self {
        self.entries.insert(question.key(), Entry { ms: 1, result });
        self
    }

    /// What a command prints.
    pub(crate) fn prints(self, command: &'static Command, stdout: &str) -> Self {
        let output = CommandOutput { exit: Some(0), stdout: stdout.into(), ..CommandOutput::default() };
        self.says(&Question::Command(command), Ok(Answer::Command(output)))
    }

    /// What a preference file holds.
    pub(crate) fn keeps(self, domain: &'static Domain, value: Value) -> Self {
        self.says(&Question::Preferences(domain), Ok(Answer::Preferences(value)))
    }

    /// What runs.
    pub(crate) fn runs(self, names: &[&str]) -> Self {
        let list = names.iter().map(|name| Process { name: (*name).into(), path: String::new() }).collect();
        self.says(&Question::Processes, Ok(Answer::Processes(list)))
    }

    /// All of it.
    pub(crate) fn answers(self) -> Answers {
        let run = Run {
            started: self.started,
            duration_ms: 0,
            platform: Platform { os: self.os.into(), arch: String::new() },
            offline: false,
            rerooted: false,
        };
        Answers::new(run, self.entries)
    }
}
