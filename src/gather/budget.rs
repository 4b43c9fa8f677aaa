use codesent_checks::Question;
use std::time::{Duration, Instant};
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    pub(crate) until: Instant,
    pub(crate) whole: bool,
}
impl Budget {
    pub(crate) fn of(question: &Question, begun: Instant, deadline: Instant) -> Self {
        let own = begun + Duration::from_secs(if question.needs_network() { 9 } else { 5 });
        Self { until: own.min(deadline), whole: own <= deadline }
    }
}
