//! The table of a data package, read as its schema says.

use std::collections::{HashMap, HashSet};

use super::answers::Answers;
use super::data_package::{DataPackage, Field, FieldKind, ForeignKey, Resource};
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::name;
use super::layout::{Look, look};
use super::package_constraints::some;
use super::table::{Known, Reader, Table, TableFile};
use super::texts::{BLANK, TextIx};
use super::written::Written;
use crate::cube::{Cube, Label, Metadata};

/// Reads the table of a data package. `files`: those that the package names, each by the path that it has
/// there.
#[must_use]
pub(super) fn table_from_package(
    package: &DataPackage,
    files: &[TableFile<'_>],
    answers: &Answers,
) -> Table {
    let mut reader = Reader::new(&package.file, answers);
    let typed = rows(&mut reader, &package.table, files).and_then(|written| {
        let lists = lists(&mut reader, package, files);
        let mut typing = Typing {
            resource: &package.table,
            written: &written,
            findings: Vec::new(),
        };
        let typed = typing.typed(&lists);
        typing.check(&lists);
        reader.add(typing.findings);
        typed
    });
    let read = typed.and_then(|written| reader.table_of(written));
    let mut table = reader.finished(read);
    table.cube = table.cube.map(|cube| said(cube, package));
    table.account.title = package
        .table
        .title
        .clone()
        .or_else(|| package.title.clone());
    table
}

/// The rows of a resource.
fn rows<'a>(
    reader: &mut Reader<'a>,
    resource: &Resource,
    files: &[TableFile<'a>],
) -> Option<Written> {
    let own = |path: &String| files.iter().find(|file| file.name == path).copied();
    let own: Vec<TableFile<'a>> = resource.paths.iter().filter_map(own).collect();
    let known = Known {
        encoding: resource.encoding.as_deref(),
        delimiter: resource.delimiter.and_then(|it| u8::try_from(it).ok()),
        comment: resource.comment,
    };
    reader.written(&own, resource.sheet.as_deref(), known)
}

/// What makes letters of a code that would be a number, and is no part of its name: a word joiner.
const MARK: char = '\u{2060}';

/// What is known of the codes of columns.
#[derive(Default)]
struct Lists {
    /// Names of the codes of each column that has some.
    names: HashMap<String, HashMap<String, String>>,
    /// Of each column with a foreign key the list that it names, and its codes.
    codes: HashMap<String, (String, HashSet<String>)>,
}

fn lists<'a>(reader: &mut Reader<'a>, package: &DataPackage, files: &[TableFile<'a>]) -> Lists {
    let mut all = Lists::default();
    for key in &package.table.foreign_keys {
        let Some(list) = package.lists.iter().find(|it| it.name == key.resource) else {
            continue;
        };
        let Some(written) = rows(reader, list, files) else {
            continue;
        };
        let codes = codes_of(list, key, &written.grid);
        let codes = codes.map(|codes| (key.field.clone(), (list.name.clone(), codes)));
        all.codes.extend(codes);
        let names = names_of(list, key, &written.grid);
        all.names
            .extend(names.map(|names| (key.field.clone(), names)));
    }
    for field in package
        .table
        .fields
        .iter()
        .filter(|it| !it.labels.is_empty())
    {
        let labels = field.labels.iter().cloned().collect();
        all.names.insert(field.name.clone(), labels);
    }
    all
}

/// The names of the columns of a list.
fn heading_of(list: &Resource, grid: &Grid) -> Vec<String> {
    if list.has_heading && grid.len() > 0 {
        let cells = grid.row(0).iter();
        cells
            .map(|cell| name(grid.texts().get(*cell)).into_owned())
            .collect()
    } else {
        list.fields.iter().map(|field| field.name.clone()).collect()
    }
}

/// The codes in a list.
fn codes_of(list: &Resource, key: &ForeignKey, grid: &Grid) -> Option<HashSet<String>> {
    let heading = heading_of(list, grid);
    let codes = heading.iter().position(|it| *it == key.code)?;
    let rows = usize::from(list.has_heading)..grid.len();
    let text = |row| name(grid.text(row, codes)).into_owned();
    Some(rows.map(text).filter(|code| !code.is_empty()).collect())
}

/// The names of the codes in a list: the column that is called so, else the first of letters.
fn names_of(list: &Resource, key: &ForeignKey, grid: &Grid) -> Option<HashMap<String, String>> {
    let heading = heading_of(list, grid);
    let codes = heading.iter().position(|it| *it == key.code)?;
    let called = |wanted: &str| heading.iter().position(|it| it.to_lowercase() == wanted);
    let called = ["label", "name", "title", "description"]
        .into_iter()
        .find_map(called);
    let other = (0..heading.len()).find(|at| *at != codes);
    let names = called.filter(|at| *at != codes).or(other)?;
    let rows = usize::from(list.has_heading)..grid.len();
    let text = |row, column| name(grid.text(row, column)).into_owned();
    Some(
        rows.map(|row| (text(row, codes), text(row, names)))
            .collect(),
    )
}

struct Typing<'p> {
    resource: &'p Resource,
    written: &'p Written,
    findings: Vec<Finding>,
}

impl<'p> Typing<'p> {
    fn find(&mut self, (gravity, kind): (Gravity, &'static str), spot: Spot, texts: [String; 3]) {
        let sources = self.written.grid.sources();
        let file = sources.first().map_or("", |source| &source.file);
        let finding = Finding::new(gravity, kind, (file, spot), texts);
        self.findings.push(sources.placed(finding));
    }

    /// The rows under the titles of their fields: numbers as such, codes as letters with their names in
    /// columns before all others, and nothing where nothing is known.
    fn typed(&mut self, lists: &Lists) -> Option<Written> {
        let written = self.written;
        let from = &written.grid;
        let fields = self.fields()?;
        let mut grid = Grid::new();
        let named: Vec<(usize, &Field, HashMap<&str, &str>)> = (fields.iter().enumerate())
            .filter_map(|(column, field)| {
                let field = (*field)?;
                Some((
                    column,
                    field,
                    different_names(lists.names.get(&field.name)?)?,
                ))
            })
            .collect();
        let title = |field: &Field| field.title.clone().unwrap_or_else(|| field.name.clone());
        grid.copy_sources(from, named.len());
        let mut heading: Vec<TextIx> = Vec::new();
        for (_, field, _) in &named {
            heading.push(grid.add_text(&title(field)));
        }
        for (column, field) in fields.iter().enumerate() {
            let text = match field {
                // The names have the title of the column.
                Some(field) if named.iter().any(|(at, ..)| *at == column) => {
                    format!("{} code", field.name)
                }
                Some(field) => title(field),
                None => from.text(0, column).to_owned(),
            };
            heading.push(grid.add_text(&text));
        }
        let first_line = from.line(0);
        grid.add_cells(
            if self.resource.has_heading {
                first_line
            } else {
                0
            },
            &heading,
        );
        for row in usize::from(self.resource.has_heading)..from.len() {
            if from.filled(row) == 0 {
                continue;
            }
            let mut cells = Vec::new();
            for (column, _, names) in &named {
                let code = name(from.text(row, *column));
                cells.push(grid.add_text(names.get(&*code).copied().unwrap_or(&code)));
            }
            for (column, field) in fields.iter().enumerate() {
                let text = from.text(row, column);
                cells.push(match field {
                    Some(field) => self.cell(field, text, &mut grid),
                    None => grid.add_text(text),
                });
            }
            grid.add_cells(from.line(row), &cells);
        }
        Some(Written {
            grid,
            form: written.form,
            place: written.place.clone(),
        })
    }

    /// Holds every value against what the schema says of its column.
    fn check(&mut self, lists: &Lists) {
        let written = self.written;
        let from = &written.grid;
        let first = usize::from(self.resource.has_heading);
        // What is wrong with the columns themselves has been told.
        let told = self.findings.len();
        let fields = self.fields().unwrap_or_default();
        self.findings.truncate(told);
        for row in (first..from.len()).filter(|row| from.filled(*row) > 0) {
            for (column, field) in fields.iter().enumerate() {
                let Some(field) = field else { continue };
                let code = name(from.text(row, column));
                let is_missing = |missing: &String| missing.trim() == code;
                let is_none = code.is_empty() || field.missing.iter().any(is_missing);
                // Of a figure that is hidden nothing is known.
                if !is_none && field.kind == FieldKind::Number && look(&code) == Look::Sign {
                    continue;
                }
                let text = Some(&*code).filter(|_| !is_none);
                let number = text.and_then(|text| number_text(field, text)?.parse().ok());
                let kind = (Gravity::Error, "schema-differs");
                let spot = from.spot(row, column);
                let shown = format!("\"{code}\" in \"{}\"", field.name);
                let remedy = "correct the cell, or the schema".to_owned();
                if let Some(expected) = field.constraints.expected(text, number) {
                    let expected = format!("{expected}, as the schema says of \"{}\"", field.name);
                    self.find(kind, spot.clone(), [shown.clone(), expected, remedy]);
                }
                let Some((list, codes)) = lists.codes.get(&field.name) else {
                    continue;
                };
                if text.is_some_and(|code| !codes.contains(code)) {
                    let mut known: Vec<&String> = codes.iter().collect();
                    known.sort();
                    let expected = format!("a code of \"{list}\": {}", some(&known));
                    let remedy = format!("correct the cell, or add the code to \"{list}\"");
                    self.find(
                        (Gravity::Error, "no-such-code"),
                        spot,
                        [shown, expected, remedy],
                    );
                }
            }
        }
    }

    fn is_code(&self, field: &Field) -> bool {
        let is_key = self.resource.primary_key.contains(&field.name)
            || self
                .resource
                .foreign_keys
                .iter()
                .any(|key| key.field == field.name);
        field.kind == FieldKind::Letters || is_key && field.kind == FieldKind::Number
    }

    fn cell(&self, field: &Field, text: &str, grid: &mut Grid) -> TextIx {
        let look = look(text);
        if field.missing.iter().any(|missing| missing == text.trim()) && look != Look::Sign {
            return BLANK;
        }
        if self.is_code(field) {
            return match look {
                Look::Figure | Look::Year => grid.add_text(&format!("{MARK}{}", text.trim())),
                Look::Blank | Look::Sign | Look::Text => grid.add_text(text),
            };
        }
        if field.kind == FieldKind::Number {
            return match number_text(field, text) {
                Some(number) => grid.add_number(&number),
                None => grid.add_text(text),
            };
        }
        grid.add_text(text)
    }

    /// Of each column its field, and none of one that the schema does not name; `None` where a field of the
    /// schema has no column.
    fn fields(&mut self) -> Option<Vec<Option<&'p Field>>> {
        let resource = self.resource;
        let grid = &self.written.grid;
        let width = (0..grid.len()).map(|row| grid.row(row).len()).max()?;
        if !resource.has_heading {
            return Some((0..width).map(|at| resource.fields.get(at)).collect());
        }
        let heading: Vec<String> = (0..width)
            .map(|column| name(grid.text(0, column)).into_owned())
            .collect();
        let line = Spot::Line(grid.line(0));
        let is = |field: &Field, heading: &str| {
            field.name.trim() == heading || field.title.as_deref().map(str::trim) == Some(heading)
        };
        let fields = heading
            .iter()
            .map(|heading| resource.fields.iter().find(|field| is(field, heading)));
        let fields: Vec<Option<&Field>> = fields.collect();
        let left = resource.fields.iter().find(|field| {
            !fields
                .iter()
                .flatten()
                .any(|known| std::ptr::eq(*known, *field))
        });
        if let Some(left) = left {
            let texts = [
                format!("the columns {}", heading.join(", ")),
                format!("a column \"{}\", as the schema says", left.name),
                "correct the heading of the file, or the schema".to_owned(),
            ];
            self.find((Gravity::Error, "schema-differs"), line, texts);
            return None;
        }
        let unknown = heading
            .iter()
            .zip(&fields)
            .find(|(_, field)| field.is_none());
        if let Some((heading, _)) = unknown.filter(|_| !resource.fields.is_empty()) {
            let texts = [
                format!("a column \"{heading}\""),
                "a field of that name in the schema".to_owned(),
                "it is read as it stands; add the field to the schema".to_owned(),
            ];
            self.find((Gravity::Warning, "schema-differs"), line, texts);
        }
        Some(fields)
    }
}

/// A number as its field writes it, with a point and without groups; `None` of what is none.
fn number_text(field: &Field, text: &str) -> Option<String> {
    let letters = text.trim().chars();
    let parted: String = letters.filter(|it| Some(*it) != field.group).collect();
    let number = parted.replace(field.decimal, ".");
    let is_number = number.parse::<f64>().is_ok_and(f64::is_finite);
    (is_number && (field.decimal == '.' || !parted.contains('.'))).then_some(number)
}

/// The names of codes, where no two codes have the same.
fn different_names(names: &HashMap<String, String>) -> Option<HashMap<&str, &str>> {
    let different: HashSet<&String> = names.values().collect();
    (different.len() == names.len()).then(|| {
        names
            .iter()
            .map(|(code, name)| (&**code, &**name))
            .collect()
    })
}

/// The cube with what the package says of it.
fn said(cube: Cube, package: &DataPackage) -> Cube {
    let label = |text: &Option<String>| text.as_deref().map(Label::new);
    let table = &package.table;
    let descriptions = [&package.description, &table.description].into_iter();
    let notes = descriptions.flatten().map(|text| Label::new(text));
    let of_fields = table.fields.iter().filter_map(|field| {
        let title = field.title.as_deref().unwrap_or(&field.name);
        Some(Label::new(&format!(
            "{title}: {}",
            field.description.as_deref()?
        )))
    });
    let own = cube.metadata().clone();
    let title = label(&table.title).or_else(|| label(&package.title));
    let metadata = Metadata {
        label: title.unwrap_or_else(|| own.label.clone()),
        source: label(&package.source),
        licence: label(&package.licence),
        href: package.href.as_deref().map(Into::into),
        notes: notes.chain(of_fields).collect(),
        ..own
    };
    let unsaid = cube.clone();
    // What is text alone fits any cube.
    cube.with_metadata(metadata).unwrap_or(unsaid)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKAGE: &str = r#"{"resources": [{"name": "grants", "path": "grants.csv", "schema": {
        "fields": [{"name": "area", "type": "integer"}, {"name": "sex", "type": "string"},
        {"name": "persons", "type": "integer", "constraints": {"maximum": 200, "required": true}}],
        "missingValues": ["", "-"], "foreignKeys": [{"fields": "area", "reference": {"resource": "areas", "fields": "code"}}]}},
        {"name": "areas", "path": "areas.csv"}]}"#;

    #[track_caller]
    fn check(rows: &str, list: &str, expected: &[&str]) {
        let (package, findings) = DataPackage::from_bytes("p.json", PACKAGE.as_bytes(), None);
        assert!(findings.can_be_published(), "{findings:?}");
        let table = format!("area,sex,persons\n{rows}");
        let files = [("grants.csv", &*table), ("areas.csv", list)];
        let files = files.map(|(name, text)| TableFile {
            name,
            bytes: text.as_bytes(),
        });
        let table = table_from_package(&package.unwrap(), &files, &Answers::default());
        let findings = table.findings.sorted().into_iter();
        let errors = findings.filter(|it| it.gravity == Gravity::Error);
        let errors: Vec<String> = errors.map(ToString::to_string).collect();
        assert_eq!(errors, expected);
    }

    #[test]
    fn a_value_that_is_not_as_the_schema_says_is_named_with_its_cell() {
        let list = "code,label\n1,North\n2,South\n";
        check("1,F,100\n1,M,110\n2,F,120\n2,M,<5\n", list, &[]);
        check(
            "1,F,100\n1,M,500\n2,F,600\n9,M,-\n",
            list,
            &[
                "grants.csv, line 3, column 3: found \"500\" in \"persons\", expected at most 200, as the schema says of \"persons\" (2 times); correct the cell, or the schema",
                "grants.csv, line 5, column 1: found \"9\" in \"area\", expected a code of \"areas\": 1, 2; correct the cell, or add the code to \"areas\"",
                "grants.csv, line 5, column 3: found \"-\" in \"persons\", expected a value in every row, as the schema says of \"persons\"; correct the cell, or the schema",
            ],
        );
        // A list without names is one, too.
        check(
            "1,F,100\n9,M,110\n",
            "code\n1\n2\n",
            &[
                "grants.csv, line 3, column 1: found \"9\" in \"area\", expected a code of \"areas\": 1, 2; correct the cell, or add the code to \"areas\"",
            ],
        );
    }
}
