//! The places of a cube, ready to be searched.

use super::Hit;
use super::fold::{Word, words};
use super::place::{IndexedPlace, places_of};
use super::rank::{Query, Rank};
use crate::cube::{Cube, DimIx, EverydayName, order_by};

/// The folded names and codes of the places of a cube: the categories of its geographical dimension
/// but a total, and the groups of each grouping that divides all of them into three or more.
#[derive(Debug)]
pub struct PlaceIndex {
    places: Vec<IndexedPlace>,
}

impl PlaceIndex {
    /// The places along `geo`, by their names in `lang`.
    #[must_use]
    pub fn new(cube: &Cube, geo: DimIx, lang: &str) -> Self {
        Self {
            places: places_of(cube, geo, lang),
        }
    }

    /// The same with what people call the places of a cube; a name of a place that is not there is passed
    /// over.
    ///
    /// # Examples
    /// ```
    /// # use jangkau::cube::{Category, Code, Cube, DimIx, Dimension, EverydayName, Id, Label, Metadata, Role, Values};
    /// # use jangkau::search::PlaceIndex;
    /// let places = [("n1", "Town Harrowgate"), ("n2", "Town Harbourne")]
    ///     .map(|(code, name)| Category::new(Code::new(code), Label::new(name)));
    /// # let area = Dimension::new(Id::new("area"), Label::new("Area"), Role::Geo, places.to_vec())?;
    /// # let cube = Cube::new(vec![area], Values::Whole(vec![1, 2]), Default::default(), Metadata::default())?;
    /// let harb = EverydayName { axis: Id::new("area"), code: Code::new("n1"), name: "Harb".into() };
    /// let index = PlaceIndex::new(&cube, DimIx(0), "en").with_everyday_names(&cube, &[harb]);
    /// let found: Vec<usize> = index.find("harb", 10).iter().map(|hit| hit.at.0).collect();
    /// assert_eq!(found, [0, 1], "what is called so comes before a name that only begins so");
    /// # Ok::<(), jangkau::cube::CubeError>(())
    /// ```
    #[must_use]
    pub fn with_everyday_names(mut self, cube: &Cube, names: &[EverydayName]) -> Self {
        for EverydayName { axis, code, name } in names {
            let Some(axis) = cube.axis(axis.as_str()) else {
                continue;
            };
            let at = cube.members(axis).position(code.as_str());
            let is_it = |place: &&mut IndexedPlace| place.axis == axis && Some(place.at) == at;
            if let Some(place) = self.places.iter_mut().find(is_it) {
                place.everyday.push(Word::from(words(name).concat()));
            }
        }
        self
    }

    /// The places that a query fits, the best first, at most `limit`. Every word of it must fit the
    /// name of a place, or that of a group it belongs to; or the whole query is a code.
    ///
    /// # Examples
    /// ```
    /// use jangkau::cube::{Category, Code, Cube, DimIx, Dimension, Id, Label, Metadata, Role, Values};
    /// use jangkau::search::{Matched, PlaceIndex};
    /// let places = [("n1", "North Ford"), ("n2", "Vätterås"), ("n3", "Port Ford")]
    ///     .map(|(code, name)| Category::new(Code::new(code), Label::new(name)));
    /// let area = Dimension::new(Id::new("area"), Label::new("Area"), Role::Geo, places.to_vec())?;
    /// let values = Values::Whole(vec![120, 80, 7]);
    /// let cube = Cube::new(vec![area], values, Default::default(), Metadata::default())?;
    ///
    /// let index = PlaceIndex::new(&cube, DimIx(0), "en");
    /// let found = |query: &str| -> Vec<usize> {
    ///     index.find(query, 10).iter().map(|hit| hit.at.0).collect()
    /// };
    /// assert_eq!(found("ford"), [2, 0], "the shorter name first");
    /// assert_eq!(found("vatteras"), [1]);
    /// assert_eq!(index.find("vateras", 1)[0].matched, Matched::Nearly);
    /// assert_eq!(index.find("n3", 1)[0].matched, Matched::Code);
    /// # Ok::<(), jangkau::cube::CubeError>(())
    /// ```
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let Some(query) = Query::new(query) else {
            return Vec::new();
        };
        let ranked = self.places.iter().filter_map(|place| {
            let rank = Rank::of(place, &query, &self.places)?;
            // The regions of a group keep their order.
            let letters = if rank == Rank::Group {
                0
            } else {
                place.letters
            };
            Some((rank, letters, place))
        });
        let mut ranked: Vec<(Rank, usize, &IndexedPlace)> = ranked.collect();
        // What people call a place is no typo for another.
        if ranked.iter().any(|(rank, ..)| rank.is_everyday()) {
            ranked.retain(|(rank, ..)| *rank < Rank::NearlyWhole);
        }
        let key = |at: usize| (ranked[at].0, ranked[at].1);
        let mut order = order_by(ranked.len(), &|a, b| key(a).cmp(&key(b)));
        order.truncate(limit);
        let hit = |at: usize| {
            let (rank, _, place) = ranked[at];
            Hit {
                axis: place.axis,
                at: place.at,
                matched: rank.matched(place),
            }
        };
        order.into_iter().map(hit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        CatIx, Category, Code, Dimension, Grouping, Id, Label, Metadata, Role, Statuses, Values,
    };
    use crate::search::Matched;

    /// Name, code of the atlas where it has one, county; the codes are 8801, 8802 and so on.
    const REGIONS: [(&str, &str, usize); 11] = [
        ("District Norra South", "8803", 0),
        ("District Skerry", "", 0),
        ("District Norra East", "8801", 0),
        ("Town Kestrel West", "", 4),
        ("District Marlow West", "", 1),
        ("District Marlow", "", 1),
        ("District Ashford", "", 1),
        ("Town Marlow", "", 1),
        ("Town Ashford", "", 1),
        ("District Malow", "", 2),
        ("Town Greenharbour", "", 3),
    ];

    fn category(code: &str, name: &str) -> Category {
        Category::new(Code::new(code), Label::new(name))
    }

    fn cube() -> Cube {
        let leaf = |(at, (name, other, _)): (usize, &(&str, &str, usize))| {
            let other = (!other.is_empty()).then(|| (Box::from("ATLAS-2020"), Code::new(other)));
            category(&format!("{}", 8801 + at), name).with_other_codes(other.into_iter().collect())
        };
        let counties = |first: &str| {
            let names = ["Norra", first, "Dune", "Reef Islands", "Kestrel"];
            let groups = names
                .iter()
                .enumerate()
                .map(|(at, name)| category(&format!("1{at}"), name));
            let of = REGIONS.iter().map(|(_, _, county)| Some(CatIx(*county)));
            Grouping::new(
                Id::new(first),
                Label::new(""),
                groups.collect(),
                of.collect(),
            )
            .unwrap()
        };
        let kinds = vec![category("city", "Marlow-like")];
        let kinds = Grouping::new(
            Id::new("kind"),
            Label::new(""),
            kinds,
            vec![Some(CatIx(0)); 11],
        );
        let islands = ["Surra", "Vela", "Dune"].map(|name| category(name, name));
        let island = |(_, _, county): &(&str, &str, usize)| Some(CatIx([0, 1, 2, 0, 1][*county]));
        let of = REGIONS.iter().map(island).collect();
        let islands = Grouping::new(Id::new("island"), Label::new(""), islands.to_vec(), of);
        let leaves = REGIONS.iter().enumerate().map(leaf).collect();
        let regions = Dimension::new(Id::new("region"), Label::new(""), Role::Geo, leaves).unwrap();
        let regions = regions
            .with_groupings(vec![
                counties("Vela West"),
                counties("Moorland"),
                kinds.unwrap(),
                islands.unwrap(),
            ])
            .unwrap();
        let values = Values::Whole(vec![0; 11]);
        Cube::new(
            vec![regions],
            values,
            (Vec::new(), Statuses::None),
            Metadata::default(),
        )
        .unwrap()
    }

    fn found(query: &str) -> Vec<(String, Matched)> {
        let cube = cube();
        let hits = PlaceIndex::new(&cube, DimIx(0), "id").find(query, 20);
        let name = |hit: Hit| {
            (
                cube.members(hit.axis).get(hit.at).label().own().to_owned(),
                hit.matched,
            )
        };
        hits.into_iter().map(name).collect()
    }

    #[track_caller]
    fn check(query: &str, matched: &Matched, expected: &[&str]) {
        let found = found(query);
        let names = found
            .iter()
            .filter(|(_, how)| how == matched)
            .map(|(name, _)| name.as_str());
        assert_eq!(names.collect::<Vec<_>>(), expected, "{query}: {found:?}");
    }

    #[test]
    fn a_name_finds_the_places_that_have_it_the_shortest_first() {
        let marlow = ["Town Marlow", "District Marlow", "District Marlow West"];
        check("marlow", &Matched::Name, &marlow);
        check("  MÀRLOW ", &Matched::Name, &marlow);
        check("marl", &Matched::Name, &marlow);
        check(
            "ashford",
            &Matched::Name,
            &["Town Ashford", "District Ashford"],
        );
        check(
            "dist. marlow",
            &Matched::Name,
            &["District Marlow", "District Marlow West"],
        );
        check("marlow town", &Matched::Name, &["Town Marlow"]);
    }

    #[test]
    fn a_name_in_two_pieces_finds_the_one_in_one() {
        check("green harbour", &Matched::Name, &["Town Greenharbour"]);
        check("green harbor", &Matched::Nearly, &["Town Greenharbour"]);
    }

    #[test]
    fn one_typo_still_finds_a_name() {
        let marlow = ["Town Marlow", "District Marlow", "District Marlow West"];
        check("marlw", &Matched::Nearly, &marlow);
        check("marlow", &Matched::Nearly, &["District Malow"]);
        check("mrw", &Matched::Nearly, &[]);
    }

    #[test]
    fn a_group_comes_first_then_its_regions_then_those_of_its_island_named_like_it() {
        let names: Vec<String> = found("vela west").into_iter().map(|it| it.0).collect();
        let expected = [
            "Vela West",
            "District Marlow West",
            "District Marlow",
            "District Ashford",
            "Town Marlow",
            "Town Ashford",
            "Town Kestrel West",
        ];
        assert_eq!(names, expected);
        let regions = ["Town Ashford", "District Ashford"];
        check("ashford vela", &Matched::Group, &regions);
    }

    #[test]
    fn a_code_that_is_the_name_is_found_as_the_name() {
        check("surra", &Matched::Name, &["Surra"]);
        check("surra", &Matched::Code, &[]);
    }

    #[test]
    fn a_group_that_two_lists_have_alike_is_found_once() {
        check("dune", &Matched::Name, &["Dune"]);
        check("moorland", &Matched::Name, &["Moorland"]);
    }

    #[test]
    fn a_code_of_another_scheme_comes_second_and_says_so() {
        let atlas = Matched::OtherCode {
            scheme: "ATLAS-2020".into(),
            code: Code::new("8801"),
        };
        let names: Vec<String> = found("8801").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["District Norra South", "District Norra East"]);
        check("8801", &Matched::Code, &["District Norra South"]);
        check("8801", &atlas, &["District Norra East"]);
        check("atlas 8801", &atlas, &["District Norra East"]);
        check("atlas 8801", &Matched::Code, &[]);
        check("atlas 2020 8801", &atlas, &["District Norra East"]);
        check("pos 8801", &atlas, &[]);
    }

    #[test]
    fn the_beginning_of_a_code_finds_all_that_begin_so() {
        check("8811", &Matched::Code, &["Town Greenharbour"]);
        assert_eq!(found("880").len(), 9);
    }

    #[test]
    fn nothing_typed_finds_nothing_and_no_more_is_listed_than_asked_for() {
        check(" -- ", &Matched::Name, &[]);
        assert_eq!(
            PlaceIndex::new(&cube(), DimIx(0), "id")
                .find("district", 2)
                .len(),
            2
        );
    }
}
