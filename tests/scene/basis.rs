//! What the figures of a place rest on, in words and in marks.

use jangkau::cube::Rests;
use jangkau::scene::basis_lines;

use crate::support::made::WATER;
use crate::support::opened::Opened;

/// The codes of the rows that have a mark, each with its mark.
fn marks(link: &str) -> Vec<(String, Rests)> {
    let rows = Opened::new(&WATER, link).table().rows;
    let mut marks: Vec<(String, Rests)> = rows
        .iter()
        .filter_map(|row| Some((row.code.clone(), row.pattern?)))
        .collect();
    marks.sort_by(|one, other| one.0.cmp(&other.0));
    marks
}

fn all(codes: &[&str], rests: Rests) -> Vec<(String, Rests)> {
    codes
        .iter()
        .map(|code| ((*code).to_owned(), rests))
        .collect()
}

#[test]
fn a_share_that_repeats_a_pattern_is_marked_in_its_row() {
    let [of_group, of_all] = [Rests::Group, Rests::All];
    let mut sources = all(&["c2", "c3", "c4"], of_all);
    sources.extend(all(&["n2", "n3", "n4", "n5"], of_group));
    sources.extend(all(&["s2", "s3"], of_all));
    assert_eq!(marks("/id/x/?source=piped"), sources);
    let tenures = [
        "c2", "c3", "c4", "n1", "n2", "n3", "n4", "n5", "s1", "s2", "s3",
    ];
    assert_eq!(marks("/id/x/?tenure=owner"), all(&tenures, of_all));
    // Of two shares the one that rests on more makes the mark; one of its own takes it away.
    assert_eq!(marks("/id/x/?source=piped&tenure=owner"), sources);
    // A district repeats what all its communes repeat.
    let districts = all(&["north", "south"], of_all);
    assert_eq!(marks("/id/x/?tenure=owner&level=district"), districts);
    assert_eq!(marks("/id/x/?source=piped&level=district"), []);
    // Without a choice among people every share is 100 %, and that is true everywhere.
    assert_eq!(marks("/id/x/?period=2021"), []);
}

#[test]
fn a_count_that_follows_inhabitants_makes_no_rate() {
    for row in Opened::new(&WATER, "/id/x/").table().rows {
        let expected = match &*row.code {
            "n4" | "n5" => Rests::Group,
            "s3" => Rests::All,
            _ => Rests::Own,
        };
        assert_eq!(row.rests, Some(expected), "{}", row.code);
        let pattern = Some(expected).filter(|rests| *rests != Rests::Own);
        assert_eq!(row.rate_pattern, pattern, "{}", row.code);
    }
}

#[test]
fn the_bars_of_a_place_have_its_mark() {
    for (link, id, expected) in [
        ("/id/x/n1/", "source", None),
        ("/id/x/n2/", "source", Some(Rests::Group)),
        ("/id/x/s3/", "source", Some(Rests::All)),
        ("/id/x/n1/", "tenure", Some(Rests::All)),
        ("/id/x/c1/", "tenure", None),
        ("/id/x/district/south/", "tenure", Some(Rests::All)),
        ("/id/x/district/centre/", "tenure", None),
        ("/id/x/", "source", None),
    ] {
        let found = Opened::new(&WATER, link).bars(id).pattern;
        assert_eq!(found, expected, "{id} of {link}");
    }
}

#[test]
fn the_page_says_what_the_count_and_the_shares_of_a_place_rest_on() {
    let lines = |link: &str| {
        let opened = Opened::new(&WATER, link);
        basis_lines(&WATER, &opened.view, opened.words)
    };
    assert_eq!(lines("/id/x/"), Vec::<String>::new());
    assert_eq!(
        lines("/en/x/n4/"),
        [
            "The count for Caldmoor was never published: the model divides the count of North (2019) \
             by population, so it is no finding about the place.",
            "Nothing was published for Caldmoor about water source: the shares repeat the province's \
             pattern.",
            "Nothing was published for Caldmoor about tenure: the shares repeat the national pattern."
        ]
    );
    assert_eq!(
        lines("/en/x/s3/"),
        [
            "The count for Ostra was never published: the model divides the national count by \
             population.",
            "Nothing was published for Ostra about water source, tenure: the shares repeat the \
             national pattern."
        ]
    );
    assert_eq!(
        lines("/id/x/c1/"),
        ["Jumlah Port Lenna berasal dari angka yang diterbitkan untuk tempat itu."]
    );
}
