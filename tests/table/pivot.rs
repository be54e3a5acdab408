//! Pivot tables that lost their indents: parents before their parts.

use jangkau::cube::{CatIx, Cube};
use jangkau::tabular::{Answers, Table, table_from_bytes};

use super::across::{grave, shape, values};

fn read(text: &str) -> Table {
    table_from_bytes("wells.csv", text.as_bytes(), &Answers::default())
}

#[track_caller]
fn cube_of(text: &str) -> Cube {
    super::workbook::cube(read(text))
}

/// Each parent of the first dimension, and its parts.
fn parts(cube: &Cube) -> Vec<String> {
    let dimension = &cube.dimensions()[0];
    let label = |at: &CatIx| dimension.categories().get(*at).label().own();
    let all = (0..dimension.categories().len()).map(CatIx);
    let parents = all
        .zip(dimension.children())
        .filter(|(_, parts)| !parts.is_empty());
    let line = |(of, parts): (CatIx, Vec<CatIx>)| {
        let parts: Vec<&str> = parts.iter().map(label).collect();
        format!("{}: {}", label(&of), parts.join(" "))
    };
    parents.map(line).collect()
}

/// Wells by area and sex of who keeps them, as a spreadsheet writes its pivot table as text.
const CROSSED: &str = "Row Labels,2021,2022\nCoast,120,155\nFemale,50,60\nMale,70,95\nHills,190,180\nFemale,100,95\n\
                       Male,90,85\nPlains,40,45\nMale,40,45\nGrand Total,350,380\n";

#[test]
fn the_same_parts_below_each_parent_are_a_dimension() {
    let table = read(CROSSED);
    let cube = super::workbook::cube(table.clone());
    assert_eq!(
        shape(&cube)[..3],
        [
            "Row Labels: Coast Hills Plains Grand Total",
            "Sex: Total Female Male",
            "Period: 2021 2022"
        ]
    );
    assert_eq!(
        values(&cube)[..8],
        [120.0, 155.0, 50.0, 60.0, 70.0, 95.0, 190.0, 180.0]
    );
    assert_eq!((table.tally.figures, table.tally.twice), (18, 0));
    assert!(
        table
            .account
            .read
            .ends_with("; parents before their parts, a column of the parts"),
        "{}",
        table.account.read
    );
}

#[test]
fn parents_that_miss_their_parts_are_refused_as_rows_that_stand_twice() {
    let table = read(&CROSSED.replace("Hills,190", "Hills,191"));
    let found = grave(&table);
    assert!(found[0].starts_with("duplicate-key"), "{found:?}");
    assert!(table.tally.twice > 0);
}

#[test]
fn parents_before_parts_of_their_own_are_a_hierarchy() {
    let text = "Area,2021,2022\nCoast,1204,1551\nMombasa,504,601\nKwale,700,950\nHills,1900,1800\nKiambu,1000,950\n\
                Nyeri,900,850\nTotal,3104,3351\n";
    let cube = cube_of(text);
    assert_eq!(
        parts(&cube),
        [
            "Coast: Mombasa Kwale",
            "Hills: Kiambu Nyeri",
            "Total: Coast Hills"
        ]
    );
    // One row that is no part: nothing is proven.
    let cube = cube_of(&text.replace("Total,3104,3351", "Desert,17,18"));
    assert_eq!(parts(&cube), [""; 0]);
    let cube = cube_of(&text.replace("Nyeri,900", "Nyeri,901"));
    assert_eq!(parts(&cube), [""; 0]);
    // Small figures come about by chance.
    let few = "Area,2021\nCoast,12\nMombasa,5\nKwale,7\nHills,19\nKiambu,10\nNyeri,9\n";
    assert_eq!(parts(&cube_of(few)), [""; 0]);
}
