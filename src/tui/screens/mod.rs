//! One file a screen. A screen says which lines can be chosen, and draws its page; what a choice
//! does is an [`Intent`], carried out by the app.

pub(super) mod drill;
pub(super) mod end;
pub(super) mod export;
pub(super) mod filters;
pub(super) mod form;
pub(super) mod help;
pub(super) mod history;
pub(super) mod home;
pub(super) mod lookup;
pub(super) mod note;
pub(super) mod picker;
pub(super) mod qr;
pub(super) mod question;
pub(super) mod remedy;
pub(super) mod review;
pub(super) mod setup;
pub(super) mod stats;
pub(super) mod terminals;
pub(super) mod tree;
pub(super) mod watch;

pub(super) use super::typing::Field;
use super::{
    keymap::Keymap,
    page::{Label, Page},
    theme::{Role, Theme},
    training::Training,
    watch::Watch,
};
use crate::{
    guide::{Guide, Id, Lang, Response},
    lookup::Catalogue,
    profile::TerminalNumber,
    session::{Entry, Session, SessionCode, Shop, Verdict, export::Format},
    store::{Head, SessionId, Stored},
    texts::Texts,
    training::Drill,
    wording::{Words, notice},
};
use filters::{Choice, Facet};
use form::{Button, Form};
use history::History;
use jiff::{Timestamp, tz::TimeZone};
pub(crate) use note::Editor;
use stats::Figures;
use tree::Grown;

/// A screen on the stack, with what it must remember.
#[derive(Debug)]
pub(super) struct Screen {
    /// Which screen, and what was typed into it.
    pub kind: Kind,
    /// The line at the cursor.
    pub cursor: usize,
    /// Rows that its page was scrolled by when it was shown last.
    pub scroll: usize,
    /// Whether the page keeps the cursor in sight: until it is scrolled by hand.
    pub follows: bool,
}

impl From<Kind> for Screen {
    fn from(kind: Kind) -> Self {
        Self { kind, cursor: 0, scroll: 0, follows: true }
    }
}

impl Screen {
    /// Whether it leads to a session and is still of use under one.
    pub(super) fn is_picker(&self) -> bool {
        matches!(
            self.kind,
            Kind::Home | Kind::Groups | Kind::Symptoms(_) | Kind::Terminals(None) | Kind::Tree(_)
        )
    }
}

/// All screens.
#[derive(Debug)]
pub(super) enum Kind {
    /// The first one.
    Home,
    /// All that belongs to training.
    Drill(drill::Part),
    /// Headings of the symptoms.
    Groups,
    /// Symptoms under one heading, or all where the guide has no headings.
    Symptoms(Option<Id>),
    /// The question, remedy or end where the session is.
    Session(Draft),
    /// An earlier question, to be answered anew.
    Change(Id, Draft),
    /// All answers.
    Review,
    /// Writing something down.
    Note(Box<Editor>),
    /// Keys and marks.
    Help,
    /// Looking something up: what was typed.
    Lookup(String),
    /// Which format the summary is to have.
    Formats,
    /// Where the summary is to go: its format, and the path as it is typed.
    Path(Format, Box<Editor>),
    /// A drawing alone.
    Drawing(Id),
    /// Something to be confirmed.
    Confirm(Confirm),
    /// Which terminal it is about: the way in of a new session, or none for the one under way.
    Terminals(Option<Entry>),
    /// The shop's profile as a form.
    Setup(Box<Form>),
    /// The sessions that were kept.
    History(Box<History>),
    /// One of them.
    Kept(Box<Stored>),
    /// Writing down what support said of one.
    Support(SessionId, Box<Editor>),
    /// The QR code of the session under way.
    Qr,
    /// By what the list is narrowed.
    Filters,
    /// What one of these filters can be.
    Facet(Facet),
    /// The figures over all of them.
    Stats(Box<Figures>),
    /// The guide as a tree.
    Tree(Box<Grown>),
    /// Looking for a branch of the tree: what was typed.
    TreeFind(String),
    /// What is wrong with a guide that is watched.
    Findings,
}

/// What has been put into a question that is not answered yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    /// What was typed.
    pub typed: String,
    /// What was ticked.
    pub ticked: Vec<Id>,
}

/// What is asked before something is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Confirm {
    /// Leaving with answers that are in no file.
    Quit,
    /// Beginning anew while a session is under way.
    Begin(Entry),
    /// Opening the session behind a code while another one is under way.
    Open(SessionCode),
    /// Writing over a file: the form that led here.
    Overwrite(export::Form),
    /// Leaving a form that is not saved, and whether the program is to be left with it.
    LeaveForm(bool),
}

/// What choosing a line does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Intent {
    /// Something in training.
    Drill(drill::Wish),
    /// Opens the symptom picker.
    Pick,
    /// Opens the symptoms under a heading.
    OpenGroup(Id),
    /// Begins a session, or asks first where one is under way.
    Begin(Entry),
    /// Begins a session, whatever is under way.
    BeginAnyway(Entry),
    /// Goes on with the session under way.
    Resume,
    /// Goes on with the session that was kept and is open still.
    GoOn,
    /// Answers the question.
    Respond(Response),
    /// Ticks an answer of a question with several.
    TickAnswer(Id),
    /// Ticks an action of a remedy.
    TickAction(Id, Id),
    /// Answers "did it work?".
    Try(Id, Verdict),
    /// Opens an earlier question.
    Change(Id),
    /// Opens the format list.
    Export,
    /// Opens the path field for a format.
    Format(Format),
    /// Writes the summary.
    Save(export::Form, bool),
    /// Puts the summary on the clipboard.
    Copy,
    /// Opens the QR code.
    Qr,
    /// Opens the review.
    Review,
    /// Opens the note.
    Note,
    /// Opens the look-up.
    Lookup,
    /// Goes where something leads that was looked up: in the session under way, or in a new one.
    LookUp(Entry),
    /// Opens the session behind a code, or asks first where one is under way.
    OpenCode(SessionCode),
    /// Opens it, whatever is under way.
    OpenAnyway(SessionCode),
    /// Opens the help.
    Help,
    /// Next language.
    Language,
    /// Closes the session and goes to the home screen.
    Home,
    /// Opens the form of the shop's profile.
    Setup,
    /// Goes on to the next field of the form.
    NextField,
    /// Presses a button of the form.
    Press(Button),
    /// Saves the form, and leaves the program if that was wanted.
    SaveForm(bool),
    /// Leaves the form as it is, and the program if that was wanted.
    DropForm(bool),
    /// Takes this terminal, or none.
    Terminal(Option<TerminalNumber>),
    /// Opens the list of terminals for the session under way.
    Terminals,
    /// Opens the sessions that were kept.
    History,
    /// More of them.
    More,
    /// Opens what one of the filters of the list can be.
    Facet(Facet),
    /// Takes one of these.
    Narrow(Choice),
    /// Takes all filters away.
    ShowAll,
    /// Opens one of them.
    Kept(SessionId),
    /// Goes on with the one on the screen.
    GoOnKept,
    /// The same, where it had come to its end: what was done did not help after all.
    Reopen,
    /// Writes down what support said of it.
    Support,
    /// Opens the figures.
    Stats,
    /// Folds or unfolds a branch of the tree, or goes on from it.
    Branch(usize),
    /// Goes to a branch of the tree.
    Reveal(usize),
    /// Closes this screen.
    Close,
    /// Leaves, or asks first.
    Quit,
    /// Leaves.
    QuitAnyway,
}

/// A line that can be chosen, and what that does.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// What it says.
    pub label: Label,
    /// What it does.
    pub intent: Intent,
}

impl Item {
    /// A line that says `text`.
    pub(super) fn new(text: impl Into<String>, intent: Intent) -> Self {
        Self { label: Label { text: text.into(), ..Label::default() }, intent }
    }

    /// The same with something in a quieter voice behind it.
    #[must_use]
    pub(super) fn aside(mut self, aside: impl Into<String>) -> Self {
        self.label.aside = aside.into();
        self
    }

    /// The same with a box to tick.
    #[must_use]
    pub(super) fn tick(mut self, ticked: bool) -> Self {
        self.label.tick = Some(ticked);
        self
    }
}

/// What screens are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The program's wording.
    pub texts: &'a Texts,
    /// How things look.
    pub theme: Theme,
    /// Keys, for the help screen and for hints.
    pub keymap: &'a Keymap,
    /// The guide, once it is there.
    pub guide: Option<&'a Guide>,
    /// The guide's language.
    pub lang: Lang,
    /// What can be looked up in the guide, once somebody looks.
    pub catalogue: Option<&'a Catalogue>,
    /// The drill on the screen.
    pub drill: Option<&'a Drill>,
    /// Training, where it is on the screen.
    pub training: Option<&'a Training>,
    /// The session on the screen.
    pub session: Option<&'a Session>,
    /// Whether mouse capture is on.
    pub mouse: bool,
    /// Whether the window is so low that empty rows would push out what matters.
    pub low: bool,
    /// What is known of the shop.
    pub shop: &'a Shop,
    /// The time of the last command.
    pub now: Timestamp,
    /// The shop's time zone.
    pub zone: &'a TimeZone,
    /// A session that was kept and is open still, where none is under way.
    pub unfinished: Option<&'a Head>,
    /// The number of the session under way, where it is kept.
    pub under_way: Option<SessionId>,
    /// Whether a kept session is on the screen, or below the one on top.
    pub of_kept: bool,
    /// The guide's tree, where it is below all screens.
    pub tree: Option<&'a Grown>,
    /// The guide that is watched.
    pub watch: Option<&'a Watch>,
    /// What is wrong with the shop's own files.
    pub trouble: [Option<&'a str>; 3],
}

impl<'a> Context<'a> {
    /// What the guide's values are called, once the guide is there.
    pub(crate) fn words(&self) -> Option<Words<'a>> {
        Some(Words { guide: self.guide?, texts: self.texts, lang: self.lang })
    }
}

/// What a screen shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// The part that scrolls.
    pub page: Page,
    /// The part below it that always stays in sight.
    pub pinned: Page,
    /// A drawing to be shown beside the page where there is room.
    pub side: Option<Page>,
}

impl Body {
    /// A page that begins with its title.
    pub(super) fn titled(context: &Context, title: &str, width: usize) -> Self {
        let mut body = Self::default();
        body.page.text(title, Role::Title, context.theme, width);
        body.page.gap();
        body
    }
}

/// What holds for a while, everywhere or about one question or remedy.
pub(super) fn notices(page: &mut Page, context: &Context, node: Option<&str>, width: usize) {
    let about = node.and_then(|id| context.guide?.node(id));
    if node.is_some() && about.is_none() {
        return;
    }
    let now = (context.now, context.zone);
    for own in context.shop.notices(context.guide, now, about) {
        page.text(&notice(context.texts, own), Role::Notice, context.theme, width);
        page.gap();
    }
}

/// Draws numbered lines.
pub(super) fn list(
    page: &mut Page,
    items: &[Item],
    first: usize,
    cursor: usize,
    context: &Context,
    width: usize,
) {
    for (at, item) in items.iter().enumerate() {
        page.choice(first + at, &item.label, first + at == cursor, context.theme, width);
    }
}
