//! The files of a table: one, several, those of a folder, or those of a data package.

use std::fs;
use std::path::{Path, PathBuf};

use crate::formats::{self, Limits};
use crate::publish::dataset_id::id_of_name;
use crate::publish::error::SiteError;
use crate::tabular::{
    Answers, DataPackage, FileRead, Findings, TableFile, cube_from_files, cube_from_package,
};

/// What a file on a publisher's machine may hold.
const LIMITS: Limits = Limits {
    bytes: 2 << 30,
    cells: 50_000_000,
    ..Limits::PAGE
};

/// A file of a table, as it came.
#[derive(Debug, Clone)]
pub(super) struct SourceFile {
    /// Its name; with that of its folder where another one has the same.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
}

/// The files of a table.
#[derive(Debug, Clone)]
pub(super) struct TableSource {
    /// What all together are called: the name of the file or the folder, or the first and the last.
    pub(super) name: String,
    /// The id of the dataset where none is given.
    pub(super) id: String,
    /// In the order in which their rows are read.
    pub(super) files: Vec<SourceFile>,
    /// The data package that names the files, where there is one.
    pub(super) package: Option<PackageSource>,
}

/// A data package as it came.
#[derive(Debug, Clone)]
pub(super) struct PackageSource {
    pub(super) file: SourceFile,
    /// What it says; `None` where an error or a question stands in the way.
    pub(super) package: Option<DataPackage>,
    pub(super) findings: Findings,
}

/// What the file of a data package is called.
pub(super) const PACKAGE: &str = "datapackage.json";

/// How the names of files end that may hold a table; `.gz` may follow.
const ENDINGS: [&str; 6] = ["csv", "tsv", "txt", "xlsx", "xls", "ods"];

impl TableSource {
    /// Reads the files; of a folder those that its data package names, else those whose names say that they
    /// are tables, in the order of their names. `sheet`: of several tables of a package, the one that is
    /// meant.
    ///
    /// # Errors
    /// When one cannot be read, or a folder has none.
    pub(super) fn read(paths: &[PathBuf], sheet: Option<&str>) -> Result<Self, SiteError> {
        if let [path] = paths {
            let package = if path.is_dir() {
                path.join(PACKAGE)
            } else {
                path.clone()
            };
            if file_name(&package) == PACKAGE && package.is_file() {
                return Self::of_package(&package, sheet);
            }
        }
        let mut all = Vec::new();
        for path in paths {
            if path.is_dir() {
                all.extend(tables_in(path)?);
            } else {
                all.push(path.clone());
            }
        }
        let files = all.iter().map(|path| {
            let name = file_name(path);
            let has_name = |other: &&PathBuf| file_name(other) == name;
            let name = match path.parent().map(file_name) {
                Some(folder) if all.iter().filter(has_name).count() > 1 => {
                    format!("{folder}-{name}")
                }
                Some(_) | None => name,
            };
            Ok(SourceFile {
                name,
                bytes: fs::read(path).map_err(SiteError::read(path))?,
            })
        });
        let files: Vec<SourceFile> = files.collect::<Result<_, _>>()?;
        Ok(Self {
            name: name_of(paths, &files),
            id: id_of(paths),
            files,
            package: None,
        })
    }

    fn of_package(path: &Path, sheet: Option<&str>) -> Result<Self, SiteError> {
        let bytes = fs::read(path).map_err(SiteError::read(path))?;
        let (package, findings) = DataPackage::from_bytes(PACKAGE, &bytes, sheet);
        let folder = path.parent().unwrap_or(Path::new("."));
        let read = |name: &str| {
            let path = folder.join(name);
            Ok(SourceFile {
                name: name.to_owned(),
                bytes: fs::read(&path).map_err(SiteError::read(&path))?,
            })
        };
        let files = package.iter().flat_map(DataPackage::paths).map(read);
        let files = files.collect::<Result<_, _>>()?;
        let name = package.as_ref().and_then(DataPackage::name);
        Ok(Self {
            name: PACKAGE.to_owned(),
            id: name.map_or_else(|| id_of(&[folder.to_owned()]), id_of_name),
            files,
            package: Some(PackageSource {
                file: SourceFile {
                    name: PACKAGE.to_owned(),
                    bytes,
                },
                package,
                findings,
            }),
        })
    }

    /// Every file that came.
    pub(super) fn all_files(&self) -> impl Iterator<Item = &SourceFile> {
        let package = self.package.iter().map(|package| &package.file);
        package.chain(&self.files)
    }

    /// The cube of the files, and what was found in them.
    pub(super) fn cube(&self, answers: &Answers) -> FileRead {
        let files = self.table_files();
        let Some(source) = &self.package else {
            return cube_from_files(&self.name, &files, answers, &LIMITS);
        };
        let mut read = (source.package.as_ref()).map_or_else(FileRead::default, |package| {
            cube_from_package(package, &files, answers)
        });
        let own = std::mem::replace(&mut read.findings, source.findings.clone());
        read.findings.append(own);
        read
    }

    /// The files as a reader takes them.
    fn table_files(&self) -> Vec<TableFile<'_>> {
        let files = self.files.iter().map(|file| TableFile {
            name: &file.name,
            bytes: &file.bytes,
        });
        files.collect()
    }
}

fn tables_in(folder: &Path) -> Result<Vec<PathBuf>, SiteError> {
    let read = SiteError::read(folder);
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(read)?;
    let paths = entries.into_iter().map(|entry| entry.path());
    let (mut tables, others): (Vec<PathBuf>, Vec<PathBuf>) = paths.partition(|path| is_table(path));
    if tables.is_empty() {
        tables.extend(others.into_iter().filter(|path| is_cube(path)));
    }
    tables.sort();
    if tables.is_empty() {
        return Err(SiteError::NoTables {
            folder: folder.to_owned(),
        });
    }
    Ok(tables)
}

/// Whether a file of a folder is read as its table, or a part of it.
pub(super) fn is_source(path: &Path) -> bool {
    is_table(path) || is_cube(path)
}

/// Whether a file of a folder without tables is read: JSON-stat or PX, by its content.
fn is_cube(path: &Path) -> bool {
    let name = file_name(path).to_lowercase();
    let is_named = [".json", ".px"].iter().any(|ending| name.ends_with(ending));
    let is_left = name.starts_with(['.', '~', '_']) || name == PACKAGE;
    is_named && !is_left && fs::read(path).is_ok_and(|bytes| formats::is_cube(&bytes))
}

/// Whether a file of a folder is read as a part of its table.
fn is_table(path: &Path) -> bool {
    let name = file_name(path).to_lowercase();
    let plain = name.strip_suffix(".gz").unwrap_or(&name);
    // What a spreadsheet that is open keeps beside it, and what a system hides.
    let is_left = name.starts_with(['.', '~', '_']);
    let ending = plain.rsplit_once('.').map_or("", |(_, ending)| ending);
    path.is_file() && !is_left && ENDINGS.contains(&ending)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn name_of(paths: &[PathBuf], files: &[SourceFile]) -> String {
    match (paths, files) {
        (_, [file]) => file.name.clone(),
        ([path], _) => {
            let whole = fs::canonicalize(path);
            file_name(whole.as_deref().unwrap_or(path))
        }
        (_, [first, .., last]) => format!("{} to {}", first.name, last.name),
        (_, _) => files
            .first()
            .map_or_else(String::new, |file| file.name.clone()),
    }
}

/// The id of a table: of a file or a folder its name, of several files what their names begin with alike,
/// else the name of the folder that they are in.
fn id_of(paths: &[PathBuf]) -> String {
    let parent = |path: &Path| {
        let whole = fs::canonicalize(path).ok()?;
        Some(file_name(whole.parent()?))
    };
    if let [path] = paths {
        let name = fs::canonicalize(path).map_or_else(|_| file_name(path), |it| file_name(&it));
        // The folder in which a site keeps what was published.
        if name == "sources" && path.is_dir() {
            return id_of_name(&parent(path).unwrap_or(name));
        }
        return id_of_name(&name);
    }
    let names: Vec<String> = paths.iter().map(|path| file_name(path)).collect();
    let mut begins = names.first().map_or("", String::as_str);
    for name in &names {
        let alike = begins.chars().zip(name.chars()).take_while(|(a, b)| a == b);
        let length = alike.map(|(letter, _)| letter.len_utf8()).sum();
        begins = &begins[..length];
    }
    // A year that is cut in two is no name.
    let begins = begins.trim_end_matches(|letter: char| !letter.is_alphabetic());
    if begins.is_empty() {
        let folder = paths.first().and_then(|path| parent(path));
        return id_of_name(&folder.unwrap_or_default());
    }
    id_of_name(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_several_files_is_what_their_names_begin_with() {
        let id = |names: &[&str]| id_of(&names.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(id(&["in/grants_2021.csv", "in/grants_2022.csv"]), "grants");
        assert_eq!(id(&["Grants by area.csv"]), "grants-by-area");
        assert_eq!(id(&["2021.csv", "2022.csv"]), "dataset");
    }

    #[test]
    fn of_a_folder_without_tables_the_json_stat_file_is_read_and_no_map() {
        let folder = tempfile::tempdir().unwrap();
        let dataset = br#"{"class": "dataset", "dimension": {}, "id": [], "value": []}"#;
        for (name, bytes) in [
            ("ages.json", &dataset[..]),
            ("map.json", br#"{"type": "Topology"}"#),
            (PACKAGE, b"{}"),
        ] {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let names = || {
            let tables = tables_in(folder.path()).unwrap();
            tables
                .iter()
                .map(|path| file_name(path))
                .collect::<Vec<_>>()
        };
        assert_eq!(names(), ["ages.json"]);
        fs::write(folder.path().join("ages.csv"), "").unwrap();
        assert_eq!(names(), ["ages.csv"]);
    }

    #[test]
    fn of_a_folder_the_tables_are_read_in_the_order_of_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("grants");
        fs::create_dir(&path).unwrap();
        for name in ["b.csv.gz", "a.csv", "README.md", "~$a.xlsx", "_SUCCESS"] {
            fs::write(path.join(name), name).unwrap();
        }
        let source = TableSource::read(std::slice::from_ref(&path), None).unwrap();
        let names: Vec<&str> = source.files.iter().map(|file| &*file.name).collect();
        assert_eq!(
            (&*source.id, &*names),
            ("grants", &["a.csv", "b.csv.gz"][..])
        );
        fs::remove_file(path.join("a.csv")).unwrap();
        fs::remove_file(path.join("b.csv.gz")).unwrap();
        let error = TableSource::read(&[path], None).unwrap_err().to_string();
        assert!(
            error.ends_with(
                "holds no table: expected files ending in .csv, .tsv, .txt, .xlsx, .xls or .ods, or a JSON-stat or PX file"
            ),
            "{error}"
        );
    }
}
