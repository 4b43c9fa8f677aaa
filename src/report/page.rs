//! A page as headings with lists under them, and its three looks: text to read out or mail, Markdown, HTML.

use super::{Report, escape, html};
use crate::wrap;
use maud::html;
use std::fmt::Write;

/// Wide enough to read, narrow enough to quote in a mail.
const WIDTH: usize = 76;

/// What the page of `codesent report` says.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The heading of all.
    pub(crate) title: String,
    /// Right under it, first the answer.
    pub(crate) facts: Vec<String>,
    /// In order.
    pub(crate) sections: Vec<Section>,
    /// The last line.
    pub(crate) end: String,
}

/// A heading and what is under it.
#[derive(Debug)]
pub(crate) struct Section {
    heading: &'static str,
    items: Vec<Item>,
}

/// A point of a list, with points under it.
#[derive(Debug)]
pub(crate) struct Item {
    text: String,
    details: Vec<String>,
}

impl Item {
    /// A point.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), details: Vec::new() }
    }

    /// A point with points under it.
    pub(crate) fn with(text: impl Into<String>, details: impl Iterator<Item = String>) -> Self {
        Self { text: text.into(), details: details.collect() }
    }
}

impl Page {
    /// Adds a section, unless nothing is in it.
    pub(crate) fn section(&mut self, heading: &'static str, items: impl IntoIterator<Item = Item>) {
        let items: Vec<Item> = items.into_iter().collect();
        if !items.is_empty() {
            self.sections.push(Section { heading, items });
        }
    }

    /// As text.
    pub(crate) fn text(&self) -> String {
        let mut out = format!("{}\n{}\n\n", self.title, "=".repeat(self.title.chars().count()));
        for fact in &self.facts {
            let _ = writeln!(out, "{}", filled(fact, "- ", "  "));
        }
        for section in &self.sections {
            let _ = writeln!(out, "\n{}\n{}\n", section.heading, "-".repeat(section.heading.chars().count()));
            for item in &section.items {
                let _ = writeln!(out, "{}", filled(&item.text, "- ", "  "));
                for detail in &item.details {
                    let _ = writeln!(out, "{}", filled(detail, "  - ", "    "));
                }
            }
        }
        let _ = writeln!(out, "\n{}", filled(&self.end, "", ""));
        out
    }

    /// As Markdown.
    pub(crate) fn markdown(&self) -> String {
        let mut out = format!("# {}\n\n", escape(&self.title));
        for fact in &self.facts {
            let _ = writeln!(out, "- {}", escape(fact));
        }
        for section in &self.sections {
            let _ = writeln!(out, "\n## {}\n", escape(section.heading));
            for item in &section.items {
                let _ = writeln!(out, "- {}", escape(&item.text));
                for detail in &item.details {
                    let _ = writeln!(out, "  - {}", escape(detail));
                }
            }
        }
        let _ = writeln!(out, "\n{}", escape(&self.end));
        out
    }

    /// As HTML, of the family of `check --format html`.
    pub(crate) fn html(&self, report: &Report) -> String {
        let body = html! {
            (html::answer(report))
            ul { @for fact in self.facts.iter().skip(1) { li { (fact) } } }
            @for section in &self.sections {
                h2 { (section.heading) }
                ul {
                    @for item in &section.items {
                        li {
                            (item.text)
                            @if !item.details.is_empty() { ul { @for detail in &item.details { li { (detail) } } } }
                        }
                    }
                }
            }
            (html::groups(report))
            p { strong { (self.end) } }
        };
        html::document(&self.title, &body)
    }
}

fn filled(text: &str, first: &str, rest: &str) -> String {
    wrap::filled(text, WIDTH, first, rest)
}
