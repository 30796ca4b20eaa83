//! Findings that an author lets stand, each for a reason that is written beside it.

use super::{Finding, Place, Problem, Severity, rules::reading};

/// One rule that a part of the guide may break.
#[derive(Debug)]
pub(super) struct Allow {
    /// The rule.
    pub(super) rule: &'static str,
    /// Where its name is written.
    pub(super) place: Place,
    /// The part of the guide: from its heading to the next one.
    pub(super) part: Place,
}

impl Allow {
    fn covers(&self, finding: &Finding) -> bool {
        finding.rule == self.rule
            && finding.severity != Severity::Error
            && finding.place.file == self.part.file
            && (self.part.start..self.part.end).contains(&finding.place.start)
    }
}

/// Takes away what is allowed. After a close look, what is allowed and not there is a finding too:
/// it would hide a mistake of later.
pub(super) fn apply(allows: &[Allow], close: bool, findings: &mut Vec<Finding>) {
    if allows.is_empty() {
        return;
    }
    let mut idle = vec![true; allows.len()];
    findings.retain(|finding| {
        let at = allows.iter().position(|own| own.covers(finding));
        if let Some(at) = at {
            idle[at] = false;
        }
        at.is_none()
    });
    if close {
        let unused = allows.iter().zip(idle).filter(|(_, idle)| *idle);
        findings.extend(
            unused.map(|(own, _)| {
                reading::IDLE_ALLOW.finding(own.place, Problem::IdleAllow(own.rule))
            }),
        );
    }
}
