//! The categories that the rows or the heading of a table name, in the order in which they are met.

use std::collections::HashMap;

use super::assemble::Assembly;
use super::categories::Categories;
use super::finding::{Gravity, Spot};
use super::indents::{indent, parts_by_indent};
use super::label::name;
use super::pivot::Pivot;
use super::plan::{DimensionIx, Use};
use super::spellings::{spellings, toml_text};
use super::texts::{BLANK, TextIx};

impl Assembly<'_> {
    /// Every category that the rows or the heading name.
    pub(super) fn categories(&mut self) -> Vec<Categories> {
        let mut all = Vec::new();
        for (at, dimension) in self.plan.dimensions.iter().enumerate() {
            let mut met = Categories::default();
            for category in &dimension.across {
                met.add(category, category, Vec::new());
            }
            let at = DimensionIx(at);
            if let Some(column) = self.column_of(&Use::Code(at)) {
                let names = self.column_of(&Use::Name(at));
                let mut groups = self.group_columns(at);
                // The unit of a category is met as its groups are, after all of them.
                groups.extend(self.column_of(&Use::Unit(at)));
                self.meet(&mut met, column, (names, &groups));
                self.find_parts(&mut met, (column, names));
                self.find_parts_by_sums(&mut met);
            }
            all.push(met);
        }
        all
    }

    fn meet(
        &mut self,
        met: &mut Categories,
        column: usize,
        (names, groups): (Option<usize>, &[usize]),
    ) {
        let body = &self.layout.body;
        for row in body {
            let cell = self.grid.cell(*row, column);
            let label = names.map_or(BLANK, |column| self.grid.cell(*row, column));
            if cell == BLANK && label == BLANK {
                let heading = self.heading(column);
                let spot = self.grid.spot(*row, column);
                self.find(
                    Gravity::Question,
                    "blank-category",
                    spot,
                    [
                        format!("nothing in column \"{heading}\""),
                        "a category".to_owned(),
                        format!(
                            "say what a blank means: [blanks] \"{heading}\" = \"above\" (as in the row above), \
                             \"total\" or \"unknown\""
                        ),
                    ],
                );
                continue;
            }
            // Of a row without a code its name is the code.
            let key = if cell == BLANK { label } else { cell };
            if cell != BLANK && met.of_text.contains_key(&cell) {
                continue;
            }
            let text = |cell: TextIx| name(self.grid.texts().get(cell));
            let code = text(key);
            let label = if label == BLANK {
                code.clone()
            } else {
                text(label)
            };
            let groups = groups
                .iter()
                .map(|column| text(self.grid.cell(*row, *column)).into_owned());
            let category = met.add(&code, &label, groups.collect());
            met.of_text.insert(key, category);
        }
    }

    /// What is a part of what, by how far in the names stand.
    fn find_parts(&self, met: &mut Categories, (column, names): (usize, Option<usize>)) {
        let column = names.unwrap_or(column);
        let text = |row: &usize| self.grid.text(*row, column);
        if !self.layout.body.iter().any(|row| indent(text(row)) > 0) {
            return;
        }
        let by_name: HashMap<&str, usize> = met.names.iter().map(String::as_str).zip(0..).collect();
        let rows = self.layout.body.iter().filter_map(|row| {
            let text = text(row);
            Some((*by_name.get(&*name(text))?, indent(text)))
        });
        let rows: Vec<(usize, usize)> = rows.collect();
        let code = |at: usize| met.codes[at].clone();
        let parts = parts_by_indent(&rows).into_iter();
        met.parts = parts
            .map(|(of, parts)| (code(of), parts.into_iter().map(code).collect()))
            .collect();
    }

    /// The same where nothing stands further in, and every parent is the sum of the rows below it.
    fn find_parts_by_sums(&self, met: &mut Categories) {
        if !met.parts.is_empty() {
            return;
        }
        let pivot = Pivot::of((self.grid, self.layout), (self.plan, self.entries));
        let codes = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect();
        let hierarchy = pivot.as_ref().map(Pivot::hierarchy).unwrap_or_default();
        let parts = hierarchy
            .into_iter()
            .map(|(of, parts)| (of.to_owned(), codes(parts)));
        met.parts = parts.collect();
    }

    /// Categories that are one, written in two ways.
    pub(super) fn check_spellings(&mut self, met: &[Categories]) {
        for (at, (dimension, met)) in self.plan.dimensions.iter().zip(met).enumerate() {
            let alike = spellings(&met.codes);
            if alike.is_empty() {
                continue;
            }
            let pairs = alike.iter().map(|pair| pair.map(toml_text).join(" and "));
            let found = pairs.collect::<Vec<_>>().join("; ");
            let column = self.column_of(&Use::Code(DimensionIx(at)));
            let remedy = match column.map(|column| self.heading(column)) {
                Some(heading) => format!(
                    "write each category in one way, or paste below [replace]: {}; accept = [\"spellings\"] where \
                     they are two",
                    replace_line(&heading, &alike)
                ),
                None => {
                    "write each category in one way; accept = [\"spellings\"] where they are two"
                        .to_owned()
                }
            };
            self.find(
                Gravity::Question,
                "spellings",
                Spot::Member(format!("column \"{}\"", dimension.label)),
                [found, "one spelling of each category".to_owned(), remedy],
            );
        }
    }
}

/// The line of settings by which one spelling of each pair is read as the other.
fn replace_line(heading: &str, alike: &[[&str; 2]]) -> String {
    let mut known: Vec<&str> = Vec::new();
    let mut pairs: Vec<String> = Vec::new();
    for [kept, other] in alike {
        if !known.contains(other) {
            known.push(other);
            pairs.push(format!("{} = {}", toml_text(other), toml_text(kept)));
        }
    }
    format!("{} = {{ {} }}", toml_text(heading), pairs.join(", "))
}
