//! The body of a table, which only touches what has changed.
//!
//! Written here and not by a view: five hundred rows as components would be thousands of closures
//! and subscriptions, and every choice would run each of them.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event};

use super::element::set;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A code.
    Code(String),
    /// The name of the row, a button; and its language, where it is not the page's.
    Name(String, Option<String>),
    /// A text.
    Text(String),
    /// A number, and a mark: its class, and what is said of it to those who do not see it.
    Number(String, Option<(&'static str, String)>),
}

struct Row {
    element: Element,
    cells: Vec<(Element, Cell)>,
    current: bool,
}

/// The rows of a `tbody`.
pub(crate) struct Rows {
    document: Document,
    body: Element,
    written: Vec<Row>,
    /// Whether the rows have numbers.
    numbered: bool,
}

impl Rows {
    /// The rows of a body, none yet.
    pub(crate) fn within(body: &Element) -> Option<Self> {
        // A view that takes the place of another like it takes over its elements.
        body.replace_children_with_node_0();
        Some(Self {
            document: body.owner_document()?,
            body: body.clone(),
            written: Vec::new(),
            numbered: false,
        })
    }

    /// The position of the row whose button an event is about.
    pub(crate) fn button_under(&self, event: &Event) -> Option<usize> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let button = target.closest("button").ok()??;
        let mut rows = self.written.iter();
        rows.position(|row| row.element.contains(Some(&button)))
    }

    /// The row and the column of the cell that an event is about.
    pub(crate) fn cell_under(&self, event: &Event) -> Option<(usize, usize)> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let mut rows = self.written.iter().enumerate();
        rows.find_map(|(at, row)| {
            let mut cells = row.cells.iter();
            let column = cells.position(|(cell, _)| cell.contains(Some(&target)))?;
            Some((at, column))
        })
    }

    /// Numbers the rows from a position of a longer table on, for those who hear one page of it; `None`:
    /// all rows are here.
    pub(crate) fn number(&mut self, first: Option<usize>) {
        if first.is_none() && !self.numbered {
            return;
        }
        self.numbered = first.is_some();
        for (at, row) in self.written.iter().enumerate() {
            match first {
                Some(first) => set(&row.element, "aria-rowindex", &(first + at).to_string()),
                None => {
                    let _there: Result<(), _> = row.element.remove_attribute("aria-rowindex");
                }
            }
        }
    }

    /// Writes the row of a position and whether it is the current one; a row of other cells than
    /// before is made anew.
    pub(crate) fn write(&mut self, at: usize, cells: Vec<Cell>, current: bool) -> Option<()> {
        if at == self.written.len() {
            let element = self.child(&self.body, "tr", "")?;
            set(&element, "role", "row");
            let cells = Vec::new();
            let current = false;
            self.written.push(Row {
                element,
                cells,
                current,
            });
        }
        let kinds =
            |one: &Cell, other: &Cell| std::mem::discriminant(one) == std::mem::discriminant(other);
        let row = &self.written[at];
        let same = row.cells.len() == cells.len()
            && (row.cells.iter().zip(&cells)).all(|((_, before), now)| kinds(before, now));
        if same {
            self.renew(at, cells)?;
        } else {
            row.element.replace_children_with_node_0();
            let mut made = Vec::with_capacity(cells.len());
            for cell in cells {
                let element = self.cell(&self.written[at].element, &cell)?;
                self.fill(&element, &cell)?;
                made.push((element, cell));
            }
            self.written[at].cells = made;
        }
        let row = &mut self.written[at];
        if row.current != current {
            row.current = current;
            if current {
                set(&row.element, "aria-current", "location");
            } else {
                let _there: Result<(), _> = row.element.remove_attribute("aria-current");
            }
        }
        Some(())
    }

    /// Writes those cells of a row that are others than before.
    fn renew(&mut self, at: usize, cells: Vec<Cell>) -> Option<()> {
        for (place, now) in cells.into_iter().enumerate() {
            let (element, before) = &self.written[at].cells[place];
            if *before == now {
                continue;
            }
            match (before, &now) {
                (Cell::Number(_, before), Cell::Number(text, note)) if before == note => {
                    element.first_child()?.set_node_value(Some(text));
                }
                (Cell::Name(_, before), Cell::Name(text, lang)) if before == lang => {
                    element.first_child()?.set_text_content(Some(text));
                }
                _ => {
                    if class(before) != class(&now) {
                        set(element, "class", class(&now));
                    }
                    element.replace_children_with_node_0();
                    self.fill(element, &now)?;
                }
            }
            self.written[at].cells[place].1 = now;
        }
        Some(())
    }

    /// Takes away the rows from a position on.
    pub(crate) fn cut(&mut self, from: usize) {
        for row in self.written.drain(from.min(self.written.len())..) {
            row.element.remove();
        }
    }

    fn cell(&self, row: &Element, cell: &Cell) -> Option<Element> {
        let name = if let Cell::Name(..) = cell {
            "th"
        } else {
            "td"
        };
        let element = self.child(row, name, class(cell))?;
        if name == "th" {
            set(&element, "scope", "row");
            set(&element, "role", "rowheader");
        } else {
            set(&element, "role", "cell");
        }
        Some(element)
    }

    fn fill(&self, element: &Element, cell: &Cell) -> Option<()> {
        match cell {
            Cell::Code(text) | Cell::Text(text) => element.set_text_content(Some(text)),
            Cell::Number(text, note) => {
                element.set_text_content(Some(text));
                if let Some((look, meaning)) = note {
                    let mark = self.child(element, "span", &["mark ", look].concat())?;
                    set(&mark, "role", "img");
                    set(&mark, "aria-label", meaning);
                }
            }
            Cell::Name(text, lang) => {
                let look = self.child(element, "button", "")?;
                set(&look, "type", "button");
                if let Some(lang) = lang {
                    set(&look, "lang", lang);
                }
                look.set_text_content(Some(text));
            }
        }
        Some(())
    }

    fn child(&self, parent: &Element, name: &str, class: &str) -> Option<Element> {
        let element = self.document.create_element(name).ok()?;
        if !class.is_empty() {
            set(&element, "class", class);
        }
        parent.append_child(&element).ok()?;
        Some(element)
    }
}

fn class(cell: &Cell) -> &'static str {
    match cell {
        Cell::Code(_) => "code",
        Cell::Name(..) | Cell::Text(_) => "",
        Cell::Number(_, Some(("pattern", _))) => "number patterned",
        Cell::Number(..) => "number",
    }
}
