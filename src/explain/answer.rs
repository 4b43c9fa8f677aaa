//! The answer to a message or a complaint, as a tired person reads it: what was understood, what to do, how; then the rest.

use super::page::Page;
use codesent_checks::diagnosis::ANTI_SCAM;
use codesent_checks::explain::{By, Match, Side, Symptom, Understood};
use codesent_checks::fix::catalogue;
use std::fmt::Write as _;

/// Said of six digits, whatever else was typed. They are not repeated.
pub(super) const CODE_TYPED: &str = "That looks like a verification code: keep it to yourself. It was not kept here. Type it only into the screen where you sign \
     in yourself, and tell it to nobody.";

/// And when nothing else was typed.
const CODE_ALONE: &str = "What helps here is the sentence on the screen, or the error number beside it.";

/// Where it goes on.
const FURTHER: &str = "codesent check tells whether this Mac can get the code; codesent guide asks and makes a plan.";

/// When nothing fits.
const NOT_KNOWN: &str = "Neither a check nor a message that codesent knows.";

/// What helps in most cases.
const UNIVERSAL: &[&str] = &[
    "Somebody asks you for a code? Give it to nobody, and hang up.",
    "Look at every Apple device of yours, unlocked and online: choose Allow there, and read the digits.",
    "On the screen that asks, choose \u{201c}Didn\u{2019}t get a code?\u{201d}, then a text or, better, a call. Not again and again: each new code \
     cancels the one before.",
    "codesent guide asks some questions and makes a plan; codesent check tells whether this Mac can get the code.",
    "Or type the sentence on the screen word for word, in any of thirteen languages, or the error number beside it.",
];

impl Page {
    /// Everything that was understood.
    pub(super) fn understood(&self, understood: &Understood) -> String {
        let mut out = String::new();
        if understood.code_typed {
            let _ = writeln!(out, "{}\n", self.wrapped(CODE_TYPED, "", ""));
        }
        match understood.matches.as_slice() {
            [] if understood.code_typed && !understood.other_company => {
                let _ = writeln!(out, "{}\n", self.wrapped(CODE_ALONE, "", ""));
                self.universal(&mut out, understood);
            }
            [] => self.not_known(&mut out, understood),
            [first, rest @ ..] if first.sure || rest.is_empty() => {
                self.answer(&mut out, first, rest, understood.program);
            }
            several => self.choice(&mut out, several),
        }
        out
    }

    fn not_known(&self, out: &mut String, understood: &Understood) {
        let _ = writeln!(out, "{}\n", self.wrapped(NOT_KNOWN, "", ""));
        if let Some(number) = understood.unknown_number {
            let text =
                format!("The error number {number} is not known, and not what it is like. Apple publishes no list.");
            let _ = writeln!(out, "{}\n", self.wrapped(&text, "", ""));
        }
        self.universal(out, understood);
    }

    fn universal(&self, out: &mut String, understood: &Understood) {
        let _ = writeln!(out, "What helps in most cases");
        if let Some(program) = understood.program {
            let _ = writeln!(out, "{}", self.wrapped(&stop(program), "  - ", "    "));
        }
        for (at, step) in UNIVERSAL.iter().enumerate() {
            let _ = writeln!(out, "{}", self.wrapped(step, &format!("  {}. ", at + 1), "     "));
        }
    }

    fn answer(&self, out: &mut String, one: &Match, others: &[Match], program: Option<&str>) {
        let message = one.message;
        if !one.sure && one.family.is_none() {
            let nearest = "The nearest that codesent knows; if yours says something else, it may be another:";
            let _ = writeln!(out, "{}\n", self.wrapped(nearest, "", ""));
        }
        if message.side == Side::Fraud {
            let _ = writeln!(out, "{}\n", self.wrapped(message.side.sentence(), "", ""));
        }
        let first = match (one.number, one.family) {
            (Some(number), Some(family)) => format!(
                "The error number {number} is not known; Apple publishes no list. Numbers like it are {}.",
                family.words
            ),
            _ => recognised(one),
        };
        let _ = writeln!(out, "{}", self.wrapped(&first, "", ""));
        if !one.language.in_english.is_empty() {
            let _ = writeln!(out, "{}", self.wrapped(one.language.in_english, "", ""));
        }
        out.push('\n');
        match program {
            Some(program) if message.side != Side::Fraud => {
                let text = format!("{program} is not Apple\u{2019}s: this is the program\u{2019}s sign-in.");
                let _ = writeln!(out, "{}\n", self.wrapped(&text, "", ""));
            }
            _ if message.side != Side::Fraud => {
                let _ = writeln!(out, "{}\n", self.wrapped(message.side.sentence(), "", ""));
            }
            _ => {}
        }
        self.what_to_do(out, one, program);
        self.paragraph(out, "What it means", message.means);
        let source = format!("{}: {}", message.certainty.word(), message.certainty.source());
        self.paragraph(out, "How sure that is", &source);
        self.also(out, others);
        if message.side != Side::Fraud {
            let _ = writeln!(out, "{}\n{}", self.wrapped(FURTHER, "", ""), self.wrapped(ANTI_SCAM, "", ""));
        }
    }

    fn what_to_do(&self, out: &mut String, one: &Match, program: Option<&str>) {
        let message = one.message;
        let _ = writeln!(out, "What to do");
        let first = program.filter(|_| !matches!(message.side, Side::Program | Side::Fraud)).map(|program| {
            // A locked account lets nobody in, so stopping comes first.
            if one.symptom == Some(Symptom::Locked) {
                format!("Stop {program}: its repeated tries lock the account.")
            } else {
                stop(program)
            }
        });
        let steps = first.iter().map(String::as_str).chain(message.todo.iter().copied());
        for (at, step) in steps.enumerate() {
            let _ = writeln!(out, "{}", self.wrapped(step, &format!("  {}. ", at + 1), "     "));
        }
        if message.fix.id == catalogue::NOTHING.id {
            out.push('\n');
        } else {
            let _ = writeln!(out, "\nHow: {}", self.wrapped(message.fix.title, "", "  "));
            self.fix(out, message.fix);
            out.push('\n');
        }
    }

    /// What else was in the text.
    fn also(&self, out: &mut String, others: &[Match]) {
        let names: Vec<String> = others.iter().map(name_of).collect();
        if !names.is_empty() {
            self.paragraph(out, "Also in your text; ask for it alone to read more", &names.join(" \u{b7} "));
        }
    }

    /// Several that may be meant, each with what tells it from the others.
    fn choice(&self, out: &mut String, matches: &[Match]) {
        out.push_str("Several are near to that. Which one is it?\n\n");
        for one in matches {
            let message = one.message;
            let _ = writeln!(out, "{}", self.wrapped(&name_of(one), "  ", "  "));
            let _ = writeln!(out, "{}", self.wrapped(message.side.sentence(), "    ", "    "));
            if let Some(first) = message.todo.first() {
                let _ = writeln!(out, "{}", self.wrapped(first, "    ", "    "));
            }
            out.push('\n');
        }
        out.push_str("Type more of it, or the error number, to see the whole answer.\n");
    }
}

/// What comes first when a program signs in.
fn stop(program: &str) -> String {
    format!("Sign in once at account.apple.com yourself, then stop {program}: repeated tries lock the account.")
}

/// "Recognised", in the language it was said in.
fn recognised(one: &Match) -> String {
    one.language.recognised.replace("{}", &name_of(one))
}

/// The wording that fits, or the symptom, with the number that was typed. Never what was typed itself.
fn name_of(one: &Match) -> String {
    let symptom = one.symptom.filter(|_| one.by == By::Symptom || one.text.is_none());
    let said = symptom.and_then(|symptom| one.language.symptom(symptom)).map(str::to_owned);
    let text =
        one.text.or_else(|| one.message.texts.first().copied()).map(|text| format!("\u{201c}{}\u{201d}", shown(text)));
    let program = (one.symptom == Some(Symptom::Program)).then(|| "A program\u{2019}s sign-in.".to_owned());
    let words = said.or(program).or(text);
    match (words, one.number) {
        (Some(words), Some(number)) if one.family.is_none() => format!("error number {number}, {words}"),
        (Some(words), _) => words,
        (None, number) => format!("error number {}", number.unwrap_or_default()),
    }
}

/// A name stood there.
fn shown(text: &str) -> String {
    text.replace("%1$@", "\u{2026}").replace("%2$@", "\u{2026}").replace("%@", "\u{2026}")
}
