//! The order of the table's rows, and which of them a search leaves.

use std::cmp::Ordering;

use super::table_lines::Line;
use crate::cube::Interval;
use crate::view_state::{Column, Quantity, Sort};
use crate::words::small;

/// Whether every word is somewhere in some texts.
pub(super) fn fits(texts: &[&str], wanted_words: &[&str]) -> bool {
    let text = folded(&texts.join(" "));
    wanted_words.iter().all(|word| text.contains(word))
}

/// A text as it is searched: in small letters, and the dash of a range as it is typed.
pub(super) fn folded(text: &str) -> String {
    let typed = |letter| if letter == '–' { '-' } else { small(letter) };
    text.chars().map(typed).collect()
}

/// The order of two lines; what is not known stands last either way. Of a category across the
/// columns: which of them it is, and what is shown of it.
pub(super) fn order(
    a: &Line,
    b: &Line,
    sort: Sort,
    (nth, quantity): (Option<usize>, Quantity),
) -> Ordering {
    let turned = |order: Ordering| {
        if sort.descending {
            order.reverse()
        } else {
            order
        }
    };
    let texts = |a: &str, b: &str| turned(a.chars().map(small).cmp(b.chars().map(small)));
    let numbers = |number: &dyn Fn(&Line) -> Option<f64>| match (number(a), number(b)) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    let measure = |quantity| numbers(&|line| line.listed.measures.quantity(quantity));
    match sort.column {
        Column::Code => texts(&a.listed.code, &b.listed.code),
        Column::Name => texts(&a.listed.name, &b.listed.name),
        Column::Group => texts(a.listed.group_name(), b.listed.group_name()),
        Column::Value => measure(Quantity::Count),
        Column::Share => measure(Quantity::Share),
        Column::Rate => measure(Quantity::Rate),
        Column::Change => numbers(&|line| line.change.map(Interval::middle)),
        Column::Of(_) => numbers(&|line| line.across.get(nth?)?.quantity(quantity)),
    }
}
