//! The decision tree: its text, its model, the reader that makes it, and the rules it must keep.

mod amount;
mod builtin;
mod characters;
mod finding;
mod forecast;
mod id;
mod model;
mod near;
mod node;
mod reader;
mod report;
mod response;
mod rules;
mod text;
mod wording;

pub use amount::{Amount, half_width};
pub use builtin::{BUILTIN_ID, builtin_drawings, builtin_sources};
pub(crate) use characters::visible;
pub use finding::{Finding, Named, Problem, Quantity, Severity, Shape, Syntax};
pub use forecast::Forecast;
pub use id::Id;
pub use model::{Code, Contact, Drawing, Group, Guide, Place, Retry, Step, Symptom, Target};
pub use node::{Action, Answer, Kind, Likelihood, Node, Question, Remedy, Role, Who};
pub use reader::{Reading, SourceFile, format_tables, read};
pub use report::{Tally, report};
pub use response::{Response, Route};
pub use rules::{Rule, rules};
pub use text::{Lang, Text};
