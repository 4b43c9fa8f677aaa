//! From rows to what a locked-out person needs: can this Mac get the code, the one reason why not, and how to get in.
//!
//! Everything here is data made from the rows; how it looks is up to whoever prints it. No cause is claimed that a row
//! does not carry: each [`Cause`] names its row, and says how sure it is that such a thing stops codes.

#[cfg(test)]
mod any;
mod cannot_see;
mod causes;
mod dont;
mod else_it_can_be;
mod first_names;
mod get_in_now;
mod headline;
mod in_log;
mod normal;
mod outlook;
mod paths;
pub(crate) mod situation;
mod suspects;
#[cfg(test)]
pub(crate) mod testing;
mod weigh;

pub use cannot_see::Unseen;
pub use causes::Cause;
pub use dont::{ALL as DO_NOT, DoNot};
pub use get_in_now::code_on_this_mac;
pub use paths::Path;
pub use suspects::Suspect;

use crate::fix::catalogue;
use crate::{Answers, Certainty, Row};
use situation::Situation;

/// Whether a code can be had on some path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Everything it needs was seen to work.
    Can,
    /// Something is wrong that may stop it, or something that matters could not be found out.
    MightNot,
    /// Something it cannot do without is broken.
    Cannot,
    /// It cannot be told from here: this is not a Mac, too little was checked, or no Mac can see it.
    CannotTell,
}

impl Outlook {
    /// Stable, for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Can => "can",
            Self::MightNot => "might_not",
            Self::Cannot => "cannot",
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// Said in every report.
pub const ANTI_SCAM: &str = "Tell nobody this code: Apple never asks you to. Whoever does wants your account.";

/// The answer.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    /// Whether this Mac can receive a code prompt.
    pub outlook: Outlook,
    /// The outlook and its one reason, as a sentence.
    pub headline: String,
    /// How sure it is that the headline's reason stops codes. None where there is no such reason.
    pub certainty: Option<Certainty>,
    /// First lines for somebody who is locked out now, in order, to be numbered.
    pub get_in_now: Vec<String>,
    /// Every way to a code.
    pub paths: Vec<Path>,
    /// What is wrong and can stop a prompt, the root first. Other troubles stay rows.
    pub causes: Vec<Cause>,
    /// Who may be behind a cause. Empty unless something they could break is broken.
    pub suspects: Vec<Suspect>,
    /// How a suspicion about a VPN is settled, or why it could not be. None where no VPN is a suspect.
    pub proof: Option<&'static str>,
    /// What was found, is normal, and needs no thought.
    pub normal: Option<String>,
    /// What it can be where this Mac is well, most frequent first, a line each. Empty where something is to be mended.
    pub else_it_can_be: &'static [&'static str],
    /// What no program on a Mac can find out, at most five.
    pub cannot_see: Vec<&'static Unseen>,
    /// What would make it worse, at most five.
    pub do_not: Vec<&'static DoNot>,
    /// [`ANTI_SCAM`].
    pub anti_scam: &'static str,
}

impl Diagnosis {
    /// Whether a VPN is a suspect, and nobody has tried the way past it.
    pub fn suspects_vpn(&self) -> bool {
        self.proof == Some(suspects::OFFER)
    }
}

/// Draws the conclusion.
pub fn diagnose(rows: &[Row], answers: &Answers) -> Diagnosis {
    let situation = Situation::new(rows, answers);
    let causes = causes::causes(&situation);
    let verdict = outlook::outlook(&situation, &causes);
    let suspects = suspects::suspects(&situation, &causes);
    // Another network is no remedy for what a program on this Mac may do.
    let mended = |cause: Cause| {
        let on_this_mac = |one: &&Suspect| one.because.contains(&cause.id) && one.is_on_this_mac();
        let likely = suspects::likeliest(&suspects, cause.id).filter(on_this_mac);
        match likely.or_else(|| suspects.iter().find(on_this_mac)) {
            Some(suspect) if [catalogue::FIREWALL.id, catalogue::CONNECT.id].contains(&cause.fix.id) => {
                Cause { fix: suspect.fix, ..cause }
            }
            _ => cause,
        }
    };
    let causes_that_decide = causes.iter().filter(|cause| cause.decides()).cloned().map(mended).collect();
    let get_in_now = get_in_now::get_in_now(&situation, &verdict, &suspects);
    Diagnosis {
        outlook: verdict.outlook,
        headline: headline::headline(&situation, &verdict, &suspects, &get_in_now[0]),
        certainty: verdict.cause.map(|cause| cause.certainty),
        get_in_now,
        paths: paths::paths(&situation, &verdict, &causes),
        normal: normal::normal(&situation, verdict.outlook, &suspects),
        proof: suspects::proof(&situation, &suspects),
        suspects,
        else_it_can_be: else_it_can_be::else_it_can_be(verdict.outlook),
        cannot_see: cannot_see::cannot_see(&situation),
        do_not: dont::do_not(&situation, &causes),
        anti_scam: ANTI_SCAM,
        causes: causes_that_decide,
    }
}
