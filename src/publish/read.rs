//! How a file is read where nothing is chosen, as a table.

use std::path::Path;

use super::open::{OpenError, Opened, open_file};
use crate::cube::{Additivity, Cube, DimIx, How, Selection, linked};
use crate::scene::{FigureWriter, reading_lines};
use crate::words::messages;

/// The figure that a file opens with, and a line for each dimension: its id, how it is read, and in
/// words why; below, how what is not plain in the file was read. Of several datasets in the file, `choice`
/// names one.
///
/// # Errors
/// [`OpenError`].
pub fn reading_text(file: &Path, choice: Option<&str>, lang: &str) -> Result<String, OpenError> {
    let Opened { cube, remarks, .. } = open_file(file, choice)?;
    let words = messages(lang);
    let answer = linked(&cube, &Selection::all());
    let reading = answer.reading();
    let lines = reading_lines(&cube, reading, words);
    let why = |at: DimIx| {
        let line = lines.iter().find(|line| line.dimension == Some(at));
        line.map_or("", |line| &line.text)
    };
    let mut rows = vec![
        [
            "figure".to_owned(),
            FigureWriter::of(&cube, reading, words).figure(answer.total()),
            String::new(),
        ],
        [
            "unit".to_owned(),
            unit(&cube),
            added(reading.additivity()).to_owned(),
        ],
    ];
    for (at, dimension) in cube.dimensions().iter().enumerate() {
        let at = DimIx(at);
        let how = how(&cube, at, reading.of(at).how());
        rows.push([dimension.id().as_str().to_owned(), how, why(at).to_owned()]);
    }
    let mut text = table(&rows);
    for remark in remarks {
        text.push_str(&format!("{remark}\n"));
    }
    Ok(text)
}

fn added(additivity: Additivity) -> &'static str {
    match additivity {
        Additivity::Count => "counts, which can be added",
        Additivity::Not => "rates, means or prices, which are not added",
        Additivity::Unknown => "nothing says whether they can be added",
    }
}

fn how(cube: &Cube, at: DimIx, how: &How) -> String {
    let code = |category| cube.dimension(at).categories().get(category).code();
    match how {
        How::Single => "single".to_owned(),
        How::Total(total) => format!("total({})", code(*total)),
        How::Latest(latest) => format!("latest({})", code(*latest)),
        How::One(one) => format!("one({})", code(*one)),
        How::Sum(parts) => {
            format!(
                "sum({} parts)",
                parts.iter().filter(|counted| **counted).count()
            )
        }
        How::Each => "each".to_owned(),
    }
}

/// The units of the measures that are read, or a hyphen.
fn unit(cube: &Cube) -> String {
    let reading = cube.reading(&Selection::all());
    let dimensions = cube.dimensions().iter().zip(reading.dimensions());
    let texts = dimensions.filter_map(|(dimension, reading)| {
        let category = dimension.categories().get(reading.how().category()?);
        Some(category.unit()?.text().to_owned())
    });
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    if texts.is_empty() {
        "-".to_owned()
    } else {
        texts.join(", ")
    }
}

/// Columns of equal width, two blanks apart; the last one as it is.
fn table(rows: &[[String; 3]]) -> String {
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let (first, second) = (width(0), width(1));
    let line = |[a, b, c]: &[String; 3]| {
        format!("{a:first$}  {b:second$}  {c}")
            .trim_end()
            .to_owned()
            + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_plain_in_a_table_is_told_below_how_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("water.csv");
        let rows = "X:W(1.0),ID,2023,120,\nX:W(1.0),ID,2024,,not yet\n";
        let text = format!("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,COMMENT_OBS\n{rows}");
        std::fs::write(&file, text).unwrap();
        let text = reading_text(&file, None, "en").unwrap();
        let told = "line 3, OBS_VALUE: nothing: read as missing\n\
                    line 3, COMMENT_OBS: a comment: comments on figures are not read\n";
        assert!(text.starts_with("figure"), "{text}");
        assert!(text.ends_with(told), "{text}");
    }
}
