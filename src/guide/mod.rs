//! The decision tree: its text, its model, the reader that makes it, and the rules it must keep.

pub mod advice;
mod allow;
mod amount;
mod builtin;
mod characters;
mod connection;
mod difference;
mod entry;
pub mod explain;
mod fact;
mod figures;
mod finding;
mod fingerprint;
mod fmt;
mod forecast;
mod format;
mod graph;
mod id;
mod model;
mod near;
mod node;
mod notice;
pub mod order;
mod passages;
mod path_case;
mod reader;
mod report;
mod response;
pub(crate) mod room;
mod rules;
mod scenario;
mod shown;
mod sorts;
mod stop;
mod text;
mod told;
mod wording;

pub use amount::{Amount, half_width};
pub use builtin::{
    BUILTIN_ID, builtin_advice, builtin_drawings, builtin_guide, builtin_scenarios, builtin_sources,
};
pub(crate) use characters::{visible, without_hidden};
pub use connection::{Connection, ProfileKey};
pub use difference::{Change, How, changes};
pub use entry::Entry;
pub use fact::{Fact, FactKind, NotUsed};
pub use figures::{Figures, WayFigures};
pub use finding::{Finding, Problem, Severity};
pub use fmt::{Unformatted, fmt};
pub use forecast::Forecast;
pub use format::schema;
pub use graph::{
    Branch, Graph, Lead, Line, Part, Said, Shares, Stem, Tree, Vertex, WayStep, html, outline,
    percent,
};
pub use id::Id;
pub(crate) use id::Names;
pub use model::{Call, Contact, Drawing, Group, Guide, Place, Step, Symptom, Target};
pub(crate) use near::nearest;
pub use node::{Action, Answer, Kind, Likelihood, Node, Question, Remedy, Role, Who};
pub use notice::{Moment, Notice, Tagged, notices, unknown_names};
pub use passages::{Owner, Passage, each_passage};
pub use path_case::{Miss, Move, PathCase};
pub(crate) use reader::{NOTICE_KEYS, Sheet, Table, notice_of, read_alone, tagged};
pub use reader::{Reading, SourceFile, check, format_tables, read};
pub use report::{Tally, report};
pub use response::{Response, Route};
pub(crate) use room::wrap;
pub(crate) use rules::{NOTICE_REVERSED, WRONG_TYPE};
pub use rules::{Rule, rules};
pub use scenario::{
    BestPath, Difficulty, PathStop, Scenario, ScenarioFlaw, Screen, Sight, Telling, Temptation,
    Trap, Wrong,
};
pub use shown::{Code, Message, Retry, Scheme, Shown};
pub use sorts::{Differing, Named, Quantity, Shape, Syntax};
pub use stop::Stop;
pub use text::{Lang, Text};
pub use told::{ReportFormat, tell};
