//! Every form of link opens with the figures it must, and any link at all opens with some.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    pub(crate) mod cases;
    pub(crate) mod cubes;
    pub(crate) mod ids;
    pub(crate) mod metadata;
    #[allow(dead_code, reason = "the totals are all that is asked for here")]
    pub(crate) mod reference;
    pub(crate) mod shipped;
}

use std::collections::BTreeSet;

use jangkau::cube::{Axis, CatIx, Cube, Role, linked};
use jangkau::scene::{levels, notice_text};
use jangkau::view_state::{
    Address, Change, ClassMethod, Classing, Column, MapForm, Notice, Place, Quantity, Site, Tab,
    ViewState, from_address, release_of, resolve, to_address, to_lasting_address, to_query,
};
use jangkau::words::{LANGUAGE_CODES, LANGUAGES};
use proptest::prelude::*;
use support::cases::cases;
use support::cubes::any_cube;
use support::ids::{any_odd_cube, has_folder};
use support::reference;
use support::shipped::{LIST, PRAKERJA, selection_from};

/// Every form of link there is: link, total, notices, the selection it means, and why it is here.
const LINKS: &str = include_str!("data/links.tsv");

const SITE: Site<'_> = Site {
    langs: &LANGUAGE_CODES,
};

/// Opens a link on a dataset of the site's list as the page does.
fn open(link: &str, cube: &Cube) -> (ViewState, Vec<Notice>) {
    let address = Address::new(link);
    let latest = LIST.nearest(&address.dataset, None);
    let (state, mut notices) = from_address(&address, SITE, &latest.id, cube);
    let listed = |release: &String| {
        let mut entries = LIST.entries().iter();
        entries.any(|entry| entry.id == latest.id && entry.release == *release)
    };
    let unknown = release_of(&address).filter(|release| !listed(release));
    notices.extend(unknown.map(|release| Notice::UnknownRelease { release }));
    (state, notices)
}

fn reread(link: &str, cube: &Cube) -> ViewState {
    from_address(&Address::new(link), SITE, "x", cube).0
}

#[test]
fn every_link_ever_issued_opens_with_its_total() {
    let cube = &*PRAKERJA;
    let mut lines = 0;
    for line in LINKS.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [link, total, notices, intended, why] = cells[..] else {
            panic!("{line}")
        };
        let (state, found) = open(link, cube);
        let view = resolve(&state, cube);
        let expected = total.parse().ok();
        let answers = [
            linked(cube, &view.selection).total(),
            reference::total(cube, &selection_from(cube, intended)),
        ];
        assert_eq!(
            answers.map(jangkau::cube::Figure::number),
            [expected; 2],
            "{link}: {why}"
        );
        assert_eq!(found.len().to_string(), notices, "{link}: {found:?}");
        for (words, notice) in LANGUAGES.iter().flat_map(|words| {
            let notices = found.iter();
            notices.map(move |notice| (words, notice_text(cube, notice, words)))
        }) {
            assert!(!notice.contains(['{', '}']), "{notice} ({})", words.code);
        }
        let once = to_address(&state, cube);
        let again = open(&once, cube).0;
        assert_eq!((&again, to_address(&again, cube)), (&state, once), "{link}");
        lines += 1;
    }
    assert!(lines >= 129, "lines are only added: {lines} are left");
}

#[track_caller]
fn check_canonical(link: &str, expected: &str) {
    let (state, _) = open(link, &PRAKERJA);
    assert_eq!(to_address(&state, &PRAKERJA), expected);
}

#[test]
fn a_link_is_written_in_one_way() {
    check_canonical("/", "id/prakerja/");
    check_canonical(
        "/en/prakerja/9301/?sex=M,F&year=2021~2020&tab=map#ui=min",
        "en/prakerja/9101/?year=2020..2021&sex=F~M#ui=min",
    );
    check_canonical(
        "/id/prakerja/province-2023/91/index.html?region=7171~3273",
        "id/prakerja/province-2023/91/?region=3273~7171",
    );
    check_canonical(
        "/id/prakerja/?release=latest&sort=-value&as=count&level=region&year=2020~2022",
        "id/prakerja/?year=2020~2022",
    );
    check_canonical(
        "/id/prakerja/?utm=a&sort=name&tab=table&as=rate&level=kind&geo=3273~7171&utm=b&release=1",
        "id/prakerja/?level=kind&as=rate&tab=table&sort=name&release=1&utm=a~b&geo=3273~7171",
    );
}

#[test]
fn a_link_to_take_along_outlives_a_change_of_the_defaults() {
    let cube = &*PRAKERJA;
    let lasting = |link: &str| {
        let (state, _) = open(link, cube);
        let lasting = to_lasting_address(&state, cube);
        let (again, notices) = open(&lasting, cube);
        assert_eq!(
            (resolve(&again, cube), notices),
            (resolve(&state, cube), Vec::new())
        );
        assert_eq!(to_lasting_address(&again, cube), lasting);
        lasting
    };
    assert_eq!(
        lasting("/id/prakerja/3273/?sex=F#ui=min"),
        "id/prakerja/3273/?sex=F&level=region&as=count&release=1#ui=min"
    );
    assert_eq!(
        lasting("/id/prakerja/?as=share&level=kind&sort=name"),
        "id/prakerja/?level=kind&as=share&sort=name&release=1"
    );
}

#[test]
fn a_part_of_the_grammar_that_comes_later_is_not_called_unknown() {
    let cube = &*PRAKERJA;
    for (key, value) in [
        ("geo", "3273~7171"),
        ("from", "2020"),
        ("cols", "sex"),
        ("q", "bandung"),
        ("tab", "trend"),
        ("tab", "facts"),
    ] {
        let (_, notices) = open(&format!("/id/prakerja/?{key}={value}"), cube);
        let (key, value) = (key.to_owned(), value.to_owned());
        assert_eq!(notices, [Notice::NotYet { key, value }]);
    }
    let (_, notices) = open("/id/prakerja/?q=kota%20bandung", cube);
    let said = LANGUAGES.map(|words| notice_text(cube, &notices[0], words));
    assert_eq!(
        said,
        [
            "“q=kota bandung” belum dapat ditampilkan versi ini; bagian lain tautan tetap berlaku.",
            "“q=kota bandung” cannot be shown by this version yet; the rest of the link applies."
        ]
    );
}

#[test]
fn fifty_regions_fit_in_a_link() {
    let cube = &*PRAKERJA;
    let region = cube.axis("region").unwrap();
    let every_tenth = (0..514).step_by(10).take(50).map(CatIx);
    let state = every_tenth.fold(ViewState::landing("id", "prakerja"), |state, at| {
        state.apply(Change::Toggle(region, at), cube)
    });
    let link = to_lasting_address(&state, cube);
    assert_eq!(state.filters().clause(region).unwrap().len(), 50);
    assert!(link.len() < 2000, "{} characters", link.len());
}

/// One act, as numbers to be taken modulo what the cube offers.
type Act = (usize, usize, usize);

fn any_acts() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec((0..14_usize, 0..64_usize, 0..64_usize), 0..12)
}

fn axis(cube: &Cube, nth: usize) -> Axis {
    let axes: Vec<Axis> = cube.axes().collect();
    axes[nth % axes.len()]
}

fn at(cube: &Cube, axis: Axis, nth: usize) -> CatIx {
    CatIx(nth % cube.members(axis).len())
}

/// A change that the page offers: no level without places, no rate without inhabitants. A place
/// whose code is no text at all has no folder, so no link leads to it.
fn change(cube: &Cube, (kind, one, other): Act) -> Option<Change> {
    let places = levels(cube);
    let place = || {
        let axis = *places.get(one % places.len().max(1))?;
        let place = Place {
            axis,
            at: at(cube, axis, other),
        };
        has_folder(cube, place).then_some(place)
    };
    let axis = axis(cube, one);
    Some(match kind {
        0..=3 => Change::Toggle(axis, at(cube, axis, other)),
        4 => Change::Clear(axis),
        5 => Change::Focus(place()),
        6 => Change::Level(*places.get(one % places.len().max(1))?),
        7 => {
            let quantity = Quantity::ALL[one % 4];
            quantity
                .is_offered(cube)
                .then_some(Change::Show(quantity))?
        }
        8 => Change::Open(Tab::ALL[one % 3]),
        9 => {
            let column = Column::ALL[one % 6];
            column.is_offered(cube).then_some(Change::SortBy(column))?
        }
        10 => Change::Speak(LANGUAGE_CODES[one % 2].to_owned()),
        11 => Change::Form(MapForm::ALL[one % 2]),
        12 => {
            let count = u8::try_from(3 + other % 7).unwrap();
            Change::Class(Classing::new(ClassMethod::ALL[one % 3], count))
        }
        _ => Change::ClearAll,
    })
}

fn reached(cube: &Cube, acts: &[Act]) -> ViewState {
    acts.iter()
        .filter_map(|act| change(cube, *act))
        .fold(ViewState::landing("id", "x"), |state, change| {
            state.apply(change, cube)
        })
}

fn check_round_trip(cube: &Cube, state: &ViewState) -> Result<(), TestCaseError> {
    let link = to_address(state, cube);
    let (again, notices) = from_address(&Address::new(&link), SITE, "x", cube);
    prop_assert_eq!((&again, notices), (state, Vec::new()), "{}", &link);
    prop_assert_eq!(to_address(&again, cube), link);
    let lasting = reread(&to_lasting_address(state, cube), cube);
    prop_assert_eq!(resolve(&lasting, cube), resolve(state, cube));
    Ok(())
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn a_view_is_what_its_link_says(cube in any_odd_cube(), acts in any_acts()) {
        check_round_trip(&cube, &reached(&cube, &acts))?;
    }

    #[test]
    fn the_order_of_the_keys_does_not_matter(
        cube in any_odd_cube(), acts in any_acts(), turn in 0..8_usize,
    ) {
        let state = reached(&cube, &acts);
        let query = to_query(&state, &cube);
        let mut parts: Vec<&str> = query.split('&').collect();
        let turns = turn % parts.len();
        parts.rotate_left(turns);
        if turn > 4 {
            parts.reverse();
        }
        let link = to_address(&state, &cube);
        let path = link.split('?').next().unwrap();
        prop_assert_eq!(reread(&format!("{path}?{}", parts.join("&")), &cube), state);
    }

    #[test]
    fn picking_twice_restores_the_view(
        cube in any_odd_cube(), acts in any_acts(), one in 0..64_usize, other in 0..64_usize,
    ) {
        let state = reached(&cube, &acts);
        let axis = axis(&cube, one);
        // A range of time grows and shrinks, and of measures there is always one.
        let role = cube.dimension(axis.dimension()).role();
        if axis.grouping().is_none() && matches!(role, Role::Time | Role::Metric) {
            return Ok(());
        }
        let pick = || Change::Toggle(axis, at(&cube, axis, other));
        let twice = state.apply(pick(), &cube).apply(pick(), &cube);
        if state.place().is_some_and(|place| place.axis == axis) {
            // The place in focus has become the filter, or the other way round.
            let picked = |state: &ViewState| resolve(state, &cube).selection;
            let of_place = state.place().is_some_and(|place| place.at == at(&cube, axis, other));
            prop_assert_eq!(picked(&twice), picked(&state), "{}", of_place);
        } else {
            prop_assert_eq!(twice, state);
        }
    }

    #[test]
    fn unknown_keys_are_kept_through_the_visit(
        cube in any_odd_cube(), acts in any_acts(), value in "[a-z0-9~%+,.=?/ é]{0,12}",
    ) {
        let known = |key: &str| cube.axes().any(|axis| cube.axis_id(axis).as_str() == key);
        if known("geo") {
            return Ok(());
        }
        let link = format!("/id/x/?utm+source={value}&utm%20source={value}&geo=z{value}&utm+source=b");
        let opened = reread(&link, &cube);
        let acts = acts.iter().filter_map(|act| change(&cube, *act));
        let state = acts.fold(opened, |state, change| state.apply(change, &cube));
        let written = to_query(&state, &cube);
        for kept in [
            format!("utm%2Bsource={value}~b"),
            format!("utm%20source={value}"),
            format!("geo=z{value}"),
        ] {
            prop_assert!(written.split('&').any(|part| part == kept), "{}", written);
        }
        prop_assert_eq!(reread(&to_address(&state, &cube), &cube), state);
    }

    #[test]
    fn a_view_of_any_other_cube_is_what_its_link_says(cube in any_cube(), acts in any_acts()) {
        check_round_trip(&cube, &reached(&cube, &acts))?;
    }
}

/// Text that looks like a link, more or less.
fn any_link() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "/", "?", "&", "=", "~", "%7E", "%257E", ",", "+", "%20", "..", ".", "#", "%", "%2", "-",
            "id", "en", "prakerja", "3273", "9301", "province-2023", "91", "sex", "F", "year", "2020",
            "2021", "age", "18-25", "level", "as", "rate", "tab", "table", "sort", "-name", "release",
            "1", "geo", "q", "d.", "index.html", "%FF", "%00", "latest", "&sex=", "&year=2022..",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
        1 => ".{0,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn check_any(link: &str) -> Result<(), TestCaseError> {
    let cube = &*PRAKERJA;
    let (state, notices) = open(link, cube);
    for notice in &notices {
        prop_assert!(!notice_text(cube, notice, LANGUAGES[0]).is_empty());
    }
    let once = to_address(&state, cube);
    let (again, fewer) = open(&once, cube);
    prop_assert_eq!(&again, &state, "{} of {}", once, link);
    prop_assert_eq!(to_address(&again, cube), once);
    prop_assert!(fewer.iter().all(|notice| notices.contains(notice)));
    Ok(())
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn any_text_is_a_link_to_some_view(link in any_link()) {
        check_any(&link)?;
        check_any(&format!("/id/prakerja/?{link}"))?;
    }

    #[test]
    fn any_characters_are_a_link_to_some_view(link in any::<String>()) {
        check_any(&link)?;
    }
}

#[test]
fn no_two_axes_of_a_file_share_a_key() {
    let ids = [
        "level", "d.level", "a", "d.a", "a.b", "d.a.b", "a", "b", "a.b",
    ];
    let cube = support::ids::cube_of(&ids);
    let keys: BTreeSet<String> = cube
        .axes()
        .map(|axis| {
            let state = ViewState::landing("id", "x");
            let query = to_query(&state.apply(Change::Toggle(axis, CatIx(0)), &cube), &cube);
            query.split('=').next().unwrap().to_owned()
        })
        .collect();
    assert_eq!(keys.len(), cube.axes().count(), "{keys:?}");
}
