//! The places of a cube, ready to be searched.

use super::Hit;
use super::place::{Place, places_of};
use super::rank::{Query, Rank};
use crate::cube::{Cube, DimIx, order_by};

/// The folded names and codes of the places of a cube: the categories of its geographical dimension
/// but a total, and the groups of each grouping that divides all of them into three or more.
#[derive(Debug)]
pub struct PlaceIndex {
    places: Vec<Place>,
}

impl PlaceIndex {
    /// The places along `geo`, by their names in `lang`.
    #[must_use]
    pub fn new(cube: &Cube, geo: DimIx, lang: &str) -> Self {
        Self {
            places: places_of(cube, geo, lang),
        }
    }

    /// The places that a query fits, the best first, at most `limit`. Every word of it must fit the
    /// name of a place, or that of a group it belongs to; or the whole query is a code.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let Some(query) = Query::new(query) else {
            return Vec::new();
        };
        let ranked = self.places.iter().filter_map(|place| {
            let rank = Rank::of(place, &query, &self.places)?;
            // The regions of a province keep their order.
            let letters = if rank == Rank::Group {
                0
            } else {
                place.letters
            };
            Some((rank, letters, place))
        });
        let ranked: Vec<(Rank, usize, &Place)> = ranked.collect();
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

    /// Name, BPS code where it has one, province; the codes are 1101, 1102 and so on.
    const REGIONS: [(&str, &str, usize); 11] = [
        ("Kabupaten Aceh Selatan", "1103", 0),
        ("Kabupaten Simeulue", "", 0),
        ("Kabupaten Aceh Timur", "1101", 0),
        ("Kota Jakarta Barat", "", 4),
        ("Kabupaten Bandung Barat", "", 1),
        ("Kabupaten Bandung", "", 1),
        ("Kabupaten Sukabumi", "", 1),
        ("Kota Bandung", "", 1),
        ("Kota Sukabumi", "", 1),
        ("Kabupaten Badung", "", 2),
        ("Kota Tanjungpinang", "", 3),
    ];

    fn category(code: &str, name: &str) -> Category {
        Category::new(Code::new(code), Label::new(name))
    }

    fn cube() -> Cube {
        let leaf = |(at, (name, other, _)): (usize, &(&str, &str, usize))| {
            let other = (!other.is_empty()).then(|| (Box::from("BPS-2020"), Code::new(other)));
            category(&format!("{}", 1101 + at), name).with_other_codes(other.into_iter().collect())
        };
        let provinces = |first: &str| {
            let names = ["Aceh", first, "Bali", "Kepulauan Riau", "DKI Jakarta"];
            let groups = names
                .iter()
                .enumerate()
                .map(|(at, name)| category(&format!("1{at}"), name));
            let of = REGIONS
                .iter()
                .map(|(_, _, province)| Some(CatIx(*province)));
            Grouping::new(
                Id::new(first),
                Label::new(""),
                groups.collect(),
                of.collect(),
            )
            .unwrap()
        };
        let kinds = vec![category("city", "Bandung-like")];
        let kinds = Grouping::new(
            Id::new("kind"),
            Label::new(""),
            kinds,
            vec![Some(CatIx(0)); 11],
        );
        let islands = ["Sumatera", "Jawa", "Bali"].map(|name| category(name, name));
        let island =
            |(_, _, province): &(&str, &str, usize)| Some(CatIx([0, 1, 2, 0, 1][*province]));
        let of = REGIONS.iter().map(island).collect();
        let islands = Grouping::new(Id::new("island"), Label::new(""), islands.to_vec(), of);
        let leaves = REGIONS.iter().enumerate().map(leaf).collect();
        let regions = Dimension::new(Id::new("region"), Label::new(""), Role::Geo, leaves).unwrap();
        let regions = regions
            .with_groupings(vec![
                provinces("Jawa Barat"),
                provinces("Pasundan"),
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
        let bandung = [
            "Kota Bandung",
            "Kabupaten Bandung",
            "Kabupaten Bandung Barat",
        ];
        check("bandung", &Matched::Name, &bandung);
        check("  BÀNDUNG ", &Matched::Name, &bandung);
        check("band", &Matched::Name, &bandung);
        check(
            "sukabumi",
            &Matched::Name,
            &["Kota Sukabumi", "Kabupaten Sukabumi"],
        );
        check(
            "kab. bandung",
            &Matched::Name,
            &["Kabupaten Bandung", "Kabupaten Bandung Barat"],
        );
        check("bandung kota", &Matched::Name, &["Kota Bandung"]);
    }

    #[test]
    fn a_name_in_two_pieces_finds_the_one_in_one() {
        check("tanjung pinang", &Matched::Name, &["Kota Tanjungpinang"]);
        check("tanjung pinag", &Matched::Nearly, &["Kota Tanjungpinang"]);
    }

    #[test]
    fn one_typo_still_finds_a_name() {
        let bandung = [
            "Kota Bandung",
            "Kabupaten Bandung",
            "Kabupaten Bandung Barat",
        ];
        check("bandng", &Matched::Nearly, &bandung);
        check("bandung", &Matched::Nearly, &["Kabupaten Badung"]);
        check("bdg", &Matched::Nearly, &[]);
    }

    #[test]
    fn a_province_comes_first_then_its_regions_then_those_of_its_island_named_like_it() {
        let names: Vec<String> = found("jawa barat").into_iter().map(|it| it.0).collect();
        let expected = [
            "Jawa Barat",
            "Kabupaten Bandung Barat",
            "Kabupaten Bandung",
            "Kabupaten Sukabumi",
            "Kota Bandung",
            "Kota Sukabumi",
            "Kota Jakarta Barat",
        ];
        assert_eq!(names, expected);
        let regions = ["Kota Sukabumi", "Kabupaten Sukabumi"];
        check("sukabumi jawa", &Matched::Group, &regions);
    }

    #[test]
    fn a_code_that_is_the_name_is_found_as_the_name() {
        check("sumatera", &Matched::Name, &["Sumatera"]);
        check("sumatera", &Matched::Code, &[]);
    }

    #[test]
    fn a_province_that_two_lists_have_alike_is_found_once() {
        check("bali", &Matched::Name, &["Bali"]);
        check("pasundan", &Matched::Name, &["Pasundan"]);
    }

    #[test]
    fn a_code_of_another_scheme_comes_second_and_says_so() {
        let bps = Matched::OtherCode {
            scheme: "BPS-2020".into(),
            code: Code::new("1101"),
        };
        let names: Vec<String> = found("1101").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Kabupaten Aceh Selatan", "Kabupaten Aceh Timur"]);
        check("1101", &Matched::Code, &["Kabupaten Aceh Selatan"]);
        check("1101", &bps, &["Kabupaten Aceh Timur"]);
        check("bps 1101", &bps, &["Kabupaten Aceh Timur"]);
        check("bps 1101", &Matched::Code, &[]);
        check("bps 2020 1101", &bps, &["Kabupaten Aceh Timur"]);
        check("pos 1101", &bps, &[]);
    }

    #[test]
    fn the_beginning_of_a_code_finds_all_that_begin_so() {
        check("1111", &Matched::Code, &["Kota Tanjungpinang"]);
        assert_eq!(found("110").len(), 9);
    }

    #[test]
    fn nothing_typed_finds_nothing_and_no_more_is_listed_than_asked_for() {
        check(" -- ", &Matched::Name, &[]);
        assert_eq!(
            PlaceIndex::new(&cube(), DimIx(0), "id")
                .find("kabupaten", 2)
                .len(),
            2
        );
    }
}
