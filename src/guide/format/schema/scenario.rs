//! What the keys of a scenario take.

use super::{
    super::{SCENARIO_CODE, SIGHT, TELLING, TEMPTATION, TRAP, Takes},
    SAYS, TAG, Writer, list,
};
use crate::tr;
use serde_json::{Value, json};

impl Writer<'_> {
    /// What a key takes that only scenarios have.
    pub(super) fn scenario(&self, takes: Takes) -> Value {
        match takes {
            Takes::Screen => self.screen(),
            Takes::ScenarioCode => {
                self.table("code", &SCENARIO_CODE, |texts| tr!(texts, "schema-scenario-code"))
            }
            Takes::Sights => some(&self.table("fact", &SIGHT, |texts| tr!(texts, "schema-sights"))),
            Takes::Traps => some(&self.table("trap", &TRAP, |texts| tr!(texts, "schema-traps"))),
            Takes::Temptations => {
                list(&self.table("tempt", &TEMPTATION, |texts| tr!(texts, "schema-temptations")))
            }
            Takes::Tellings => {
                list(&self.table("tell", &TELLING, |texts| tr!(texts, "schema-tellings")))
            }
            _ => answered(),
        }
    }

    /// Lines in each language.
    fn screen(&self) -> Value {
        let rows = list(&json!({ "type": "string" }));
        if self.languages.is_empty() {
            return json!({
                "type": "object",
                "additionalProperties": rows,
                "propertyNames": { "pattern": TAG },
            });
        }
        let own = |tag: &String| (tag.clone(), rows.clone());
        let versions: serde_json::Map<String, Value> = self.languages.iter().map(own).collect();
        json!({
            "type": "object",
            "properties": versions,
            "required": self.languages,
            "additionalProperties": false,
        })
    }
}

/// A list that is not empty.
fn some(items: &Value) -> Value {
    let mut list = list(items);
    list["minItems"] = json!(1);
    list
}

/// An id or a code, an amount, or several ids.
fn answered() -> Value {
    let id = json!({ "type": "string", "pattern": SAYS });
    json!({ "anyOf": [
        id,
        { "type": "number", "minimum": 0 },
        { "type": "array", "items": id, "minItems": 1 },
    ] })
}
