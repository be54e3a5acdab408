//! A cube written as PX text is read back as the same cube, however its figures are laid out.

use jangkau::formats::{Limits, Opened, open};
use proptest::prelude::*;

use super::files::check_any;
use crate::support::cases::cases;
use crate::support::px_plan::{cells, cells_of, cube_of, layouts, plans};
use crate::support::px_text::px_text;

proptest! {
    #![proptest_config(cases(2))]

    #[test]
    fn a_cube_written_as_px_is_read_back_as_the_same_cube(
        plans in plans(), cells in cells(), layout in layouts(),
    ) {
        let cells = cells_of(&plans, &cells);
        let file = px_text(&plans, &cells, &layout);
        let opened = open(file.as_bytes(), &Limits::PAGE);
        prop_assert_eq!(opened, Ok(Opened::Dataset(Box::new(cube_of(&plans, &cells)))), "{}", file);
    }

    #[test]
    fn a_px_file_with_changed_bytes_gives_a_cube_or_an_error(
        plans in plans(), cells in cells(), layout in layouts(),
        changes in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6),
    ) {
        let cells = cells_of(&plans, &cells);
        let mut file = px_text(&plans, &cells, &layout).into_bytes();
        for (place, byte) in changes {
            let place = place % file.len();
            file[place] = if byte < 128 { byte } else { b"\";=,()[]-.\n"[usize::from(byte) % 11] };
        }
        check_any(&file)?;
    }

    #[test]
    fn any_text_that_looks_like_px_gives_a_cube_or_an_error(
        text in r#"([;=,()\[\]\n -]|"[a-z"]{0,3}"|STUB|HEADING|VALUES|CODES|KEYS|DATA|TIMEVAL|TLIST|[0-9.]{1,4}){0,60}"#,
    ) {
        check_any(format!("STUB=\"a\";VALUES(\"a\")=\"x\",\"y\";{text}").as_bytes())?;
        check_any(format!("MATRIX=\"a\";STUB=\"a\";VALUES(\"a\")=\"x\",\"y\";DATA={text}").as_bytes())?;
    }
}
