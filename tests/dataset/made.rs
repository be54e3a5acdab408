//! The made country: every figure by hand.

use jangkau::cube::{CatIx, Figure, Selection, linked};

use super::check;
use crate::support::made::{FACTS, HEALTH, PRICES, SCHOOLS, WATER};

#[test]
fn the_households_are_products_of_four_sums() {
    let (south, rain) = (("district", "south"), ("source", "rain"));
    check(&WATER, &[], Figure::Number(100_000.0));
    check(&WATER, &[("tenure", "owner")], Figure::Number(66_000.0));
    // 7 and 4 in the countryside, two in ten.
    check(&WATER, &[south, rain], Figure::Number(2200.0));
    // 4 x 3 x 3 x 7.
    let cell = [
        ("commune", "s3"),
        ("period", "2021"),
        ("source", "well"),
        ("tenure", "owner"),
    ];
    check(&WATER, &cell, Figure::Number(252.0));
    let asked: Vec<Option<f64>> = FACTS
        .iter()
        .map(|fact| {
            let question = fact.question.as_ref()?;
            let total = |selection| linked(&WATER, selection).total().number();
            let part = total(&question.selection)?;
            question
                .share_of
                .as_ref()
                .map_or(Some(part), |of| Some(part / total(of)?))
        })
        .collect();
    let [whole, north, n1] = [40_000.0, 30_000.0, 4800.0].map(Some);
    assert_eq!(asked, [whole, north, n1, n1, Some(0.653), None, None]);
}

#[test]
fn visits_and_nurses_are_not_added_and_gaps_are_told_apart() {
    let (visits, nurses) = (("measure", "visits"), ("measure", "nurses"));
    let (before, after) = (("year", "2021"), ("year", "2022"));
    // 100 x 100 less 100 of Éloa that are kept back, and 100 x 200.
    check(&HEALTH, &[visits, before], Figure::AtLeast(9900.0));
    check(&HEALTH, &[visits, after], Figure::Number(20_000.0));
    // Half of 100 less half of Ostra's 4, which cannot be, and of Garrowby's 2, not there yet.
    check(&HEALTH, &[nurses, before], Figure::Number(48.0));
    check(&HEALTH, &[nurses, after], Figure::AtLeast(47.0));
    // Years are not added: the latest stands for both.
    check(&HEALTH, &[nurses, ("commune", "n2")], Figure::Number(4.5));
    check(&HEALTH, &[visits], Figure::Number(20_000.0));
    check(
        &HEALTH,
        &[visits, before, ("commune", "n5")],
        Figure::Suppressed,
    );
    check(
        &HEALTH,
        &[nurses, after, ("commune", "c4")],
        Figure::Missing,
    );
    check(
        &HEALTH,
        &[nurses, after, ("commune", "s3")],
        Figure::Number(0.0),
    );
}

#[test]
fn of_goods_without_places_only_single_cells_are_figures() {
    // Of nothing chosen the first good in the latest month; of two goods no figure.
    check(&PRICES, &[], Figure::Number(1.75));
    let good = PRICES.axis("good").unwrap();
    let rice_and_salt = Selection::all().with(good, vec![CatIx(0), CatIx(1)]);
    assert_eq!(linked(&PRICES, &rice_and_salt).total(), Figure::NotAdditive);
    check(
        &PRICES,
        &[("good", "salt"), ("month", "2024-03")],
        Figure::Number(0.45),
    );
    check(
        &PRICES,
        &[("good", "oil"), ("month", "2024-03")],
        Figure::Missing,
    );
}

#[test]
fn schools_of_places_within_places_are_counted_once() {
    check(&SCHOOLS, &[], Figure::Number(32.0));
    check(&SCHOOLS, &[("level", "primary")], Figure::Number(24.0));
    check(&SCHOOLS, &[("place", "north")], Figure::Number(12.0));
    check(
        &SCHOOLS,
        &[("place", "c1"), ("level", "secondary")],
        Figure::Number(4.0),
    );
}
