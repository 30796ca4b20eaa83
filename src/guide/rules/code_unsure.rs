//! Who can't tell which card it was has a way on from a code with several meanings.

use super::{Context, Problem, Report, Rule};
use crate::guide::Code;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule::guide("code-unsure", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    if context.guide.code_unsure.is_some() {
        return;
    }
    let mut known: HashMap<&str, &Code> = HashMap::new();
    for code in &context.guide.codes {
        // One that is listed twice for the same scheme is reported as that.
        let twin = known.insert(&code.code, code);
        if twin.is_some_and(|twin| !code.schemes().any(|scheme| twin.is_of(&scheme.id))) {
            report.add(code.place, Problem::NoCodeUnsure(code.code.clone()));
        }
    }
}
