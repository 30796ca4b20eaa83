//! The guide as a tree to fold, for those who write it.

use super::{Body, Context, Intent, Item, list};
use crate::{
    guide::{Guide, Node, Tree, percent},
    redact::veil_typing,
    tr,
    tui::{
        page::{Page, Row},
        theme::{Role, Theme},
    },
};
use ratatui::text::{Line, Span};
use std::collections::HashSet;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What is found at most; typing one character more is quicker than reading on.
const MOST_FOUND: usize = 60;
/// Rows of the text below the tree at most.
const DETAIL_ROWS: usize = 3;

/// The tree, and which of its branches are unfolded.
#[derive(Debug, Default)]
pub(crate) struct Grown {
    /// The tree of the guide.
    pub tree: Tree,
    /// The branches whose own branches are shown.
    pub open: HashSet<usize>,
}

impl Grown {
    /// The branches that are shown, from top to bottom.
    pub(crate) fn rows(&self) -> Vec<usize> {
        self.tree.rows(|at| self.open.contains(&at))
    }

    /// Unfolds all above a branch, and says in which row it stands.
    pub(crate) fn reveal(&mut self, at: usize) -> usize {
        self.open.extend(self.tree.above(at));
        self.row(at)
    }

    /// The row of a branch that is shown.
    pub(crate) fn row(&self, at: usize) -> usize {
        self.rows().iter().position(|&own| own == at).unwrap_or(0)
    }
}

/// The lines of the tree. They are drawn by the page itself.
pub(crate) fn items(grown: &Grown) -> Vec<Item> {
    grown.rows().into_iter().map(|at| Item::new("", Intent::Branch(at))).collect()
}

/// The page of the tree.
pub(crate) fn body(context: &Context, grown: &Grown, cursor: usize, width: usize) -> Body {
    let Some(guide) = context.guide else { return Body::default() };
    let mut body = Body::default();
    let title = format!("{} {}", guide.title.get(context.lang), guide.version);
    body.page.text(&title, Role::Title, context.theme, width);
    let rows = grown.rows();
    for (nth, &at) in rows.iter().enumerate() {
        let line = line(context, guide, grown, at, nth == cursor, width);
        if nth == cursor {
            body.page.focus = Some(body.page.rows.len()..body.page.rows.len() + 1);
        }
        body.page.rows.push(Row { line, hits: vec![(0..usize::MAX, nth)] });
    }
    if let Some(&at) = rows.get(cursor) {
        detail(&mut body.pinned, context, guide, &grown.tree, at, width);
    }
    body
}

/// A branch in one row: whether it is folded, what leads to it, what stands there, how likely.
fn line(
    context: &Context,
    guide: &Guide,
    grown: &Grown,
    at: usize,
    chosen: bool,
    width: usize,
) -> Line<'static> {
    let theme = context.theme;
    let branch = &grown.tree.branches[at];
    let said = grown.tree.say(guide, at, context.texts);
    let fold = match (branch.see, branch.children.is_empty()) {
        (Some(_), _) => "=",
        (None, true) => " ",
        (None, false) if grown.open.contains(&at) => "-",
        (None, false) => "+",
    };
    // However deep it is, there must be room for what it says.
    let indent = (2 * branch.depth).min(width / 3);
    let mark = if chosen { theme.cursor() } else { " " };
    let share = branch.share.map(percent).unwrap_or_default();
    let room = width.saturating_sub(indent + 6 + share.width());
    let lead = fit(&said.lead, if said.text.is_empty() { room } else { room / 2 });
    let between = if said.lead.is_empty() || said.text.is_empty() { "" } else { " > " };
    let text = fit(&said.text, room.saturating_sub(lead.width() + between.width()));
    let blank = room.saturating_sub(lead.width() + between.width() + text.width());
    let style = |role: Role| theme.style(if chosen { Role::Selected } else { role });
    let lead_role = if branch.node.is_none() { Role::Heading } else { Role::Key };
    Line::from(vec![
        Span::raw(format!("{mark} {}", " ".repeat(indent))),
        Span::styled(format!("{fold} "), theme.style(Role::Muted)),
        Span::styled(lead, style(lead_role)),
        Span::styled(between, style(Role::Plain)),
        Span::styled(text, style(text_role(&grown.tree, guide, at))),
        Span::raw(" ".repeat(blank + 1)),
        Span::styled(share, theme.style(Role::Muted)),
    ])
}

fn text_role(tree: &Tree, guide: &Guide, at: usize) -> Role {
    match tree.node(guide, at) {
        Some(Node::Remedy(remedy)) if remedy.escalation => Role::Warning,
        Some(Node::Remedy(_)) => Role::Good,
        _ => Role::Plain,
    }
}

/// As much of a text as there is room for.
fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut taken = 0;
    for c in text.chars() {
        taken += c.width().unwrap_or(0);
        if taken + 3 > width {
            break;
        }
        out.push(c);
    }
    out + "..."
}

/// What is known of the branch at the cursor: the whole of what its row is cut from.
fn detail(page: &mut Page, context: &Context, guide: &Guide, tree: &Tree, at: usize, width: usize) {
    let (texts, theme) = (context.texts, context.theme);
    let said = tree.say(guide, at, texts);
    let mut text = |text: &str, role: Role| {
        let mut own = Page::default();
        own.text(text, role, theme, width);
        page.rows.extend(own.rows.into_iter().take(DETAIL_ROWS));
    };
    let Some(node) = tree.node(guide, at) else {
        return text(&tr!(texts, "tree-how"), Role::Muted);
    };
    if !said.lead.is_empty() {
        text(&said.lead, Role::Key);
    }
    text(&said.text, text_role(tree, guide, at));
    let step = guide.step(&node.step().id).map_or("", |step| step.title.get(context.lang));
    let kind = match node {
        Node::Question(_) => tr!(texts, "graph-question"),
        Node::Remedy(remedy) if remedy.escalation => tr!(texts, "graph-last"),
        Node::Remedy(_) => tr!(texts, "graph-remedy"),
    };
    let minutes = node.minutes().ceil().max(1.0) as u64;
    let id = node.id().as_str();
    text(
        &tr!(texts, "tree-detail", kind = kind, step = step, minutes = minutes, id = id),
        Role::Muted,
    );
    if tree.branches[at].see.is_some() {
        text(&tr!(texts, "tree-elsewhere"), Role::Notice);
    }
}

/// The branches that have what was typed, in the order of the tree.
fn found(context: &Context, grown: &Grown, typed: &str) -> Vec<usize> {
    let Some(guide) = context.guide else { return Vec::new() };
    let wanted = typed.trim().to_lowercase();
    let tree = &grown.tree;
    let fits = |&at: &usize| {
        let branch = &tree.branches[at];
        let Some(node) = tree.node(guide, at).filter(|_| branch.see.is_none()) else {
            return false;
        };
        let text = match node {
            Node::Question(question) => &question.ask,
            Node::Remedy(remedy) => &remedy.cause,
        };
        let mut all = text.versions().map(str::to_lowercase).chain([node.id().to_lowercase()]);
        all.any(|own| own.contains(&wanted))
            || tree.say(guide, at, context.texts).lead.to_lowercase().contains(&wanted)
    };
    if wanted.is_empty() {
        return Vec::new();
    }
    tree.rows(|_| true).into_iter().filter(fits).take(MOST_FOUND).collect()
}

/// The lines of what was found.
pub(crate) fn find_items(context: &Context, typed: &str) -> Vec<Item> {
    let Some((guide, grown)) = context.guide.zip(context.tree) else { return Vec::new() };
    let item = |at: usize| {
        let said = grown.tree.say(guide, at, context.texts);
        let id = grown.tree.node(guide, at).map_or("", |node| node.id().as_str()).to_owned();
        let text = if said.text.is_empty() { said.lead } else { said.text };
        Item::new(text, Intent::Reveal(at)).aside(id)
    };
    found(context, grown, typed).into_iter().map(item).collect()
}

/// The page of the search.
pub(crate) fn find_body(
    context: &Context,
    typed: &str,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme): (_, Theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "tree-find"), width);
    let page = &mut body.page;
    let veiled = veil_typing(typed, typed.len());
    page.field(&tr!(texts, "lookup-field"), veiled.as_deref().unwrap_or(typed), theme, width);
    page.gap();
    if items.is_empty() && !typed.trim().is_empty() {
        page.text(&tr!(texts, "graph-nothing"), Role::Plain, theme, width);
    }
    list(page, items, 0, cursor, context, width);
    body
}
