//! How figures of the shipped dataset came about: what stands in each chain, and that its arithmetic is right.

use jangkau::cube::Figure;
use jangkau::scene::{Derivation, StepKind, derivation};
use jangkau::view_state::AskedFigure;
use jangkau::words::messages;

use crate::support::opened::Opened;
use crate::support::shipped::PRAKERJA;

#[track_caller]
fn chain(link: &str) -> Derivation {
    let opened = Opened::new(&PRAKERJA, link);
    let asked = AskedFigure::from_raw(&PRAKERJA, &opened.view.why).unwrap();
    derivation(&PRAKERJA, (&opened.view, &asked), &[], messages("en"))
}

/// Words and figure of each step of a kind.
fn steps(chain: &Derivation, kind: StepKind) -> Vec<String> {
    let steps = chain.steps.iter().filter(|step| step.kind == kind);
    steps
        .map(|step| format!("{}: {}", step.text, step.figure))
        .collect()
}

#[test]
fn what_a_rounded_total_leaves_is_derived_and_as_open_as_the_total() {
    let chain = chain("/en/x/?why=year:2023");
    assert_eq!(chain.evaluate(), Figure::Number(1_073_288.0));
    assert_eq!(
        steps(&chain, StepKind::Printed),
        ["Indonesia: 17,500,000 (2020-2023)"]
    );
    assert_eq!(
        steps(&chain, StepKind::Derived),
        [
            "Indonesia; 2023 (met exactly; 17.5 million (rounded) less the 16,426,712 of 2020–2022): \
             1,073,288 (1,023,288–1,123,288)"
        ]
    );
    let shown = steps(&chain, StepKind::Shown);
    assert!(
        shown[1].starts_with("What was printed leaves it between 1,023,288 and 1,123,288"),
        "{shown:?}"
    );
}

#[test]
fn a_pattern_is_told_from_the_figure_that_it_is_laid_on() {
    let chain = chain("/en/x/3509/?why=sex:F");
    let printed = steps(&chain, StepKind::Printed);
    assert_eq!(
        printed[0],
        "Kabupaten Jember; 2020–2023 (met exactly): 166,704"
    );
    let derived = steps(&chain, StepKind::Derived).join("\n");
    assert!(
        derived.contains("The model has nothing published about sex for Kabupaten Jember"),
        "{derived}"
    );
    assert!(
        derived.contains("51% in Kabupaten Jember, 51% in Indonesia"),
        "{derived}"
    );
    let added = &steps(&chain, StepKind::Added)[0];
    // The terms give the sum.
    let numbers = added.split(": ").skip(2).filter_map(|term| {
        let digits = term.split([' ', '=']).next()?.replace(',', "");
        digits.parse::<f64>().ok()
    });
    assert_eq!(Figure::Number(numbers.sum()), chain.evaluate(), "{added}");
    assert!(added.ends_with(&format!("= {}", chain.figure)), "{added}");
}

#[test]
fn what_is_shared_out_says_how_far_such_figures_were_off() {
    let chain = chain("/en/x/?why=region:3511");
    let derived = steps(&chain, StepKind::Derived).join("\n");
    assert!(
        derived.contains("of the 1,840,484 participants in Jawa Timur"),
        "{derived}"
    );
    assert!(
        derived.contains("half of such figures were off by at most 33%"),
        "{derived}"
    );
}

#[test]
fn whom_a_printed_figure_speaks_of_is_told_and_the_control_beside_it() {
    let chain = chain("/en/x/?why=age:18-25~year:2020");
    assert_eq!(
        steps(&chain, StepKind::Printed)[0],
        "Indonesia, aged 18 to 35: 71% (2020 batches 1-10 (to 2020-10-30))"
    );
    let derived = &steps(&chain, StepKind::Derived)[0];
    assert_eq!(
        derived,
        "Indonesia; aged 18 to 25; 2020 (met nearly; 18–35 split as in 2020–2022): 31.43% (30.1%–32.8%)"
    );
}

#[test]
fn no_part_of_a_person_is_left_open() {
    let chain = chain("/en/x/?age=18-25&year=2020&why=.");
    let shown = steps(&chain, StepKind::Shown);
    assert_eq!(
        shown[1],
        "Where what was assumed holds, what was printed leaves it between 1,658,226 and 1,806,970: "
    );
}

#[test]
fn how_many_are_in_periods_without_a_published_count_is_told() {
    for (link, told) in [
        (
            "/en/x/3273/?why=.",
            "60,345 of the 182,399 participants in Kota Bandung are in periods of which no count was published for \
             it: the model fills these in: ",
        ),
        (
            "/en/x/1706/?why=.",
            "17,732 of the 19,838 participants in Kabupaten Mukomuko are in periods of which no count was published \
             for it: the model fills these in: ",
        ),
    ] {
        let derived = steps(&chain(link), StepKind::Derived);
        assert!(derived.iter().any(|it| it == told), "{link}: {derived:#?}");
    }
    // All of Jember's years were published together.
    let jember = steps(&chain("/en/x/3509/?why=."), StepKind::Derived);
    assert!(!jember.iter().any(|it| it.contains("fills")), "{jember:#?}");
}

#[test]
fn a_link_is_answered_with_the_bounds_that_print_leaves() {
    let chain = chain("/en/x/?why=year:2023");
    let written = chain.written(String::new(), String::new());
    assert_eq!(written.value, Some(1_073_288.0));
    assert_eq!(
        (written.lower, written.upper),
        (Some(1_023_288.0), Some(1_123_288.0))
    );
    // Of an estimate nothing is known but its back-tests.
    let estimate = self::chain("/en/x/1101/?why=.").written(String::new(), String::new());
    assert!(estimate.value.is_some());
    assert_eq!((estimate.lower, estimate.upper), (None, None));
}

#[test]
fn the_bounds_of_years_that_are_added_and_of_a_rate_are_told() {
    let women = steps(&chain("/en/x/?sex=F&why=."), StepKind::Shown);
    assert_eq!(
        women[1],
        "Where what was assumed holds, what was printed leaves it between 8,727,240 and 9,190,526: "
    );
    let rate = steps(&chain("/en/x/?as=rate&why=."), StepKind::Shown);
    assert_eq!(
        rate[1],
        "What was printed leaves it between 61.2 and 61.6: "
    );
}
