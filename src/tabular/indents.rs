//! Categories that stand further in than those that they are parts of.

use std::collections::BTreeMap;

/// How far in a text stands, in letters.
pub(super) fn indent(text: &str) -> usize {
    let white = text.chars().take_while(|letter| letter.is_whitespace());
    white.map(|letter| if letter == '\t' { 4 } else { 1 }).sum()
}

/// The parts of each category by how far in they stand, in the order of the categories; `rows`: of each row its
/// category, and how far in that stands. Nothing where this tells no hierarchy: a category stands once further
/// in than another time, or alone below another, as a stray space makes it.
pub(super) fn parts_by_indent(rows: &[(usize, usize)]) -> Vec<(usize, Vec<usize>)> {
    let mut indents: BTreeMap<usize, usize> = BTreeMap::new();
    let mut parents: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    let mut above: Vec<(usize, usize)> = Vec::new();
    for (category, indent) in rows.iter().copied() {
        while above.last().is_some_and(|(_, of)| *of >= indent) {
            above.pop();
        }
        let parent = above.last().map(|(category, _)| *category);
        let same = *indents.entry(category).or_insert(indent) == indent
            && *parents.entry(category).or_insert(parent) == parent;
        if !same {
            return Vec::new();
        }
        above.push((category, indent));
    }
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (category, parent) in parents {
        if let Some(parent) = parent {
            parts.entry(parent).or_default().push(category);
        }
    }
    if parts.values().any(|parts| parts.len() < 2) {
        return Vec::new();
    }
    parts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_further_in_is_a_part() {
        // All, of which North (two districts) and South (two districts), twice.
        let rows = [(0, 0), (1, 2), (2, 4), (3, 4), (4, 2), (5, 4), (6, 4)];
        let twice = [rows, rows].concat();
        assert_eq!(
            parts_by_indent(&twice),
            [(0, vec![1, 4]), (1, vec![2, 3]), (4, vec![5, 6])]
        );
        assert_eq!(
            (indent("  North"), indent("\u{a0}North"), indent("North ")),
            (2, 1, 0)
        );
    }

    #[test]
    fn a_stray_space_makes_no_part() {
        assert_eq!(parts_by_indent(&[(0, 0), (1, 1), (2, 0)]), []);
        assert_eq!(parts_by_indent(&[(0, 0), (1, 1), (0, 0), (1, 0)]), []);
        // The same name below two others is not the same category.
        assert_eq!(
            parts_by_indent(&[(0, 0), (1, 2), (2, 2), (3, 0), (1, 2), (2, 2)]),
            []
        );
    }
}
