//! Several files or sheets of the same columns as one table.

use super::columns::columns;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::joined_grid::joined_grid;
use super::layout::{Layout, looks};
use super::part::{
    Part, decimal_sign, headings, is_one_file, part_name, rows_under, sign_name, stem,
};
use super::part_names::periods_of_names;
use super::separators::DecimalSign;
use super::sources::Sources;
use super::written::{Form, Written};
use crate::cube::Period;

/// Parts as one table, and what was found; no table where an error stands in the way.
pub(super) struct Joined {
    pub(super) written: Option<Written>,
    pub(super) findings: Vec<Finding>,
}

/// Joins parts of the same columns. Where no column of theirs tells the period, and the name of each part
/// does, a column of periods is added before the others. A part that begins with figures is read under the
/// heading of the first.
pub(super) fn joined(parts: Vec<Written>) -> Joined {
    let mut join = Join {
        findings: Vec::new(),
    };
    let first = parts.first().map(|part| part.grid.sources().clone());
    let parts = join.with_layouts(parts);
    if parts.is_empty()
        && let Some(source) = first.as_ref().and_then(Sources::first)
    {
        let texts = [
            "no part with rows",
            "rows of figures",
            "export the parts again",
        ];
        let place = (&*source.file, Spot::File);
        join.findings
            .push(Finding::new(Gravity::Error, "no-rows", place, texts));
    }
    let written = join.join(&parts);
    Joined {
        written,
        findings: join.findings,
    }
}

struct Join {
    findings: Vec<Finding>,
}

impl Join {
    fn find(
        &mut self,
        (gravity, kind): (Gravity, &'static str),
        (grid, spot): (&Grid, Spot),
        texts: [String; 3],
    ) {
        let file = grid.sources().first().map_or("", |it| &it.file);
        let finding = Finding::new(gravity, kind, (file, spot), texts);
        self.findings.push(grid.sources().placed(finding));
    }

    /// The parts that have rows.
    fn with_layouts(&mut self, parts: Vec<Written>) -> Vec<Part> {
        let layout = |written: &Written| {
            let looks = looks(&written.grid);
            let layout = Layout::of(&written.grid, &looks);
            (looks, layout.filter(|layout| !layout.body.is_empty()))
        };
        let read: Vec<_> = parts
            .into_iter()
            .map(|written| (layout(&written), written))
            .collect();
        // Of the first part that has a heading, that and what its columns hold.
        let first = read.iter().find_map(|((_, layout), written)| {
            let layout = layout.as_ref().filter(|it| !it.heading.is_empty())?;
            let row = |row: usize| -> Vec<String> {
                let cells = written.grid.row(row).iter();
                let texts = cells.map(|cell| written.grid.texts().get(*cell).to_owned());
                texts.collect()
            };
            Some((layout.heading.clone().map(row).collect(), layout.clone()))
        });
        let mut all = Vec::new();
        for ((looks, layout), written) in read {
            let grid = &written.grid;
            let rows = || first.as_ref().and_then(|first| rows_under(first, grid));
            let layout = layout.or_else(rows);
            let (Some(layout), Some(source)) = (layout, grid.sources().first().cloned()) else {
                self.find_no_rows(&written);
                continue;
            };
            if layout.body.is_empty() {
                self.find_no_rows(&written);
                continue;
            }
            let headings = headings(grid, &layout);
            all.push(Part {
                written,
                source,
                looks,
                layout,
                headings,
            });
        }
        all
    }

    /// A part that has a heading alone, or nothing that is a row.
    fn find_no_rows(&mut self, part: &Written) {
        let grid = &part.grid;
        let filled = (0..grid.len()).filter(|row| grid.filled(*row) > 0).count();
        let (gravity, remedy) = if filled > 1 {
            (
                Gravity::Error,
                "give it the columns of the other parts, or leave it out",
            )
        } else {
            (
                Gravity::Warning,
                "it is left out; export it again if it should have some",
            )
        };
        let texts = [
            "a part without rows of figures".to_owned(),
            "rows".to_owned(),
            remedy.to_owned(),
        ];
        self.find((gravity, "empty-part"), (grid, Spot::File), texts);
    }

    fn join(&mut self, parts: &[Part]) -> Option<Written> {
        let first = parts
            .iter()
            .position(|part| !part.layout.heading.is_empty());
        let first = &parts[first.unwrap_or(0).min(parts.len().checked_sub(1)?)];
        let mut are_alike = true;
        for part in parts {
            are_alike &= self.is_like(part, first);
        }
        are_alike &= self.is_written_alike(parts);
        if !are_alike {
            return None;
        }
        let periods = self.periods(parts, first);
        let grid = joined_grid(parts, first, periods.as_deref());
        let form = first.written.form;
        let place = match form {
            Form::Sheet(_) if is_one_file(parts) => {
                let sheets = parts.iter().filter_map(|part| part.source.sheet.as_deref());
                let names: Vec<String> = sheets.map(|name| format!("\"{name}\"")).collect();
                format!("sheets {}", names.join(", "))
            }
            Form::Text { .. } | Form::Sheet(_) => format!("{} files", parts.len()),
        };
        Some(Written { grid, form, place })
    }

    /// Whether a part has the columns of the first.
    fn is_like(&mut self, part: &Part, first: &Part) -> bool {
        let grid = &part.written.grid;
        let line = |row: usize| Spot::Line(grid.line(row));
        if part.layout.heading.is_empty() {
            let is_first = std::ptr::eq(part, first);
            if !is_first && part.layout.width == first.layout.width {
                let texts = [
                    "a part without a heading".to_owned(),
                    String::new(),
                    format!("read under that of {}", part_name(first, part)),
                ];
                let spot = line(part.layout.body[0]);
                self.find(
                    (Gravity::Note, "heading-of-first-part"),
                    (grid, spot),
                    texts,
                );
                return true;
            }
        }
        let last = part.layout.heading.end.saturating_sub(1);
        let text = |column: Option<&Vec<String>>| {
            column.map_or_else(
                || "no column".to_owned(),
                |it| format!("the column \"{}\"", it.join(", ")),
            )
        };
        let width = part.headings.len().max(first.headings.len());
        let odd = (0..width).find(|at| part.headings.get(*at) != first.headings.get(*at));
        let Some(odd) = odd else { return true };
        if part.columns_as_in(first).is_some() {
            let texts = [
                "the same columns in another order".to_owned(),
                String::new(),
                format!("read in the order of {}", part_name(first, part)),
            ];
            let spot = line(last);
            self.find(
                (Gravity::Note, "columns-in-another-order"),
                (grid, spot),
                texts,
            );
            return true;
        }
        let expected = text(first.headings.get(odd));
        let texts = [
            text(part.headings.get(odd)),
            format!("{expected}, as in {}", part_name(first, part)),
            "give all parts the same columns, or publish them as datasets of their own".to_owned(),
        ];
        let spot = Spot::Field {
            line: grid.line(last),
            column: odd + 1,
        };
        self.find((Gravity::Error, "parts-differ"), (grid, spot), texts);
        false
    }

    /// Whether the figures of all parts have the same decimal sign, as far as they tell.
    fn is_written_alike(&mut self, parts: &[Part]) -> bool {
        let mut known: Option<(&Part, DecimalSign)> = None;
        let mut are_alike = true;
        for part in parts {
            let Some(sign) = decimal_sign(part) else {
                continue;
            };
            let (first, expected) = *known.get_or_insert((part, sign));
            if sign == expected {
                continue;
            }
            let texts = [
                format!("decimal {}s", sign_name(sign)),
                format!(
                    "decimal {}s, as in {}",
                    sign_name(expected),
                    part_name(first, part)
                ),
                "export all parts alike".to_owned(),
            ];
            self.find(
                (Gravity::Error, "parts-differ"),
                (&part.written.grid, Spot::File),
                texts,
            );
            are_alike = false;
        }
        are_alike
    }

    /// The period of each part, where only its name tells it.
    fn periods(&mut self, parts: &[Part], first: &Part) -> Option<Vec<String>> {
        let has_own = first
            .headings
            .iter()
            .flatten()
            .any(|it| Period::parse(it).is_some())
            || columns(&first.written.grid, &first.looks, &first.layout)
                .iter()
                .any(|column| column.has_periods);
        if has_own {
            return None;
        }
        let is_sheets = is_one_file(parts);
        let name = |part: &Part| match &part.source.sheet {
            Some(sheet) if is_sheets => sheet.clone(),
            Some(_) | None => stem(&part.source.file).to_owned(),
        };
        let names: Vec<String> = parts.iter().map(name).collect();
        let periods = periods_of_names(&names)?;
        let told = periods.iter().zip(&names);
        let told: Vec<String> = told
            .map(|(period, name)| format!("{period} of \"{name}\""))
            .collect();
        let texts = [
            format!("periods in the names of the parts: {}", told.join(", ")),
            String::new(),
            "they are read as a dimension; write a column of periods if something else is meant"
                .to_owned(),
        ];
        let grid = &first.written.grid;
        self.find(
            (Gravity::Note, "periods-of-names"),
            (grid, Spot::File),
            texts,
        );
        Some(periods)
    }
}
