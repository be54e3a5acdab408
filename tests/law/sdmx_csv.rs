//! Rows of SDMX-CSV in any order, and any text that looks like them.

use jangkau::formats::{Limits, open_dataset};
use proptest::prelude::*;

use super::files::check_any;
use crate::support::cases::cases;

fn file(rows: &[String]) -> String {
    format!(
        "DATAFLOW,AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n{}",
        rows.join("\n")
    )
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn the_order_of_periods_in_a_file_does_not_matter(
        numbers in prop::collection::vec(0..1000_u32, 12), order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let row = |at: usize| format!("X:W(1.0),n,20{:02},{},A", 10 + at, numbers[at]);
        let rows: Vec<String> = (0..12).map(row).collect();
        let shuffled: Vec<String> = order.iter().map(|at| rows[*at].clone()).collect();
        let read = |rows: &[String]| open_dataset(file(rows).as_bytes(), None, &Limits::PAGE).unwrap();
        let (cube, other) = (read(&rows), read(&shuffled));
        prop_assert_eq!(&cube, &other);
        for (cell, number) in numbers.iter().enumerate() {
            prop_assert_eq!(cube.values().get(cell).to_bits(), f64::from(*number).to_bits());
        }
    }

    #[test]
    fn any_text_that_looks_like_sdmx_csv_gives_a_cube_or_an_error(
        header in "(,(SEX|OBS_VALUE|TIME_PERIOD|UNIT_MEASURE|UNIT_MULT|ACTION|NOTE|SEX_LABEL|X)){0,6}",
        rows in "([,;\"\n:]|[A-C]|20[0-9]{2}|NaN|[0-9]{1,3}|<5){0,60}",
    ) {
        check_any(format!("DATAFLOW{header},OBS_STATUS\n{rows}").as_bytes())?;
        check_any(format!("STRUCTURE,STRUCTURE_NAME,A,a,OBS_VALUE{header}\n{rows}").as_bytes())?;
    }
}
