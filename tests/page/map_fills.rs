//! Map, legend, table, readout and the command never disagree.

use super::map_read::{Line, communes, fills, in_window, legend, map, point_at, position, shapes};
use super::{Visit, cells, digits, marks, queried, table, visit};
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
    // The pattern of the whole, or of a district by its name.
    for (told, label) in [
        ("hanya pola Veluna", "○ hanya pola Veluna, tanpa peringkat"),
        ("hanya pola ", "○ hanya pola distrik, tanpa peringkat"),
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

/// Every commune of the map is filled as the figure in its row asks for. `half` is half of the last
/// digit that is written, where figures are rounded.
#[track_caller]
fn check(visit: &Visit, link: &str, column: usize, half: f64) {
    visit.follow(link);
    map(visit);
    let (fills, legend) = (fills(visit), legend(visit));
    super::open_table(visit);
    let table = table(visit, "menurut Komune");
    let (rows, marks) = (cells(&table), marks(&table));
    assert_eq!((fills.len(), rows.len()), (12, 12), "{link}");
    for (row, marks) in rows.iter().zip(&marks) {
        let figure = [&*row[column], &marks[column]].join(" ");
        let asked = expected(&legend, &figure, half);
        let fill = &*fills[position(&row[0])];
        assert!(
            asked.contains(&fill),
            "{link}: {row:?} is {fill}, {legend:#?}"
        );
    }
}

#[test]
fn every_commune_is_filled_by_the_class_of_its_figure_in_the_table() {
    let visit = visit("id/water/");
    check(&visit, "id/water/", 3, 0.0);
    check(
        &visit,
        "id/water/?source=piped&period=2021&class=natural7",
        3,
        0.0,
    );
    check(&visit, "id/water/?tenure=owner&class=equal9", 3, 0.0);
    // No town has rain water.
    let few = "id/water/?period=2022&source=rain&class=quantile4";
    check(&visit, few, 3, 0.0);
    check(&visit, "id/water/?as=share&source=piped", 4, 0.05);
    check(
        &visit,
        "id/water/?as=share&tenure=owner&class=natural4",
        4,
        0.05,
    );
    check(&visit, "id/water/?as=rate&class=quantile6", 4, 0.05);
    check(&visit, "id/water/?map=tile&class=natural7", 3, 0.0);
    visit.expect_no_complaint();
}

#[test]
fn every_commune_is_filled_by_the_figure_of_the_command() {
    let visit = visit("id/water/");
    for link in [
        "id/water/?class=natural6",
        "id/water/?source=well~rain&period=2021..2022",
        "id/water/?map=tile&tenure=tenant&class=equal5",
    ] {
        visit.follow(link);
        map(&visit);
        let (fills, legend) = (fills(&visit), legend(&visit));
        let told = queried(link, Some("commune"));
        let told = told["rows"].as_array().unwrap();
        assert_eq!(told.len(), 12);
        for (at, row) in told.iter().enumerate() {
            let figure = row["value"].to_string();
            let asked = expected(&legend, &figure, 0.0);
            assert_eq!(asked, [&*fills[at]], "{link}: {row}");
        }
    }
}

#[test]
fn what_is_said_of_every_commune_is_what_the_legend_says() {
    let link = "id/water/?source=piped&class=natural6";
    let visit = visit(link);
    visit.set_window(1440, 900);
    let points: Vec<(f64, f64)> = shapes(MapForm::Geo)
        .iter()
        .map(|shape| shape.point_px)
        .collect();
    let said = point_at(&visit, &in_window(&visit, &points));
    let (fills, legend) = (fills(&visit), legend(&visit));
    // Hundreds of households: the number of each commune times 8 in towns, and times 5.
    let values = [96, 45, 25, 15, 5, 200, 50, 40, 10, 112, 35, 20].map(|it| it * 100);
    for (at, (_, name)) in communes().iter().enumerate() {
        let (told, class) = &said[at];
        assert!(told.starts_with(&format!("{name}, ")), "{name}: {told}");
        let value = told.split(": ").nth(1).unwrap_or_default();
        let value = digits(value.split(' ').next().unwrap_or_default());
        assert_eq!(value, values[at], "{told}");
        // Sources were published of the three towns alone: too few for ranks.
        let ending = if [0, 5, 9].contains(&at) {
            "● diterbitkan untuk tempat ini"
        } else {
            ", tanpa peringkat"
        };
        assert!(told.ends_with(ending), "{told}");
        let class = legend.iter().find(|line| line.label == *class);
        assert_eq!(class.expect("a marked class").fill, fills[at], "{told}");
    }
}
