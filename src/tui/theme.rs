//! Roles and marks: what things look like, in one place.

use crate::session::StepState;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is for. Its look follows; meaning never rests on colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The bar at the top.
    Bar,
    /// The question, the cause.
    Title,
    /// Running text.
    Plain,
    /// Headings over a part.
    Heading,
    /// What matters less.
    Muted,
    /// The line at the cursor.
    Selected,
    /// Keys.
    Key,
    /// What never to do.
    Warning,
    /// In order.
    Good,
    /// What to say to the customer.
    Customer,
    /// A message of the program.
    Notice,
    /// A field to type into.
    Field,
}

/// How the screen is drawn: with or without colour, with or without characters beyond ASCII.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Whether the sixteen colours are used.
    pub color: bool,
    /// Whether marks and drawings keep to ASCII.
    pub ascii: bool,
}

impl Theme {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let (modifier, color) = match role {
            Role::Bar => (Modifier::REVERSED, None),
            Role::Plain => (Modifier::empty(), None),
            Role::Title => (Modifier::BOLD, None),
            Role::Heading | Role::Key => (Modifier::BOLD, Some(Color::Cyan)),
            Role::Muted => (Modifier::empty(), Some(Color::DarkGray)),
            Role::Selected => (Modifier::BOLD | Modifier::REVERSED, None),
            Role::Warning => (Modifier::BOLD, Some(Color::Red)),
            Role::Good => (Modifier::empty(), Some(Color::Green)),
            Role::Customer => (Modifier::empty(), Some(Color::Yellow)),
            Role::Notice => (Modifier::BOLD, Some(Color::Yellow)),
            Role::Field => (Modifier::UNDERLINED, None),
        };
        let plain = plain.add_modifier(modifier);
        match color {
            Some(color) if self.color => plain.fg(color),
            _ => plain,
        }
    }

    /// The mark of the line at the cursor; one column.
    pub fn cursor(self) -> &'static str {
        if self.ascii { ">" } else { "▸" }
    }

    /// The mark of a step; one column, of unambiguous width.
    pub fn step(self, state: StepState) -> &'static str {
        match (state, self.ascii) {
            (StepState::ToDo, _) => " ",
            (StepState::Here, false) => "▸",
            (StepState::Here, true) => ">",
            (StepState::Fine, false) => "✓",
            (StepState::Fine, true) => "+",
            (StepState::FaultFound, false) => "✗",
            (StepState::FaultFound, true) => "!",
            (StepState::NotNeeded, _) => "-",
        }
    }

    /// The role of a step's line.
    pub fn step_role(state: StepState) -> Role {
        match state {
            StepState::ToDo => Role::Plain,
            StepState::Here => Role::Title,
            StepState::Fine => Role::Good,
            StepState::FaultFound => Role::Warning,
            StepState::NotNeeded => Role::Muted,
        }
    }
}
