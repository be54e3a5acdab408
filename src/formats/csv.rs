//! Figures as CSV (RFC 4180): UTF-8, dot decimals, a row a member.

use super::number_text;
use crate::cube::{
    Axis, CatIx, Cube, CubeError, DimIx, Figure, Gap, Ground, Linked, Marginal, Selection, Status,
    Sum,
};

const HEADER: [&str; 4] = ["code", "label", "value", "status"];

/// The columns of what is known of a figure that is not known exactly, where a dataset has any.
const BOUNDS: [&str; 2] = ["lower", "upper"];

/// The last column of a dataset whose publisher says how sure its figures are.
const BASIS: &str = "basis";

/// The figures of the answer to a selection along an axis, in a language; its total where there is no
/// axis. Of a dataset with suppressed or missing cells the columns `lower` and `upper` say between which
/// numbers a figure lies whose `value` is not known; of one whose publisher says what its figures rest
/// on, the column `basis` says how sure each is ([`Sureness::key`](crate::cube::Sureness::key)).
///
/// # Examples
/// ```
/// use jangkau::cube::{Selection, linked};
/// use jangkau::formats::{Limits, csv::csv_of, open};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "label": "Water", "id": ["area"], "size": [2],
///     "role": {"geo": ["area"]},
///     "dimension": {"area": {"label": "Area", "category": {
///         "index": ["n1", "n2"], "label": {"n1": "North", "n2": "South"}
///     }}},
///     "value": [12.5, 80], "extension": {"aggregation": "sum"}
/// }"#;
/// let cube = open(file, &Limits::PAGE)?.into_dataset()?;
/// let all = Selection::all();
/// let answer = linked(&cube, &all);
/// let areas = csv_of(&cube, (&all, &answer), cube.axis("area"), "en");
/// assert_eq!(areas, "code,label,value,status\r\nn1,North,12.5,\r\nn2,South,80,\r\n");
/// assert_eq!(csv_of(&cube, (&all, &answer), None, "en"), "code,label,value,status\r\n,,92.5,\r\n");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn csv_of(
    cube: &Cube,
    (selection, answer): (&Selection, &Linked),
    along: Option<Axis>,
    lang: &str,
) -> String {
    let footing = cube.footing(selection);
    match along {
        None => {
            let ground = footing.map(|footing| footing.total().count);
            csv_of_total(cube, answer.total_sum(), ground)
        }
        Some(axis) => {
            let grounds = footing.map(|footing| footing.members(axis));
            let grounds = grounds.map(|of_members| of_members.iter().map(|it| it.count).collect());
            csv_of_marginal(cube, (answer.marginal(axis), grounds), lang)
        }
    }
}

/// The members of a marginal that are shown: code, label in a language, value (empty where it is not
/// known), its bounds, and the status of each ([`Statuses::of_sum`](crate::cube::Statuses::of_sum)).
/// Shape of `grounds`: one entry a member.
fn csv_of_marginal(
    cube: &Cube,
    (marginal, grounds): (&Marginal, Option<Vec<Ground>>),
    lang: &str,
) -> String {
    let members = cube.members(marginal.axis()).iter();
    let shown = members.filter(|(at, _)| marginal.is_shown(*at));
    let columns = Columns::of(cube, grounds.is_some());
    let rows = shown.map(|(at, category)| {
        let code = safe_text(category.code().as_str());
        let label = safe_text(category.label().in_lang(lang));
        let ground = grounds.as_ref().map(|grounds| grounds[at.0]);
        row(cube, columns, [code, label], (marginal.sum(at), ground))
    });
    text(columns, rows)
}

/// A single figure, without code and label.
fn csv_of_total(cube: &Cube, total: &Sum, ground: Option<Ground>) -> String {
    let columns = Columns::of(cube, ground.is_some());
    let unnamed = [String::new(), String::new()];
    let row = row(cube, columns, unnamed, (total, ground));
    text(columns, std::iter::once(row))
}

/// Every cell of a selection, in the order of the cube's values: the code and the label of each
/// dimension under its id, then value (empty where there is none), status, and what [`csv_of`] adds.
///
/// # Errors
/// [`CubeError::NoCategories`] when nothing is left.
///
/// # Examples
/// ```
/// use jangkau::cube::Selection;
/// use jangkau::formats::{Limits, csv::csv_of_cells, open};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "label": "Water", "id": ["area"], "size": [2],
///     "role": {"geo": ["area"]},
///     "dimension": {"area": {"label": "Area", "category": {
///         "index": ["n1", "n2"], "label": {"n1": "North", "n2": "South"}
///     }}},
///     "value": [12.5, 80]
/// }"#;
/// let cube = open(file, &Limits::PAGE)?.into_dataset()?;
/// let cells = csv_of_cells(&cube, &Selection::all(), "en")?;
/// assert_eq!(cells, "area,area_label,value,status\r\nn1,North,12.5,\r\nn2,South,80,\r\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn csv_of_cells(whole: &Cube, selection: &Selection, lang: &str) -> Result<String, CubeError> {
    let cube = &whole.cut(selection)?;
    let keys = basis_of_cells(whole, cube);
    let id = |axis: Axis| safe_text(cube.axis_id(axis).as_str());
    let dimensions: Vec<Axis> = (0..cube.dimensions().len())
        .map(|at| Axis::of_dimension(DimIx(at)))
        .collect();
    // The fields of each category are the same in all of its rows.
    let fields: Vec<Vec<String>> = (dimensions.iter())
        .map(|axis| {
            let members = cube.members(*axis).iter();
            members
                .map(|(_, category)| {
                    let label = safe_text(category.label().in_lang(lang));
                    joined([safe_text(category.code().as_str()), label], ",")
                })
                .collect()
        })
        .collect();
    let heads = dimensions.iter().flat_map(|axis| {
        let label = id(*axis) + "_label";
        [id(*axis), label]
    });
    let columns = Columns::of(cube, keys.is_some());
    let mut text = joined(heads.chain(head(columns).skip(2)), ",");
    for cell in 0..cube.shape().cells() {
        text += "\r\n";
        for (at, of_dimension) in fields.iter().enumerate() {
            text += &of_dimension[cube.shape().coordinate(cell, DimIx(at))];
            text += ",";
        }
        let status = cube.statuses().get(cell).map(Status::as_str);
        let status = safe_text(status.unwrap_or_default());
        text += &joined(told(columns, cube.observation(cell), status), ",");
        if let Some((regions, keys)) = &keys {
            text += ",";
            text += keys[cube.shape().coordinate(cell, *regions)];
        }
    }
    Ok(text + "\r\n")
}

/// How sure the cells of a part of a cube are, by the regions that it has.
fn basis_of_cells(whole: &Cube, part: &Cube) -> Option<(DimIx, Vec<&'static str>)> {
    let regions = whole.metadata().basis.as_ref()?.regions;
    let everything = Selection::all();
    let footing = whole.footing(&everything)?;
    let known = whole.dimension(regions).categories();
    let key = |code: &str| {
        let ground = footing.cell(known.position(code).unwrap_or(CatIx(0)));
        ground.kind().key()
    };
    let kept = part.dimension(regions).categories().iter();
    let keys = kept.map(|(_, category)| key(category.code().as_str()));
    Some((regions, keys.collect()))
}

/// The columns that not every dataset has.
#[derive(Debug, Clone, Copy)]
struct Columns {
    /// Whether a figure may be known between bounds only.
    bounds: bool,
    /// Whether its publisher says how sure the figures are.
    basis: bool,
}

impl Columns {
    fn of(cube: &Cube, basis: bool) -> Self {
        Self {
            bounds: has_bounds(cube),
            basis,
        }
    }
}

/// The names of the columns.
fn head(columns: Columns) -> impl Iterator<Item = String> {
    let [code, label, value, status] = HEADER;
    let bounds = BOUNDS.into_iter().filter(move |_| columns.bounds);
    let basis = columns.basis.then_some(BASIS);
    let names = [code, label, value, status].into_iter().chain(bounds);
    names.chain(basis).map(str::to_owned)
}

/// Whether a figure of a dataset may be known between bounds only.
fn has_bounds(cube: &Cube) -> bool {
    let gaps = cube.absent().iter().map(|cell| cube.gap(*cell));
    gaps.flatten().any(|gap| gap != Gap::CannotExist)
}

/// The value of a figure, empty where it is not known exactly, its status and its bounds.
fn told(columns: Columns, figure: Figure, status: String) -> impl Iterator<Item = String> {
    let text = |number: Option<f64>| number.map(number_text).unwrap_or_default();
    let (lower, upper) = figure.bounds();
    let bounds = [lower, upper].into_iter().filter(move |_| columns.bounds);
    [text(figure.exact()), status]
        .into_iter()
        .chain(bounds.map(text))
}

fn row(
    cube: &Cube,
    columns: Columns,
    named: [String; 2],
    (sum, ground): (&Sum, Option<Ground>),
) -> Vec<String> {
    let status = safe_text(&cube.statuses().of_sum(sum));
    let told = told(columns, sum.figure(), status);
    let key = ground.map(|ground| ground.kind().key().to_owned());
    named.into_iter().chain(told).chain(key).collect()
}

/// Rows after the header. A few lines of our own, because a library for them weighs 15 kB in the
/// browser; the tests read them with one.
fn text(columns: Columns, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    for row in std::iter::once(head(columns).collect()).chain(rows) {
        text += &joined(row, ",");
        text += "\r\n";
    }
    text
}

/// The fields of a row, with a separator between them.
pub(crate) fn joined(row: impl IntoIterator<Item = String>, separator: &str) -> String {
    let fields = row.into_iter().map(|text| field(text, separator));
    fields.collect::<Vec<_>>().join(separator)
}

/// A text that no spreadsheet takes for a formula: with an apostrophe before it where it begins as one
/// and is no number.
///
/// ```
/// use jangkau::formats::csv::safe_text;
/// assert_eq!(safe_text("=1+1"), "'=1+1");
/// assert_eq!(safe_text("-12.5"), "-12.5");
/// assert_eq!(safe_text("a-b"), "a-b");
/// ```
#[must_use]
pub fn safe_text(text: &str) -> String {
    let begins_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let digits = text.strip_prefix(['+', '-']).unwrap_or_default();
    let is_number =
        digits.starts_with(|first: char| first.is_ascii_digit()) && digits.parse::<f64>().is_ok();
    if begins_formula && !is_number {
        return ["'", text].concat();
    }
    text.to_owned()
}

/// A field, in quotes where it holds what parts fields or rows.
fn field(field: String, separator: &str) -> String {
    if field.contains(separator) || field.contains(['"', '\r', '\n']) {
        ["\"", &field.replace('"', "\"\""), "\""].concat()
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::Aggregation;
    use crate::cube::{
        Category, Code, Dimension, Id, Label, Metadata, Role, Selection, Statuses, Values, linked,
    };

    /// A dataset whose publisher says that its figures add up.
    fn sums() -> Metadata {
        Metadata {
            aggregation: Some(Aggregation::Sum),
            ..Metadata::default()
        }
    }

    #[test]
    fn what_would_break_a_row_is_quoted() {
        let categories = [("a", "plain"), ("b", "a, \"b\"\nc")]
            .map(|(code, label)| Category::new(Code::new(code), Label::new(label)));
        let dimension = Dimension::new(
            Id::new("d"),
            Label::new("D"),
            Role::Geo,
            categories.to_vec(),
        );
        let values = Values::Real(vec![1234.5, 7.0]);
        let cube = Cube::new(vec![dimension.unwrap()], values, Default::default(), sums());
        let cube = cube.unwrap();
        let answer = linked(&cube, &Selection::all());
        let marginal = answer.marginal(cube.axis("d").unwrap());
        assert_eq!(
            csv_of_marginal(&cube, (marginal, None), "en"),
            "code,label,value,status\r\na,plain,1234.5,\r\nb,\"a, \"\"b\"\"\nc\",7,\r\n"
        );
        assert_eq!(
            csv_of_total(&cube, answer.total_sum(), None),
            "code,label,value,status\r\n,,1241.5,\r\n"
        );
    }

    #[test]
    fn a_sum_beyond_every_number_has_none_and_says_so() {
        let months = (1..=12).map(|month| {
            let code = format!("2020-{month:02}");
            Category::new(Code::new(&code), Label::new(&code))
        });
        let time = Dimension::new(
            Id::new("month"),
            Label::new(""),
            Role::Time,
            months.collect(),
        );
        let cube_of = |value: f64| {
            let values = Values::Real(vec![value; 12]);
            let dimensions = vec![time.clone().unwrap()];
            Cube::new(dimensions, values, Default::default(), sums()).unwrap()
        };
        let total = |value: f64| {
            let answer = linked(&cube_of(value), &Selection::all());
            csv_of_total(&cube_of(value), answer.total_sum(), None)
        };
        let head = "code,label,value,status\r\n";
        // A power of two, so that nothing is rounded on the way.
        let large = 2_f64.powi(1020);
        let sum = number_text(12.0 * large);
        assert_eq!(total(large), format!("{head},,{sum},\r\n"));
        assert_eq!(total(1e308), format!("{head},,,M\r\n"));
        assert_eq!(total(-1e308), format!("{head},,,M\r\n"));
    }

    #[test]
    fn every_cell_has_its_codes_labels_value_and_status() {
        let dimension = |id: &str, codes: [(&str, &str); 2]| {
            let categories =
                codes.map(|(code, label)| Category::new(Code::new(code), Label::new(label)));
            let (id, label) = (Id::new(id), Label::new(id));
            Dimension::new(id, label, Role::Classification, categories.to_vec()).unwrap()
        };
        let dimensions = vec![
            dimension("source", [("P", "Piped"), ("W", "Well")]),
            dimension("size", [("1", "up to 4, all"), ("2", "others")]),
        ];
        let statuses = Statuses::Each {
            list: vec![Status::new("Q"), Status::new("E")],
            cells: vec![1, 1, 0, crate::cube::NO_STATUS],
        };
        let values = Values::Whole(vec![3, 4, 0, 5]);
        let cube = Cube::new(dimensions, values, (vec![2], statuses), sums());
        let expected = "source,source_label,size,size_label,value,status,lower,upper\r\n\
            P,Piped,1,\"up to 4, all\",3,E,,\r\nP,Piped,2,others,4,E,,\r\n\
            W,Well,1,\"up to 4, all\",,Q,,\r\nW,Well,2,others,5,,,\r\n";
        assert_eq!(
            csv_of_cells(&cube.unwrap(), &Selection::all(), "en").unwrap(),
            expected
        );
    }

    #[test]
    fn no_text_begins_as_a_formula() {
        for text in [
            "=1", "+a", "-", "--1", "-inf", "@x", "\t1", "\r=1", "＝1", "+1+1", "-1e",
        ] {
            assert_eq!(safe_text(text), ["'", text].concat());
        }
        for text in ["", "1", "-1", "+1.5", "-1e5", "a=1", " =1", "−1", "'=1"] {
            assert_eq!(safe_text(text), text);
        }
    }

    #[test]
    fn a_library_reads_every_field_as_it_was() {
        for odd in [
            "",
            " a ",
            ",",
            "\"",
            "\"\"",
            "\r",
            "\n",
            "\r\n",
            "a\"b,c\nd",
            "é\u{0}\t;",
            "=1+1",
        ] {
            let row = [odd, "x", odd, "\"y"].map(str::to_owned);
            let columns = Columns {
                bounds: false,
                basis: false,
            };
            let text = text(columns, std::iter::once(row.to_vec()));
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            assert_eq!(reader.headers().unwrap(), HEADER.as_slice());
            let read: Vec<_> = reader.records().map(Result::unwrap).collect();
            assert_eq!(read, [csv::StringRecord::from(row.to_vec())], "{odd:?}");
        }
    }

    #[test]
    fn what_is_known_of_a_hidden_figure_stands_in_columns_of_its_own() {
        let categories =
            ["a", "b", "c", "d"].map(|code| Category::new(Code::new(code), Label::new(code)));
        let dimension = Dimension::new(
            Id::new("d"),
            Label::new("D"),
            Role::Geo,
            categories.to_vec(),
        );
        let statuses = Statuses::Each {
            list: ["<5", "Q"].map(Status::new).to_vec(),
            cells: vec![0, 1, crate::cube::NO_STATUS, crate::cube::NO_STATUS],
        };
        let gaps = (vec![0, 1, 3], statuses);
        let values = Values::Whole(vec![0, 0, 7, 0]);
        let cube = Cube::new(vec![dimension.unwrap()], values, gaps, sums()).unwrap();
        let axis = cube.axis("d").unwrap();
        let answer = linked(&cube, &Selection::all());
        assert_eq!(
            csv_of_marginal(&cube, (answer.marginal(axis), None), "en"),
            "code,label,value,status,lower,upper\r\na,a,,Q,1,4\r\nb,b,,Q,,\r\nc,c,7,,,\r\nd,d,,O,,\r\n"
        );
        assert_eq!(
            csv_of_total(&cube, answer.total_sum(), None),
            "code,label,value,status,lower,upper\r\n,,,>=,8,\r\n"
        );
    }
}
