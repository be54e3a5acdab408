//! Map, legend, table, readout and the command never disagree.

use super::map_read::{Line, fills, in_window, legend, map, point_at, position, regions, shapes};
use super::{Visit, cells, digits, queried, table, visit};
use jangkau::view_state::MapForm;

/// The figure that a text begins with.
fn number(text: &str) -> f64 {
    let text = text.split(['%', ' ']).next().unwrap_or_default();
    let plain = text.replace('.', "").replace(',', ".");
    plain
        .parse()
        .unwrap_or_else(|_| panic!("{text:?} is no number"))
}

/// From and to of a line of the legend.
fn range(line: &Line) -> (f64, f64) {
    let (low, high) = line
        .label
        .split_once(" – ")
        .unwrap_or((&line.label, &line.label));
    (number(low), number(high))
}

/// The filling that a figure as the table has it asks for: a class holds its lower end.
#[track_caller]
fn expected<'a>(legend: &'a [Line], figure: &str, half: f64) -> Vec<&'a str> {
    let mark = |label: &str| {
        let line = legend.iter().find(|line| line.label == label);
        line.unwrap_or_else(|| panic!("no line {label:?} for {figure:?}"))
    };
    // The pattern of the country, or of a province by its name.
    for (told, label) in [
        ("(pola Indonesia)", "hanya pola Indonesia"),
        ("(pola ", "hanya pola provinsi"),
    ] {
        if figure.contains(told) {
            return vec![&mark(label).fill];
        }
    }
    let value = number(figure);
    if value == 0.0 && half == 0.0 {
        return vec![&mark("nol").fill];
    }
    let classes: Vec<&Line> = legend
        .iter()
        .filter(|line| !line.fill.starts_with("url("))
        .collect();
    let last = classes.len() - 1;
    let holds = |(at, line): &(usize, &&Line)| {
        let (low, high) = range(line);
        let below = if *at == last || half > 0.0 {
            value <= high + half
        } else {
            value < high
        };
        low - half <= value && (below || low >= high)
    };
    let held = classes.iter().enumerate().filter(holds);
    held.map(|(_, line)| &*line.fill).collect()
}

/// Every region of the map is filled as the figure in its row asks for. `half` is half of the last
/// digit that is written, where figures are rounded.
#[track_caller]
fn check(visit: &Visit, link: &str, column: usize, half: f64) {
    visit.follow(link);
    map(visit);
    let (fills, legend) = (fills(visit), legend(visit));
    let rows = cells(&table(visit, "menurut Kabupaten/kota"));
    assert_eq!((fills.len(), rows.len()), (514, 514), "{link}");
    for row in &rows {
        let asked = expected(&legend, &row[column], half);
        let fill = &*fills[position(&row[0])];
        assert!(
            asked.contains(&fill),
            "{link}: {row:?} is {fill}, {legend:#?}"
        );
    }
}

#[test]
fn every_region_is_filled_by_the_class_of_its_figure_in_the_table() {
    let visit = visit("id/prakerja/");
    check(&visit, "id/prakerja/", 3, 0.0);
    check(
        &visit,
        "id/prakerja/?sex=F&year=2021&class=natural7",
        3,
        0.0,
    );
    check(&visit, "id/prakerja/?age=18-25~26-35&class=equal9", 3, 0.0);
    let few = "id/prakerja/?year=2023&age=56-64&training=before&disability=yes&class=quantile4";
    check(&visit, few, 3, 0.0);
    check(&visit, "id/prakerja/?as=share&sex=F", 4, 0.05);
    check(
        &visit,
        "id/prakerja/?as=share&year=2020&class=natural4",
        4,
        0.05,
    );
    check(&visit, "id/prakerja/?as=rate&class=quantile6", 5, 0.05);
    check(&visit, "id/prakerja/?map=tile&class=natural7", 3, 0.0);
    visit.expect_no_complaint();
}

#[test]
fn every_region_is_filled_by_the_figure_of_the_command() {
    let visit = visit("id/prakerja/");
    for link in [
        "id/prakerja/?class=natural6",
        "id/prakerja/?sex=M&education=s1~s2&year=2022..2023",
        "id/prakerja/?map=tile&training=before&class=equal5",
    ] {
        visit.follow(link);
        map(&visit);
        let (fills, legend) = (fills(&visit), legend(&visit));
        let told = queried(link, Some("region"));
        let told = told["rows"].as_array().unwrap();
        assert_eq!(told.len(), 514);
        for (at, row) in told.iter().enumerate() {
            let figure = row["value"].to_string();
            let asked = expected(&legend, &figure, 0.0);
            assert_eq!(asked, [&*fills[at]], "{link}: {row}");
        }
    }
}

#[test]
fn what_is_said_of_every_region_is_what_the_command_and_the_legend_say() {
    let link = "id/prakerja/?sex=F&class=natural6";
    let visit = visit(link);
    visit.set_window(1440, 900);
    let points: Vec<(f64, f64)> = shapes("region", MapForm::Geo)
        .iter()
        .map(|shape| shape.point_px)
        .collect();
    let said = point_at(&visit, &in_window(&visit, &points));
    let (fills, legend) = (fills(&visit), legend(&visit));
    let answer = queried(link, Some("region"));
    let values: Vec<u64> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["value"].as_u64().unwrap())
        .collect();
    for (at, (_, name)) in regions().iter().enumerate() {
        let (told, class) = &said[at];
        assert!(told.starts_with(&format!("{name}, ")), "{name}: {told}");
        let value = told.split(": ").nth(1).unwrap_or_default();
        let value = digits(value.split(' ').next().unwrap_or_default());
        assert_eq!(value, values[at], "{told}");
        let above = values.iter().filter(|other| **other > values[at]).count();
        let rank = format!(", peringkat {} dari 514, ", above + 1);
        assert!(told.contains(&rank), "{rank} in {told}");
        assert!(told.ends_with(", Perkiraan model"), "{told}");
        let class = legend.iter().find(|line| line.label == *class);
        assert_eq!(class.expect("a marked class").fill, fills[at], "{told}");
    }
}
