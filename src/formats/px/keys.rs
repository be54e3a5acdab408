//! Figures with keys (`KEYS`): each row names the values of the stub; a row that is left out is zeros.

use std::collections::HashMap;

use super::data::{Data, Item, items, none, shortened};
use super::table::Table;
use super::variable::Variable;
use crate::formats::cells::Cells;
use crate::formats::error::Failure;
use crate::formats::remark::{Remark, Remarks};

/// The positions of a variable's values by the words of its keys.
type Positions<'v> = HashMap<&'v str, usize>;

/// Whether the rows of a table have keys.
pub(super) fn has_keys(table: &Table<'_>) -> bool {
    table.entries.iter().any(|entry| entry.keyword == "KEYS")
}

/// The words of the keys of a variable: its codes, where `KEYS` says so, else its values.
fn positions<'v>(table: &Table<'_>, variable: &'v Variable<'_>) -> Positions<'v> {
    let by_code = table.text("KEYS", &[variable.name]);
    let by_code = by_code.is_some_and(|text| text.eq_ignore_ascii_case("codes"));
    let words = if by_code {
        &variable.codes
    } else {
        &variable.values
    };
    words
        .iter()
        .enumerate()
        .map(|(at, word)| (word.as_str(), at))
        .collect()
}

/// The figures of rows with keys; `stub`: the variables that are their keys.
pub(super) fn with_keys(
    table: &Table<'_>,
    data: &Data<'_>,
    stub: &[&Variable<'_>],
    remarks: &mut Remarks,
) -> Result<Cells, Failure> {
    let positions: Vec<Positions<'_>> = stub.iter().map(|it| positions(table, it)).collect();
    let rows: usize = data.sizes[..stub.len()].iter().product();
    let mut cells = Cells::all(0.0, data.cells());
    let mut lines = vec![0_usize; rows];
    let mut faults = Remarks::default();
    let mut items = items(data.text, data.line).peekable();
    while let Some(first) = items.peek().copied() {
        let mut row = Some(0);
        for (nth, (positions, variable)) in positions.iter().zip(stub).enumerate() {
            let key = items.next_if(|item| item.is_quoted || nth == 0);
            let at = key.and_then(|key| positions.get(&*key.key()).copied());
            if at.is_none() {
                let found = key.map_or("no key".to_owned(), |key| {
                    format!("\"{}\"", shortened(key.text))
                });
                let fault = Remark::new("no-such-key", key.unwrap_or(first).line, "DATA");
                let fault = fault
                    .expected(format!("a key of \"{}\"", variable.name))
                    .found(found);
                faults.add(fault.remedy("correct the key, or add it to CODES and VALUES"));
            }
            row = row.zip(at).map(|(row, at)| row * positions.len() + at);
        }
        let is_figure =
            |item: &Item<'_>| !item.is_quoted || data.symbols.figure(item.text).is_some();
        let mut found = 0;
        while found < data.width
            && let Some(item) = items.next_if(is_figure)
        {
            if let Some(row) = row {
                data.put(&mut cells, row * data.width + found, item, &mut faults)?;
            }
            found += 1;
        }
        let mut more = 0;
        while items.next_if(|item| !item.is_quoted).is_some() {
            more += 1;
        }
        if found + more != data.width {
            let fault = Remark::new("other-number", first.line, "DATA");
            let fault = fault.expected(format!("{} figures in a row", data.width));
            let fault = fault.found((found + more).to_string());
            faults.add(fault.remedy("add what is missing, or take out what is too much"));
        }
        if let Some(known) = row.and_then(|row| lines.get_mut(row)) {
            if *known != 0 {
                let fault = Remark::new("duplicate-key", first.line, "DATA");
                let fault = fault
                    .expected("each row once")
                    .found(format!("the keys of line {known} again"));
                faults.add(fault.remedy("take one of the two out"));
            }
            *known = first.line;
        }
    }
    none(faults)?;
    let left_out = lines.iter().filter(|line| **line == 0).count();
    if left_out > 0 {
        let remark = Remark::new("rows-of-zeros", data.line, "DATA").times(left_out);
        remarks.add(
            remark
                .found("a row left out")
                .remedy("its figures are zeros, as KEYS says"),
        );
    }
    Ok(cells)
}
