//! The screens of training. Each says in its bar that it is training; none of them is the shop's.

mod actions;
mod begin;
mod cards;
mod debrief;
mod leave;
mod looks;
mod named;
mod result;
mod scenarios;
mod scene;
mod telling;

use super::{Body, Context, Draft, Editor, Intent, Item, question};
use crate::{
    drill_words::{Said, Voice},
    drilling::Ahead,
    guide::{Difficulty, Id},
    training::{Doing, Grade, Mode, Saying, Stage},
    tui::{
        app::App,
        command::Verb,
        page::Page,
        theme::{Role, Theme},
    },
};

pub(crate) use cards::Sitting;

/// A screen of training.
#[derive(Debug)]
pub(crate) enum Part {
    /// Where it begins: practice or exam.
    Training,
    /// The difficulties.
    Levels(Mode),
    /// The scenarios of one difficulty, or all.
    Scenarios(Mode, Option<Difficulty>),
    /// The scenarios of the course, and how far the trainee is.
    Course,
    /// Codes and messages as cards.
    Cards(Box<Sitting>),
    /// Who is trained, as it is typed.
    Name(Box<Editor>),
    /// The scene of a drill; it stays below all its other screens.
    Scene,
    /// What can be looked at, and what was seen.
    Looks,
    /// The question at hand.
    Question(Draft),
    /// The first actions at a remedy: what is chosen, in order.
    Actions(Vec<Doing>),
    /// What to tell the customer.
    Telling,
    /// That the last decision was not right, and why.
    Feedback,
    /// What came of a remedy.
    Result,
    /// What came of the drill.
    Debrief,
    /// Whether to begin.
    Begin(Ahead),
    /// Whether to leave, and the program with it.
    Leave(bool),
}

/// What choosing a line of training does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wish {
    /// Opens training.
    Open,
    /// Opens the difficulties.
    Mode(Mode),
    /// Opens the scenarios of one.
    Level(Mode, Option<Difficulty>),
    /// Begins any scenario.
    Any(Mode),
    /// Begins a scenario.
    Begin(Id, Mode),
    /// Begins a drill after the question whether to.
    Sure(Ahead),
    /// Opens the course.
    Course,
    /// Begins a scenario of the course.
    Station(Id),
    /// Opens the cards.
    Cards,
    /// Turns the card.
    Turn,
    /// Says how well the card was known.
    Grade(Grade),
    /// Opens the field for who is trained.
    Name,
    /// Trains whoever was typed.
    Named(String),
    /// Trains nobody in particular.
    Nobody,
    /// Goes on with the drill that is not over.
    GoOn,
    /// Opens what can be looked at.
    Looks,
    /// Looks at what a question asks about.
    Look(Id),
    /// Opens the ways in, or where the drill stands.
    Questions,
    /// Chooses a first action, or takes it back.
    Action(Doing),
    /// Takes the first actions as they are chosen.
    Order,
    /// Says something to the customer.
    Tell(Saying),
    /// Goes on from a screen in between.
    Next,
    /// Makes the last decision once more.
    Again,
    /// Leaves the drill, and the program with it.
    LeaveDrill(bool),
    /// Ends the drill.
    GiveUp,
}

/// A line that wishes something.
fn line(text: impl Into<String>, wish: Wish) -> Item {
    Item::new(text, Intent::Drill(wish))
}

/// The lines of a screen of training.
pub(crate) fn items(context: &Context, part: &Part) -> Vec<Item> {
    match part {
        Part::Training => scenarios::begin_items(context),
        Part::Levels(mode) => scenarios::level_items(context, *mode),
        Part::Scenarios(mode, level) => scenarios::items(context, *mode, *level),
        Part::Course => scenarios::course_items(context),
        Part::Cards(own) => cards::items(context, own),
        Part::Name(editor) => named::items(context, editor),
        Part::Scene => scene::items(context),
        Part::Looks => looks::items(context),
        Part::Question(draft) => match context.drill.map(|drill| drill.stage()) {
            Some(Stage::Question(asked)) => question::items(context, asked, draft),
            _ => Vec::new(),
        },
        Part::Actions(chosen) => actions::items(context, chosen),
        Part::Telling => telling::items(context),
        Part::Feedback => result::feedback_items(context),
        Part::Result => result::items(context),
        Part::Debrief => Vec::new(),
        Part::Begin(ahead) => begin::items(context, ahead),
        Part::Leave(quit) => leave::items(context, *quit),
    }
}

/// The page of a screen of training.
pub(crate) fn body(
    context: &Context,
    part: &Part,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    match part {
        Part::Training => scenarios::begin_body(context, items, cursor, width),
        Part::Levels(mode) => scenarios::level_body(context, *mode, items, cursor, width),
        Part::Scenarios(mode, level) => {
            scenarios::body(context, (*mode, *level), items, cursor, width)
        }
        Part::Course => scenarios::course_body(context, items, cursor, width),
        Part::Cards(own) => cards::body(context, own, items, cursor, width),
        Part::Name(_) => named::body(context, items, cursor, width),
        Part::Scene => scene::body(context, items, cursor, width),
        Part::Looks => looks::body(context, items, cursor, width),
        Part::Question(draft) => match context.drill.map(|drill| drill.stage()) {
            Some(Stage::Question(asked)) => {
                question::body(context, asked, draft, items, cursor, width)
            }
            _ => Body::default(),
        },
        Part::Actions(_) => actions::body(context, items, cursor, width),
        Part::Telling => telling::body(context, items, cursor, width),
        Part::Feedback => result::feedback_body(context, items, cursor, width),
        Part::Result => result::body(context, items, cursor, width),
        Part::Debrief => debrief::body(context, width),
        Part::Begin(ahead) => begin::body(context, ahead, items, cursor, width),
        Part::Leave(_) => leave::body(context, items, cursor, width),
    }
}

/// The verbs worth a place in the key bar.
pub(crate) fn verbs(app: &App, part: &Part) -> Vec<Verb> {
    let hint = app.drill().filter(|drill| drill.terms().mode == Mode::Practice);
    let hint = hint.map(|_| Verb::Hint);
    match part {
        Part::Training
        | Part::Levels(_)
        | Part::Scenarios(..)
        | Part::Course
        | Part::Name(_)
        | Part::Begin(_)
        | Part::Leave(_) => {
            vec![Verb::Choose, Verb::Back, Verb::Language, Verb::Help, Verb::Quit]
        }
        Part::Scene => vec![
            Verb::Choose,
            Verb::Look,
            Verb::Back,
            Verb::GiveUp,
            Verb::Language,
            Verb::Help,
            Verb::Quit,
        ],
        Part::Question(_) => {
            let drawing = app.drawing_id().map(|_| Verb::Drawing);
            let back = app.drill().filter(|drill| drill.terms().may_go_back()).map(|_| Verb::Back);
            let rest = [Verb::Lookup, Verb::GiveUp, Verb::Help, Verb::Quit];
            [Verb::Look].into_iter().chain(hint).chain(back).chain(drawing).chain(rest).collect()
        }
        Part::Cards(_) => {
            vec![Verb::Choose, Verb::Back, Verb::PageDown, Verb::Language, Verb::Help, Verb::Quit]
        }
        Part::Looks | Part::Actions(_) | Part::Telling => {
            vec![Verb::Choose, Verb::Back, Verb::PageDown, Verb::GiveUp, Verb::Help, Verb::Quit]
        }
        Part::Feedback | Part::Result => vec![Verb::Choose, Verb::PageDown, Verb::Help, Verb::Quit],
        Part::Debrief => {
            let first = [Verb::Back, Verb::PageDown, Verb::PageUp, Verb::Export];
            first.into_iter().chain([Verb::Language, Verb::Help, Verb::Quit]).collect()
        }
    }
}

/// Paragraphs as they are said in a drill.
pub(crate) fn say(page: &mut Page, said: &[Said], theme: Theme, width: usize) {
    for own in said {
        let role = match own.voice {
            Voice::Heading => Role::Heading,
            Voice::Plain => Role::Plain,
            Voice::Good => Role::Good,
            Voice::Bad => Role::Warning,
        };
        if own.voice == Voice::Heading {
            page.gap();
        }
        page.hanging(own.lead, &own.text, role, theme, width);
    }
}
