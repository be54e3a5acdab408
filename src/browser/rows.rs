//! The body of a table, which only touches what has changed.
//!
//! Written here and not by a view: five hundred rows as components would be thousands of closures
//! and subscriptions, and every choice would run each of them.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::element::set;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A code.
    Code(String),
    /// The name of the row: a button with the id `r` and the row's position. After it a mark, said
    /// in the words given.
    Name(String, Option<&'static str>),
    /// A text.
    Text(String),
    /// A number; an aside on what it merely repeats is said to those who do not see it, and drawn.
    Number(String, Option<String>),
}

struct Row {
    element: Element,
    cells: Vec<(Element, Cell)>,
    current: bool,
}

/// The body of the table whose `tbody` has an id.
pub(crate) struct Rows {
    document: Document,
    body: Element,
    written: Vec<Row>,
    busy: Option<bool>,
    numbers: usize,
}

impl Rows {
    /// The body; `None` where no element has the id.
    pub(crate) fn within(id: &str) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let body = document.get_element_by_id(id)?;
        // A view that takes the place of another like it takes over its elements.
        body.replace_children_with_node_0();
        Some(Self {
            document,
            body,
            written: Vec::new(),
            busy: None,
            numbers: 0,
        })
    }

    /// Says whether there is more to be written.
    pub(crate) fn set_busy(&mut self, busy: bool) {
        if self.busy != Some(busy) {
            self.busy = Some(busy);
            set(&self.body, "aria-busy", if busy { "true" } else { "false" });
        }
    }

    /// Says to the style of the table how many columns of numbers want room.
    pub(crate) fn set_numbers(&mut self, numbers: usize) -> Option<()> {
        if self.numbers != numbers {
            self.numbers = numbers;
            let table: HtmlElement = self.body.parent_element()?.dyn_into().ok()?;
            let style = table.style();
            style.set_property("--numbers", &numbers.to_string()).ok()?;
        }
        Some(())
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
                self.fill(at, &element, &cell)?;
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
                (Cell::Name(_, before), Cell::Name(text, own)) if before == own => {
                    element.first_child()?.set_text_content(Some(text));
                }
                _ => {
                    if class(before) != class(&now) {
                        set(element, "class", class(&now));
                    }
                    element.replace_children_with_node_0();
                    self.fill(at, element, &now)?;
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

    fn fill(&self, at: usize, element: &Element, cell: &Cell) -> Option<()> {
        match cell {
            Cell::Code(text) | Cell::Text(text) => element.set_text_content(Some(text)),
            Cell::Number(text, note) => {
                element.set_text_content(Some(text));
                if let Some(note) = note {
                    let said = self.child(element, "span", "unseen")?;
                    said.set_text_content(Some(&[" ", &**note].concat()));
                }
            }
            Cell::Name(text, own) => {
                let look = self.child(element, "button", "")?;
                set(&look, "type", "button");
                set(&look, "id", &format!("r{at}"));
                look.set_text_content(Some(text));
                if let Some(own) = own {
                    let mark = self.child(element, "span", "own")?;
                    mark.set_text_content(Some("●"));
                    let said = self.child(&mark, "span", "unseen")?;
                    said.set_text_content(Some(own));
                }
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
        Cell::Number(_, None) => "number",
        Cell::Number(_, Some(_)) => "number patterned",
    }
}
