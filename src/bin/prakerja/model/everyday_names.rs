//! What people call the places.

use jangkau::cube::{Code, EverydayName, Id};

/// A place a line: axis, code, and the names that people type for it.
const NAMES: &str = include_str!("everyday_names.tsv");

/// The names, in the order of the file.
pub(super) fn everyday_names() -> Vec<EverydayName> {
    let lines = NAMES.lines().filter(|line| !line.starts_with('#'));
    let of_line = |line: &'static str| {
        let mut cells = line.split('\t');
        let [axis, code, names] = std::array::from_fn(|_| cells.next().unwrap_or_default());
        let name = move |name: &str| EverydayName {
            axis: Id::new(axis),
            code: Code::new(code),
            name: name.into(),
        };
        names.split(' ').map(name)
    };
    lines.flat_map(of_line).collect()
}
