//! The 514 regions as a dimension, with their coarser views.

use jangkau::cube::{CatIx, Category, Code, CubeError, Dimension, Grouping, Id, Label, Role};

use super::dimensions::{TERTINGGAL, label};
use super::regions::{Kind, Region};

/// The regions by their code of 2020, with the codes other lists have for them where those differ.
pub(crate) fn region(regions: &[Region]) -> Result<Dimension, CubeError> {
    let categories = regions.iter().map(|region| {
        let mut codes: Vec<(Box<str>, Code)> = Vec::new();
        for (scheme, code) in [
            ("kemendagri-2023", &region.code_2023),
            ("bps-2020", &region.bps_2020),
        ] {
            if *code != region.code {
                codes.push((scheme.into(), Code::new(code)));
            }
        }
        Category::new(Code::new(&region.code), Label::new(&region.name)).with_other_codes(codes)
    });
    Dimension::new(
        Id::new("region"),
        label(("Kabupaten/kota", "Regencies and cities")),
        Role::Geo,
        categories.collect(),
    )?
    .with_all_label(Label::new("Indonesia"))
    .with_groupings(vec![
        province_2020(regions)?,
        province_2023(regions)?,
        island(regions)?,
        kind(regions)?,
        tertinggal(regions)?,
    ])
}

/// A grouping whose groups, in the order of their codes, are those that some region names.
fn grouping(
    (id, title): (&str, Label),
    regions: &[Region],
    group: impl Fn(&Region) -> Category,
) -> Result<Grouping, CubeError> {
    let mut groups: Vec<Category> = regions.iter().map(&group).collect();
    groups.sort_by(|a, b| a.code().cmp(b.code()));
    groups.dedup_by(|a, b| a.code() == b.code());
    let of = regions.iter().map(|region| {
        let code = group(region).code().clone();
        groups.iter().position(|it| *it.code() == code).map(CatIx)
    });
    let of = of.collect();
    Grouping::new(Id::new(id), title, groups, of)
}

fn province_2020(regions: &[Region]) -> Result<Grouping, CubeError> {
    let title = label(("Provinsi (34, tahun 2020)", "Provinces (34, of 2020)"));
    let grouping = grouping(("province-2020", title), regions, |region| {
        Category::new(
            Code::new(region.province_2020()),
            Label::new(&region.province_name_2020),
        )
    })?;
    Ok(grouping.with_vintage(Some("2020")))
}

fn province_2023(regions: &[Region]) -> Result<Grouping, CubeError> {
    let title = label(("Provinsi (38, tahun 2023)", "Provinces (38, of 2023)"));
    let grouping = grouping(("province-2023", title), regions, |region| {
        Category::new(
            Code::new(&region.province_2023),
            Label::new(&region.province_name_2023),
        )
    })?;
    Ok(grouping.with_vintage(Some("2023")))
}

fn island(regions: &[Region]) -> Result<Grouping, CubeError> {
    let title = label(("Kepulauan", "Islands"));
    grouping(("island", title), regions, |region| {
        let (code, name) = match region.code.as_bytes()[0] {
            b'1' | b'2' => ("sumatera", "Sumatera"),
            b'3' => ("jawa", "Jawa"),
            b'5' => ("bali-nusra", "Bali–Nusa Tenggara"),
            b'6' => ("kalimantan", "Kalimantan"),
            b'7' => ("sulawesi", "Sulawesi"),
            _ => ("maluku-papua", "Maluku–Papua"),
        };
        Category::new(Code::new(code), Label::new(name))
    })
}

fn kind(regions: &[Region]) -> Result<Grouping, CubeError> {
    let title = label(("Kabupaten atau kota", "Regency or city"));
    grouping(("kind", title), regions, |region| {
        let (code, name, phrase) = match region.kind {
            Kind::Kabupaten => (
                "kab",
                ("Kabupaten", "Regencies (kabupaten)"),
                ("dari kabupaten", "from a regency"),
            ),
            Kind::Kota => (
                "kota",
                ("Kota", "Cities (kota)"),
                ("dari kota", "from a city"),
            ),
        };
        Category::new(Code::new(code), label(name)).with_phrase(Some(label(phrase)))
    })
}

fn tertinggal(regions: &[Region]) -> Result<Grouping, CubeError> {
    let title = label((
        "Kabupaten tertinggal (Perpres 63/2020)",
        "Disadvantaged regencies (Perpres 63/2020)",
    ));
    let grouping = grouping(("tertinggal", title), regions, |region| {
        let (code, name, phrase) = if region.tertinggal {
            (
                "yes",
                ("Kabupaten tertinggal", "Disadvantaged regencies"),
                TERTINGGAL,
            )
        } else {
            (
                "no",
                ("Bukan kabupaten tertinggal", "Other regencies and cities"),
                ("dari daerah lain", "from other regencies and cities"),
            )
        };
        Category::new(Code::new(code), label(name)).with_phrase(Some(label(phrase)))
    })?;
    Ok(grouping.with_vintage(Some("2020")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sources::tests::shipped;

    #[test]
    fn groupings_have_the_groups_of_the_land() {
        let dimension = region(shipped().regions()).unwrap();
        let sizes: Vec<(&str, usize)> = dimension
            .groupings()
            .iter()
            .map(|it| (it.id().as_str(), it.groups().len()))
            .collect();
        assert_eq!(
            sizes,
            [
                ("province-2020", 34),
                ("province-2023", 38),
                ("island", 6),
                ("kind", 2),
                ("tertinggal", 2)
            ]
        );
        let members = |grouping: usize, code: &str| {
            let grouping = &dimension.groupings()[grouping];
            let group = grouping.groups().position(code);
            (0..514)
                .filter(|at| grouping.group_of(CatIx(*at)) == group)
                .count()
        };
        assert_eq!(members(3, "kab"), 416);
        assert_eq!(members(3, "kota"), 98);
        assert_eq!(members(4, "yes"), 62);
    }

    #[test]
    fn other_codes_stand_only_where_they_differ() {
        let dimension = region(shipped().regions()).unwrap();
        let with = |scheme: &str| {
            let all = dimension.categories().iter();
            all.filter(|(_, it)| it.other_codes().iter().any(|(name, _)| &**name == scheme))
                .count()
        };
        assert_eq!(with("kemendagri-2023"), 26);
        assert_eq!(with("bps-2020"), 199);
    }
}
