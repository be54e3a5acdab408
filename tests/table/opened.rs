//! A made file opened, and what is found in it.

use jangkau::cube::{Cube, DimIx};
use jangkau::formats::{Limits, open_with_remarks};

/// The dataset of a file, and what is told of it.
#[track_caller]
pub(super) fn read(file: &str) -> (Cube, Vec<String>) {
    let (cube, remarks) = open_with_remarks(file.as_bytes(), None, &Limits::PAGE).unwrap();
    (cube, remarks.iter().map(ToString::to_string).collect())
}

/// The codes of a dimension.
pub(super) fn codes(cube: &Cube, at: usize) -> Vec<&str> {
    let categories = cube.dimension(DimIx(at)).categories().iter();
    categories
        .map(|(_, category)| category.code().as_str())
        .collect()
}

/// The names of its categories in a language.
pub(super) fn names<'c>(cube: &'c Cube, at: usize, lang: &str) -> Vec<&'c str> {
    let categories = cube.dimension(DimIx(at)).categories().iter();
    categories
        .map(|(_, category)| category.label().in_lang(lang))
        .collect()
}

/// Each cell: its figure, or the symbol in its place.
pub(super) fn figures(cube: &Cube) -> Vec<String> {
    let figure = |cell: usize| {
        if cube.absent().contains(&cell) {
            return cube
                .statuses()
                .get(cell)
                .map_or("", |status| status.as_str())
                .to_owned();
        }
        cube.values().get(cell).to_string()
    };
    (0..cube.shape().cells()).map(figure).collect()
}

#[track_caller]
pub(super) fn check_refused(file: &str, expected: &str) {
    let error = open_with_remarks(file.as_bytes(), None, &Limits::PAGE).unwrap_err();
    assert_eq!(error.to_string(), expected);
}
