//! The table of a data package, read as its schema says.

use std::collections::{HashMap, HashSet};

use super::answers::Answers;
use super::data_package::{DataPackage, Field, FieldKind, ForeignKey, Resource};
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::name;
use super::layout::{Look, look};
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

/// Names of the codes of each column that has some.
type Lists = HashMap<String, HashMap<String, String>>;

fn lists<'a>(reader: &mut Reader<'a>, package: &DataPackage, files: &[TableFile<'a>]) -> Lists {
    let mut all = Lists::new();
    for key in &package.table.foreign_keys {
        let Some(list) = package.lists.iter().find(|it| it.name == key.resource) else {
            continue;
        };
        let names =
            rows(reader, list, files).and_then(|written| names_of(list, key, &written.grid));
        all.extend(names.map(|names| (key.field.clone(), names)));
    }
    for field in package
        .table
        .fields
        .iter()
        .filter(|it| !it.labels.is_empty())
    {
        all.insert(field.name.clone(), field.labels.iter().cloned().collect());
    }
    all
}

/// The names of the codes in a list: the column that is called so, else the first of letters.
fn names_of(list: &Resource, key: &ForeignKey, grid: &Grid) -> Option<HashMap<String, String>> {
    let heading: Vec<String> = if list.has_heading && grid.len() > 0 {
        let cells = grid.row(0).iter();
        cells
            .map(|cell| name(grid.texts().get(*cell)).into_owned())
            .collect()
    } else {
        list.fields.iter().map(|field| field.name.clone()).collect()
    };
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
                Some((column, field, different_names(lists.get(&field.name)?)?))
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
            let parted: String = text
                .trim()
                .chars()
                .filter(|it| Some(*it) != field.group)
                .collect();
            let number = parted.replace(field.decimal, ".");
            let is_number = number.parse::<f64>().is_ok_and(f64::is_finite);
            if is_number && (field.decimal == '.' || !parted.contains('.')) {
                return grid.add_number(&number);
            }
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
