//! The header of an SDMX-CSV file: which column is what.

use crate::formats::error::Failure;
use crate::formats::remark::Remark;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// `DATAFLOW` of 1.0, `STRUCTURE_ID` of 2.0: the dataset that a row is of.
    Dataset,
    /// `ACTION` of 2.0: what is to be done with a row.
    Action,
    /// When the data were last changed.
    Updated,
    Dimension,
    /// `OBS_VALUE`.
    Value,
    Status,
    Confidentiality,
    /// `UNIT_MEASURE` where it is no dimension.
    Unit,
    Multiplier,
    Decimals,
    /// The name of what the column of this position has the code of.
    NameOf(usize),
    /// An attribute that tells something of the dataset, where it is the same in every row.
    Attribute,
    /// Free text beside single figures.
    Comment,
    /// `STRUCTURE`, keys of series: nothing that the other columns do not say.
    Nothing,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) id: String,
    /// Its name, where the header gives one.
    pub(super) name: Option<String>,
    pub(super) content: Content,
}

/// Words that stand in the ids of columns of free text.
const COMMENTS: [&str; 3] = ["COMMENT", "NOTE", "REMARK"];

/// The columns by their headings.
pub(super) fn columns(headings: &[&str]) -> Result<Vec<Column>, Failure> {
    let mut columns: Vec<Column> = headings.iter().map(|heading| column(heading)).collect();
    let value = columns
        .iter()
        .position(|column| column.content == Content::Value);
    let Some(value) = value else {
        let fault = Remark::new("no-value", 1, "")
            .expected("a column OBS_VALUE")
            .found("none");
        return Err(fault.remedy("export the data with their figures").into());
    };
    name_columns(&mut columns);
    for (at, column) in columns.iter_mut().enumerate() {
        // The standard puts dimensions before the figure and attributes after it.
        if column.content == Content::Dimension && at > value && column.id != TIME {
            column.content = match column.id.as_str() {
                "UNIT_MEASURE" => Content::Unit,
                _ => Content::Attribute,
            };
        }
    }
    for (at, column) in columns.iter().enumerate() {
        let again = columns[..at].iter().any(|other| {
            other.id == column.id
                && !matches!(column.content, Content::NameOf(_) | Content::Nothing)
        });
        if again {
            let fault = Remark::new("column-twice", 1, &*column.id).expected("each column once");
            return Err(fault
                .found("it twice")
                .remedy("take one of the two out")
                .into());
        }
    }
    Ok(columns)
}

/// The id of the dimension of time.
pub(super) const TIME: &str = "TIME_PERIOD";

/// `REF_AREA`, `REF_AREA:Reference area` or `REF_AREA[;]`.
fn column(heading: &str) -> Column {
    let (id, name) = match heading.split_once(':') {
        Some((id, name)) => (id, Some(name.trim()).filter(|name| !name.is_empty())),
        None => (heading, None),
    };
    let id = id.split('[').next().unwrap_or(id).trim();
    let content = match id.to_ascii_uppercase().replace(' ', "_").as_str() {
        "DATAFLOW" | "STRUCTURE_ID" => Content::Dataset,
        "STRUCTURE" | "STRUCTURE_NAME" | "SERIES_KEY" | "OBS_KEY" | "SERIESKEY" | "OBSKEY" => {
            Content::Nothing
        }
        "ACTION" => Content::Action,
        "LAST_UPDATE" => Content::Updated,
        "OBS_VALUE" => Content::Value,
        "OBS_STATUS" | "OBS_FLAG" => Content::Status,
        "CONF_STATUS" => Content::Confidentiality,
        "UNIT_MULT" => Content::Multiplier,
        "DECIMALS" => Content::Decimals,
        id if COMMENTS
            .iter()
            .any(|word| id.split('_').any(|part| part.starts_with(word))) =>
        {
            Content::Comment
        }
        _ => Content::Dimension,
    };
    Column {
        id: id.to_owned(),
        name: name.map(str::to_owned),
        content,
    }
}

/// Finds the columns of names: `SEX_LABEL` beside `SEX`, and in a file with `STRUCTURE_NAME` the one after
/// each code.
fn name_columns(columns: &mut [Column]) {
    let dataset = columns
        .iter()
        .position(|column| column.content == Content::Dataset);
    let named = columns
        .iter()
        .position(|column| column.id == "STRUCTURE_NAME");
    let in_pairs = named.is_some();
    if let (Some(dataset), Some(named)) = (dataset, named) {
        columns[named].content = Content::NameOf(dataset);
    }
    let mut at = 0;
    while at < columns.len() {
        let base = ["_LABEL", "_NAME"]
            .iter()
            .find_map(|end| columns[at].id.strip_suffix(end));
        let base = base.and_then(|base| columns.iter().position(|column| column.id == base));
        if let Some(base) = base.filter(|_| columns[at].content == Content::Dimension) {
            columns[at].content = Content::NameOf(base);
        }
        let is_code = !matches!(
            columns[at].content,
            Content::Nothing
                | Content::Dataset
                | Content::Action
                | Content::Updated
                | Content::NameOf(_)
        );
        // A name is written as people write, an id in capitals.
        let is_name = |column: &Column| {
            column
                .id
                .contains(|char: char| char == ' ' || char.is_lowercase())
        };
        if in_pairs && is_code && columns.get(at + 1).is_some_and(is_name) {
            let name = columns[at + 1].id.clone();
            columns[at + 1].content = Content::NameOf(at);
            columns[at].name = columns[at].name.take().or(Some(name));
            at += 1;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Content::*;

    #[track_caller]
    fn check(headings: &str, expected: &[Content]) {
        let headings: Vec<&str> = headings.split(',').collect();
        let columns = columns(&headings).unwrap();
        let found: Vec<Content> = columns.iter().map(|column| column.content).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_stands_after_the_figure_is_an_attribute() {
        check(
            "DATAFLOW,FREQ,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MULT,DECIMALS,TITLE",
            &[
                Dataset,
                Dimension,
                Dimension,
                Dimension,
                Value,
                Status,
                Confidentiality,
                Multiplier,
                Decimals,
                Attribute,
            ],
        );
        check(
            "STRUCTURE,STRUCTURE_ID,ACTION,AGE,OBS_VALUE,TIME_PERIOD,UNIT_MEASURE,COMMENT_OBS",
            &[
                Nothing, Dataset, Action, Dimension, Value, Dimension, Unit, Comment,
            ],
        );
        check(
            "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG",
            &[
                Dataset, Updated, Dimension, Dimension, Dimension, Value, Status,
            ],
        );
    }

    #[test]
    fn names_stand_beside_codes_in_three_ways() {
        check(
            "DATAFLOW,SEX,SEX_LABEL,OBS_VALUE",
            &[Dataset, Dimension, NameOf(1), Value],
        );
        check(
            "DATAFLOW,SEX:Sex,OBS_VALUE:Figure",
            &[Dataset, Dimension, Value],
        );
        check(
            "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,geo,Country,TIME_PERIOD,Time,OBS_VALUE,Observation value",
            &[
                Nothing,
                Dataset,
                NameOf(1),
                Action,
                Dimension,
                NameOf(4),
                Dimension,
                NameOf(6),
                Value,
                NameOf(8),
            ],
        );
    }

    #[test]
    fn a_file_without_figures_is_refused() {
        let error = crate::formats::FormatError::from(columns(&["DATAFLOW", "SEX"]).unwrap_err());
        let expected =
            "line 1: expected a column OBS_VALUE, found none: export the data with their figures";
        assert_eq!(error.to_string(), expected);
    }
}
