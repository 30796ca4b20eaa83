//! The decision tree: its text, its model, the reader that makes it, and the rules it must keep.

mod amount;
mod builtin;
mod characters;
mod connection;
mod entry;
mod fact;
mod figures;
mod finding;
mod fingerprint;
mod forecast;
mod format;
mod graph;
mod id;
mod model;
mod near;
mod node;
mod notice;
pub mod order;
mod path_case;
mod reader;
mod report;
mod response;
mod rules;
mod shown;
mod stop;
mod text;
mod wording;

pub use amount::{Amount, half_width};
pub use builtin::{BUILTIN_ID, builtin_drawings, builtin_sources};
pub(crate) use characters::visible;
pub use connection::{Connection, ProfileKey};
pub use entry::Entry;
pub use fact::{Fact, FactKind, NotUsed};
pub use figures::{Figures, WayFigures};
pub use finding::{Finding, Named, Problem, Quantity, Severity, Shape, Syntax};
pub use forecast::Forecast;
pub use format::schema;
pub use graph::{
    Branch, Graph, Lead, Line, Part, Said, Shares, Stem, Tree, Vertex, WayStep, html, outline,
    percent,
};
pub use id::Id;
pub use model::{Call, Contact, Drawing, Group, Guide, Place, Step, Symptom, Target};
pub(crate) use near::nearest;
pub use node::{Action, Answer, Kind, Likelihood, Node, Question, Remedy, Role, Who};
pub use notice::{Moment, Notice, Tagged, notices, unknown_names};
pub use path_case::{Miss, PathCase};
pub(crate) use reader::{NOTICE_KEYS, Sheet, Table, notice_of, read_alone};
pub use reader::{Reading, SourceFile, format_tables, read};
pub use report::{Tally, report};
pub use response::{Response, Route};
pub(crate) use rules::{NOTICE_REVERSED, WRONG_TYPE};
pub use rules::{Rule, rules};
pub use shown::{Code, Message, Retry, Scheme, Shown};
pub use stop::Stop;
pub use text::{Lang, Text};
