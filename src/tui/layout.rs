//! Which part of the window is for what.

use crate::guide::room;
use ratatui::layout::{Rect, Size};

/// The smallest window that is enough.
pub(super) const SMALLEST: Size = Size { width: room::COLUMNS, height: room::ROWS };

/// From this height on there is room for empty rows between the parts of a remedy.
pub(super) const COMFORTABLE_HEIGHT: u16 = 24;

/// Columns of the checklist beside the page.
const SIDEBAR_WIDTH: u16 = 20;
/// From this width on the checklist stands beside the page; below, in one row above it.
const SIDEBAR_FROM: u16 = 76;
/// Columns of a drawing beside the page.
const DRAWING_WIDTH: u16 = room::DRAWING_COLUMNS as u16 + 1;
/// The page keeps at least this width beside a drawing.
const PAGE_BESIDE_DRAWING: u16 = 44;

/// The parts of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The bar at the top.
    pub bar: Rect,
    /// The checklist; empty on screens outside a session.
    pub steps: Rect,
    /// Whether the checklist is a column beside the page.
    pub steps_beside: bool,
    /// The page.
    pub page: Rect,
    /// The part that stays in sight below the page.
    pub pinned: Rect,
    /// The drawing beside the page.
    pub drawing: Rect,
    /// A message of the program.
    pub notice: Rect,
    /// What to say to the customer.
    pub customer: Rect,
    /// The keys that work here.
    pub keys: Rect,
}

/// What the parts need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    /// Whether the checklist is shown.
    pub steps: bool,
    /// Whether there is a drawing.
    pub drawing: bool,
}

impl Needs {
    /// The columns of the page in a window of this width, and whether a drawing fits beside it.
    pub(super) fn page_width(self, window: u16) -> (u16, bool) {
        let sidebar = if self.steps && window >= SIDEBAR_FROM { SIDEBAR_WIDTH } else { 0 };
        let room = window.saturating_sub(sidebar + 2);
        let beside = self.drawing && room >= PAGE_BESIDE_DRAWING + DRAWING_WIDTH;
        (if beside { room - DRAWING_WIDTH } else { room }, beside)
    }
}

/// Divides the window; the heights of the lower parts are those of their texts.
pub(super) fn divide(
    window: Size,
    needs: Needs,
    pinned: u16,
    notice: u16,
    customer: u16,
    keys: u16,
) -> Parts {
    let Size { width, height } = window;
    let row = |y: u16, height: u16| Rect { x: 1, y, width: width.saturating_sub(2), height };
    let beside = needs.steps && width >= SIDEBAR_FROM;
    let steps_above = u16::from(needs.steps && !beside);
    let keys_at = height.saturating_sub(keys);
    let customer_at = keys_at.saturating_sub(customer);
    let notice_at = customer_at.saturating_sub(notice);
    // One empty row above and below the page.
    let top = 2 + steps_above;
    let bottom = notice_at.saturating_sub(u16::from(notice + customer > 0 || keys > 0));
    let (page_width, drawing_beside) = needs.page_width(width);
    let x = if beside { SIDEBAR_WIDTH + 1 } else { 1 };
    let body = bottom.saturating_sub(top);
    let pinned = pinned.min(body);
    let gap = u16::from(pinned > 0 && body > pinned);
    let steps = if beside {
        Rect { x: 1, y: top, width: SIDEBAR_WIDTH - 2, height: body }
    } else {
        row(1, steps_above)
    };
    let drawing = Rect {
        x: x + page_width + 1,
        y: top,
        width: if drawing_beside { DRAWING_WIDTH - 1 } else { 0 },
        height: body,
    };
    Parts {
        bar: Rect { x: 0, y: 0, width, height: 1 },
        steps,
        steps_beside: beside,
        page: Rect { x, y: top, width: page_width, height: body - pinned - gap },
        pinned: Rect { x, y: top + body - pinned, width: page_width, height: pinned },
        drawing,
        notice: row(notice_at, notice),
        customer: row(customer_at, customer),
        keys: row(keys_at, keys),
    }
}
