//! Hidden cells of which one value is left.

use super::Measure;
use super::equation::narrow;
use super::hidden::Unknowns;
use super::measures::across_measures;
use super::relation::{Relation, relations};
use super::share::narrow_by_shares;
use crate::cube::{CatIx, Cube, DimIx, Role};

/// So often every line is gone through again while the lines tell each other something.
const MOST_PASSES: usize = 30;

/// Hidden cells that can be worked out, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedOut {
    /// The cells of one line, or one cell.
    pub cells: Vec<usize>,
    /// By what.
    pub by: By,
}

/// What gives a hidden figure away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Its own sign stands for one value: `<2`.
    Sign,
    /// The line along a dimension: a total and its parts.
    Line {
        /// The dimension.
        dimension: DimIx,
        /// The total.
        of: CatIx,
        /// Whether it was the only cell of the line that was not known; else bounds leave one value.
        is_alone: bool,
    },
    /// A share or rate that is shown beside it, and its base.
    Share {
        /// The category of the metric dimension that is the share.
        share: CatIx,
    },
}

/// A line with a hidden cell.
struct Line<'r> {
    along: DimIx,
    relation: &'r Relation,
    /// Its first cell.
    start: usize,
    /// Whether its figures are whole numbers.
    is_whole: bool,
}

/// The hidden cells of some measures that can be worked out, one entry a line. Takes time that grows with the
/// hidden cells times the length of their lines; of measures that hide nothing none.
#[must_use]
pub fn worked_out(cube: &Cube, measures: &[Measure]) -> Vec<WorkedOut> {
    let mut unknowns = Unknowns::of(cube, measures);
    if unknowns.hidden().next().is_none() {
        return Vec::new();
    }
    let by_sign = unknowns
        .hidden()
        .filter(|(at, _)| unknowns.bound(*at).is_exact());
    let by_sign = by_sign.map(|(_, cell)| WorkedOut {
        cells: vec![cell],
        by: By::Sign,
    });
    let mut found: Vec<WorkedOut> = by_sign.collect();
    let of_each = measures.iter().map(|measure| {
        let relations = relations(cube, *measure, &unknowns);
        (*measure, relations)
    });
    let of_each: Vec<(Measure, Vec<Vec<Relation>>)> = of_each.collect();
    let across = across_measures(cube, measures, &unknowns);
    // Before a line has used what a share tells: the nearer cause is named.
    let lines = all_lines(cube, &unknowns, &of_each, &across);
    let mut has_news = !lines.is_empty();
    let mut passes = 0;
    while has_news && passes < MOST_PASSES {
        has_news = pass(cube, &lines, &mut unknowns, &mut found);
        passes += 1;
    }
    has_news = false;
    for (measure, relations) in &of_each {
        let by_share = narrow_by_shares(cube, *measure, relations, &mut unknowns);
        has_news |= !by_share.is_empty();
        found.extend(by_share);
    }
    while has_news && passes < MOST_PASSES {
        has_news = pass(cube, &lines, &mut unknowns, &mut found);
        passes += 1;
    }
    found
}

/// Goes through every line once; whether any has told something new.
fn pass(
    cube: &Cube,
    lines: &[Line<'_>],
    unknowns: &mut Unknowns,
    found: &mut Vec<WorkedOut>,
) -> bool {
    let mut is_new = false;
    for line in lines {
        let from = (line.start, cube.shape().strides()[line.along.0]);
        let told = narrow((cube, line.is_whole), line.relation, from, unknowns);
        is_new |= told.is_new;
        if told.worked_out.is_empty() {
            continue;
        }
        let cells = told.worked_out.iter().map(|at| unknowns.cell(*at));
        found.push(WorkedOut {
            cells: cells.collect(),
            by: By::Line {
                dimension: line.along,
                of: CatIx(line.relation.of),
                is_alone: told.was_alone,
            },
        });
    }
    is_new
}

/// Every line with a hidden cell, once: along the dimensions of each measure, and across the measures.
fn all_lines<'r>(
    cube: &Cube,
    unknowns: &Unknowns,
    of_each: &'r [(Measure, Vec<Vec<Relation>>)],
    across: &'r [Relation],
) -> Vec<Line<'r>> {
    let mut all = Vec::new();
    for (measure, relations) in of_each {
        let hidden = unknowns.hidden().map(|(_, cell)| cell);
        let hidden: Vec<usize> = hidden.filter(|cell| measure.has(cube, *cell)).collect();
        for (at, relations) in relations.iter().enumerate() {
            let own = lines(cube, &hidden, DimIx(at), relations);
            all.extend(own.map(|(relation, start)| Line {
                along: DimIx(at),
                relation,
                start,
                is_whole: measure.is_whole,
            }));
        }
    }
    if let Some(metric) = cube.with_role(Role::Metric) {
        let hidden: Vec<usize> = unknowns.hidden().map(|(_, cell)| cell).collect();
        let is_whole = of_each.iter().all(|(measure, _)| measure.is_whole);
        let own = lines(cube, &hidden, metric, across);
        all.extend(own.map(|(relation, start)| Line {
            along: metric,
            relation,
            start,
            is_whole,
        }));
    }
    all
}

/// The lines along a dimension with one of these cells, each once: its relation and its first cell.
fn lines<'r>(
    cube: &Cube,
    hidden: &[usize],
    at: DimIx,
    relations: &'r [Relation],
) -> impl Iterator<Item = (&'r Relation, usize)> + use<'r> {
    let shape = cube.shape();
    // The relations that speak of each category.
    let mut by_category = vec![Vec::new(); shape.sizes()[at.0]];
    for (number, relation) in relations.iter().enumerate() {
        for category in relation.parts.iter().chain([&relation.of]) {
            by_category[*category].push(number);
        }
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for cell in hidden {
        let category = shape.coordinate(*cell, at);
        let start = cell - category * shape.strides()[at.0];
        found.extend(by_category[category].iter().map(|it| (*it, start)));
    }
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .map(|(number, start)| (&relations[number], start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        Category, Code, Dimension, Grouping, Id, Label, Metadata, NO_STATUS, Role, Status,
        Statuses, Values,
    };

    /// A dimension of these codes, each its own name.
    fn dimension(id: &str, role: Role, codes: &[&str]) -> Dimension {
        let named = |code: &&str| {
            let name = if *code == "T" { "Total" } else { code };
            Category::new(Code::new(code), Label::new(name))
        };
        let categories = codes.iter().map(named).collect();
        Dimension::new(Id::new(id), Label::new(id), role, categories).unwrap()
    }

    /// A cube of cells as they are printed: a figure, a sign, or "_" for a blank, row by row.
    fn cube(dimensions: Vec<Dimension>, printed: &str) -> Cube {
        let printed: Vec<&str> = printed.split_whitespace().collect();
        let (mut values, mut absent) = (Vec::new(), Vec::new());
        let (mut list, mut cells): (Vec<Status>, Vec<u8>) = (Vec::new(), Vec::new());
        for (cell, text) in printed.iter().enumerate() {
            let value: Option<f64> = text.parse().ok();
            values.push(value.unwrap_or(0.0));
            if value.is_some() {
                cells.push(NO_STATUS);
                continue;
            }
            absent.push(cell);
            if *text == "_" {
                cells.push(NO_STATUS);
                continue;
            }
            let known = list.iter().position(|status| status.as_str() == *text);
            let at = known.unwrap_or_else(|| {
                list.push(Status::new(text));
                list.len() - 1
            });
            cells.push(u8::try_from(at).unwrap());
        }
        let gaps = (absent, Statuses::Each { list, cells });
        Cube::new(dimensions, Values::Real(values), gaps, Metadata::default()).unwrap()
    }

    const ALL: Measure = Measure {
        at: None,
        is_whole: true,
    };

    /// The hidden cells that can be worked out: their codes, and whether each was alone in its line.
    fn found(cube: &Cube, measure: Measure) -> Vec<(String, bool)> {
        let name = |cell: usize| {
            let dimensions = cube.dimensions().iter().enumerate();
            let codes = dimensions.map(|(at, dimension)| {
                let category = CatIx(cube.shape().coordinate(cell, DimIx(at)));
                dimension.categories().get(category).code().as_str()
            });
            codes.collect::<Vec<_>>().join(" ")
        };
        let mut all = Vec::new();
        for WorkedOut { cells, by } in worked_out(cube, &[measure]) {
            let is_alone = matches!(by, By::Line { is_alone: true, .. });
            all.extend(cells.into_iter().map(|cell| (name(cell), is_alone)));
        }
        all
    }

    fn by_sex(printed: &str) -> Cube {
        let sex = dimension("sex", Role::Classification, &["T", "F", "M"]);
        let area = dimension("area", Role::Geo, &["n1", "n2", "n3"]);
        cube(vec![area, sex], printed)
    }

    #[track_caller]
    fn check(cube: &Cube, expected: &[(&str, bool)]) {
        let found = found(cube, ALL);
        let found: Vec<(&str, bool)> = found.iter().map(|(name, it)| (&**name, *it)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_hidden_part_beside_a_shown_total_is_no_secret() {
        // 40 less 25 is 15.
        let cube = by_sex("40 25 c   20 12 8   31 11 20");
        check(&cube, &[("n1 M", true)]);
        // Nor is a hidden total beside its parts.
        let cube = by_sex("* 25 15   20 12 8   31 11 20");
        check(&cube, &[("n1 T", true)]);
    }

    #[test]
    fn two_hidden_parts_keep_each_other_and_so_does_a_hidden_total() {
        check(&by_sex("40 c c   20 12 8   31 11 20"), &[]);
        check(&by_sex("c 25 c   20 12 8   31 11 20"), &[]);
    }

    #[test]
    fn what_is_not_there_is_not_taken_for_hidden() {
        check(&by_sex("40 25 ..   20 12 8   31 11 20"), &[]);
        // Beside a gap a hidden cell is not alone.
        check(&by_sex("40 .. c   20 12 8   31 11 20"), &[]);
    }

    #[test]
    fn bounds_that_leave_one_value_tell_it() {
        // 1 + 1 is the least that makes 2, 4 + 4 the most that makes 8; 5 is 1 + 4, 2 + 3, 3 + 2 or 4 + 1.
        let cube = by_sex("2 <5 <5   8 <5 <5   5 <5 <5");
        let both = [
            ("n1 F", false),
            ("n1 M", false),
            ("n2 F", false),
            ("n2 M", false),
        ];
        check(&cube, &both);
        // A sign that stands for one value is none.
        check(&by_sex("40 25 15   .. <2 8   31 11 20"), &[("n2 F", false)]);
    }

    #[test]
    fn a_cell_that_is_worked_out_gives_away_those_beside_it() {
        let area = dimension("area", Role::Geo, &["T", "n1", "n2", "n3"]);
        let sex = dimension("sex", Role::Classification, &["T", "F", "M"]);
        // Men of n1 by their column (39 - 10 - 11 = 18), then women of n1 by the row (30 - 18 = 12), then
        // women of n2 by their column (51 - 12 - 20 = 19): every line of women had two hidden cells.
        let printed = "90 51 39   30 c c   29 c 10   c 20 11";
        let cube = cube(vec![area, sex], printed);
        let mut found = found(&cube, ALL);
        found.sort();
        let all = ["n1 F", "n1 M", "n2 F", "n3 T"].map(|name| (name.to_owned(), true));
        assert_eq!(found, all);
    }

    #[test]
    fn a_hidden_member_of_a_group_whose_total_is_shown_is_no_secret() {
        let area = dimension(
            "area",
            Role::Geo,
            &["east", "e1", "e2", "e3", "west", "w1", "w2"],
        );
        let group = |code: &str| Category::new(Code::new(code), Label::new(code));
        let (east, west) = (Some(CatIx(0)), Some(CatIx(1)));
        let of = vec![None, east, east, east, None, west, west];
        let groups = vec![group("east"), group("west")];
        let side = Grouping::new(Id::new("side"), Label::new("Side"), groups, of).unwrap();
        let area = area.with_groupings(vec![side]).unwrap();
        // 60 - 20 - 25 = 15 in the east; in the west two are hidden.
        let cube = cube(vec![area], "60 20 c 25 44 c c");
        check(&cube, &[("e2", true)]);
    }

    #[test]
    fn declared_parts_are_a_line_of_their_own() {
        let code = Code::new;
        let age = dimension(
            "age",
            Role::Classification,
            &["T", "0-14", "0-4", "5-14", "15+"],
        );
        let age = age
            .with_children(&[
                (code("T"), vec![code("0-14"), code("15+")]),
                (code("0-14"), vec![code("0-4"), code("5-14")]),
            ])
            .unwrap();
        check(&cube(vec![age.clone()], "100 40 c 28 60"), &[("0-4", true)]);
        check(&cube(vec![age], "100 40 c c 60"), &[]);
    }

    #[test]
    fn a_table_whose_parts_do_not_add_up_gives_nothing_away() {
        // Each cell was rounded to a multiple of 5 on its own: totals differ from sums.
        check(&by_sex("40 25 c   20 10 5   30 10 25"), &[]);
    }

    #[test]
    fn a_percentage_times_its_base_gives_the_count() {
        let metric = dimension("measure", Role::Metric, &["persons", "share"]);
        let place = dimension("area", Role::Geo, &["n1", "n2", "n3", "n4"]);
        let answer = dimension("answer", Role::Classification, &["T", "yes", "no", "other"]);
        let persons = Measure {
            at: Some((DimIx(0), CatIx(0))),
            is_whole: true,
        };
        let table = |hidden_share: &str| {
            let printed = format!(
                "80 60 c c   50 20 29 1   40 10 25 5   64 32 16 16
                 100 75.0 {hidden_share} {hidden_share}   100 40.0 58.0 2.0
                 100 25.0 62.5 12.5   100 50.0 25.0 25.0"
            );
            cube(
                vec![metric.clone(), place.clone(), answer.clone()],
                &printed,
            )
        };
        assert_eq!(found(&table("c"), persons), []);
        // 21.3 % of 80 are from 17.00 to 17.08 people: 17. Then 80 - 60 - 17 = 3 is left.
        let told = found(&table("21.3"), persons);
        assert!(
            told.contains(&("persons n1 no".to_owned(), false)),
            "{told:?}"
        );
    }

    #[test]
    fn a_blank_is_nothing_of_a_total_that_the_others_make() {
        let district = dimension("district", Role::Geo, &["A", "B"]);
        let place = dimension(
            "place",
            Role::Classification,
            &["T", "a1", "a2", "b1", "b2"],
        );
        // The places of one district stand beside it alone: 100 - 97 = 3.
        let of = |printed: &str| cube(vec![district.clone(), place.clone()], printed);
        check(&of("100 97 <5 _ _   90 _ _ 50 40"), &[("A a2", true)]);
        // So they do where each district hides one.
        let both = [("A a2", true), ("B b1", true)];
        check(&of("100 97 <5 _ _   90 _ _ <5 88"), &both);
        // Two that are hidden keep each other; a sign for what is missing is no blank.
        check(&of("100 c c _ _   90 _ _ 50 40"), &[]);
        check(&of("100 97 c .. ..   90 .. .. 50 40"), &[]);
        // Where places stand beside both districts a blank is a figure that nobody knows.
        check(&of("100 60 c _ 10   90 30 20 30 10"), &[]);
    }

    #[test]
    fn periods_and_their_total_are_a_line() {
        let year = |codes: &[&str]| dimension("year", Role::Time, codes);
        let total = cube(vec![year(&["2021", "2022", "Total"])], "61 <5 64");
        check(&total, &[("2022", true)]);
        let months = ["2021-01", "2021-02", "2021-03", "2021Q1"];
        check(
            &cube(vec![year(&months)], "20 <5 41 64"),
            &[("2021-02", true)],
        );
        check(&cube(vec![year(&months)], "20 c c 64"), &[]);
        // Two months of three are no quarter; and what is counted on a day is no sum.
        check(&cube(vec![year(&months[1..])], "<5 41 44"), &[]);
        let area = dimension("area", Role::Geo, &["n1", "n2"]);
        check(
            &cube(vec![area, year(&months)], "20 c 22 23   30 31 32 32"),
            &[],
        );
        let quarters = ["2020", "2020Q1", "2020Q2", "2020Q3", "2020Q4"];
        check(
            &cube(vec![year(&quarters)], "100 25 c 25 30"),
            &[("2020Q2", true)],
        );
    }

    #[test]
    fn a_measure_that_is_the_sum_of_others_gives_a_part_away() {
        let metric = dimension(
            "measure",
            Role::Metric,
            &["learners", "boys", "girls", "age"],
        );
        let codes: Vec<String> = (1..=8).map(|at| format!("n{at}")).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let area = dimension("area", Role::Geo, &codes);
        let measures = [0, 1, 2, 3].map(|at| Measure {
            at: Some((DimIx(1), CatIx(at))),
            is_whole: true,
        });
        let table = |first: &str, second: &str| {
            let printed = format!(
                "{first} 9   {second} 8   93 50 43 9   81 40 41 7   77 35 42 9   58 30 28 8   69 34 35 7
                 88 41 47 9"
            );
            cube(vec![area.clone(), metric.clone()], &printed)
        };
        let told = |cube: &Cube| worked_out(cube, &measures);
        // 64 - 61 = 3, and 52 of 81 and 29.
        let found = told(&table("64 61 <5", "81 52 c"));
        let cells: Vec<&[usize]> = found.iter().map(|it| &*it.cells).collect();
        assert_eq!(cells, [[2], [6]]);
        let by = By::Line {
            dimension: DimIx(1),
            of: CatIx(0),
            is_alone: true,
        };
        assert!(found.iter().all(|it| it.by == by), "{found:?}");
        // Hidden beside a hidden one, or in a table whose measures are no sums, it is safe.
        assert_eq!(told(&table("64 c c", "81 52 29")), []);
        assert_eq!(told(&table("64 61 c", "81 55 29")), []);
    }

    #[test]
    fn of_a_measure_that_is_called_the_total_a_row_tells_its_parts() {
        // And a blank is nothing: 100 - 97 = 3, as 50 and 40 make 90.
        let named = ["a1", "a2", "b1", "b2", "T"];
        let metric = dimension("measure", Role::Metric, &named);
        let measures = [0, 1, 2, 3, 4].map(|at| Measure {
            at: Some((DimIx(1), CatIx(at))),
            is_whole: true,
        });
        let area = dimension("area", Role::Geo, &["A", "B"]);
        let nested = cube(vec![area, metric], "97 <5 _ _ 100   _ _ 50 40 90");
        let found = worked_out(&nested, &measures);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].cells, [1]);
    }
}
