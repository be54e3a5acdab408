//! What a Frictionless data package says of its table (<https://datapackage.org/standard/data-package/>,
//! versions 1 and 2).

use super::finding::Findings;
use super::package_constraints::Constraints;
use super::package_reader::Reader;

/// A data package with a table.
#[derive(Debug, Clone)]
pub struct DataPackage {
    /// Its file, for what is found.
    pub(super) file: String,
    pub(super) name: Option<String>,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) licence: Option<String>,
    pub(super) source: Option<String>,
    pub(super) href: Option<String>,
    pub(super) table: Resource,
    /// Lists of codes that the table names.
    pub(super) lists: Vec<Resource>,
}

/// A table of a package.
#[derive(Debug, Clone, Default)]
pub(super) struct Resource {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) paths: Vec<String>,
    pub(super) encoding: Option<String>,
    pub(super) delimiter: Option<char>,
    pub(super) has_heading: bool,
    pub(super) comment: Option<char>,
    pub(super) sheet: Option<String>,
    pub(super) fields: Vec<Field>,
    pub(super) primary_key: Vec<String>,
    pub(super) foreign_keys: Vec<ForeignKey>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) kind: FieldKind,
    pub(super) decimal: char,
    pub(super) group: Option<char>,
    /// What stands where nothing is known.
    pub(super) missing: Vec<String>,
    /// Names of values.
    pub(super) labels: Vec<(String, String)>,
    /// What its values are to be.
    pub(super) constraints: Constraints,
}

/// What a column holds, as far as it matters how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldKind {
    Letters,
    Number,
    /// Dates, years and whatever else is read as it stands.
    AsWritten,
}

/// A column whose values are codes of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ForeignKey {
    pub(super) field: String,
    pub(super) resource: String,
    pub(super) code: String,
}

impl DataPackage {
    /// Reads a `datapackage.json`. `file`: its name, for what is found; `table`: of several tables, the name
    /// of the one that is meant. No package where an error or a question stands in the way.
    #[must_use]
    pub fn from_bytes(file: &str, bytes: &[u8], table: Option<&str>) -> (Option<Self>, Findings) {
        let mut read = Reader::new(file);
        let package = read.package(bytes, table);
        let findings = read.findings();
        (package.filter(|_| findings.can_be_published()), findings)
    }

    /// Its name, where it has one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The files that it names, the table's first: paths relative to the folder of the package.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let lists = self.lists.iter().flat_map(|list| &list.paths);
        self.table.paths.iter().chain(lists).map(String::as_str)
    }
}
