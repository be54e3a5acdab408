//! What a dimension stands for where its file does not say.

use super::Period;
use super::words::Words;
use crate::cube::{Dimension, Role};

/// The roles of dimensions that their file gives no role: by id, by label, and of periods by the
/// labels of their categories. `said`: the roles that the file gives. Shape: one entry a dimension.
#[must_use]
pub fn infer_roles(dimensions: &[Dimension], said: &[Option<Role>]) -> Vec<Role> {
    let mut roles: Vec<Role> = said
        .iter()
        .map(|role| role.unwrap_or(Role::Classification))
        .collect();
    for (at, dimension) in dimensions.iter().enumerate() {
        match of_name(dimension).filter(|_| said[at].is_none()) {
            // There is one of these: where the file names it, others are called alike only.
            Some(role @ (Role::Time | Role::Geo)) if !roles.contains(&role) => roles[at] = role,
            Some(Role::Metric) => roles[at] = Role::Metric,
            _ => {}
        }
    }
    if !roles.contains(&Role::Time) {
        let free = |at: &usize| said[*at].is_none() && roles[*at] == Role::Classification;
        let periods =
            |at: &usize| all_periods(&dimensions[*at]) && !tells_a_birth(&dimensions[*at]);
        if let Some(time) = (0..dimensions.len()).filter(free).find(periods) {
            roles[time] = Role::Time;
        }
    }
    roles
}

/// The role that the id says, else the label.
fn of_name(dimension: &Dimension) -> Option<Role> {
    let names = [dimension.id().as_str(), dimension.label().own()];
    let lists = [
        (Role::Metric, Words::of("metric_id")),
        (Role::Time, Words::of("time_id")),
        (Role::Geo, Words::of("geo_id")),
    ];
    let role_called = |name: &str| {
        let list = lists.iter().find(|(_, words)| words.are(name));
        list.map(|(role, _)| *role)
    };
    let role = names.iter().find_map(|name| role_called(name)).or_else(|| {
        let categories = || dimension.categories().iter();
        let units: Vec<_> = categories()
            .filter_map(|(_, category)| category.unit())
            .collect();
        let differ = units.windows(2).any(|pair| pair[0] != pair[1]);
        (differ && units.len() == dimension.categories().len()).then_some(Role::Metric)
    });
    match role {
        Some(Role::Time) if tells_a_birth(dimension) || !any_period(dimension) => None,
        role => role,
    }
}

/// "Year of birth", "year of construction": a classification of people or houses, no period.
fn tells_a_birth(dimension: &Dimension) -> bool {
    let words = Words::of("birth");
    words.stand_in(dimension.id().as_str()) || words.stand_in(dimension.label().own())
}

fn all_periods(dimension: &Dimension) -> bool {
    let labels = dimension.categories().iter();
    labels
        .map(|(_, category)| category.label().own())
        .all(|label| Period::parse(label).is_some())
}

/// A dimension called after time whose categories say nothing of it stands for something else.
fn any_period(dimension: &Dimension) -> bool {
    let mut categories = dimension.categories().iter();
    categories.any(|(_, category)| Period::of(category).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{Category, Code, Id, Label};

    fn dimension(id: &str, label: &str, categories: &[&str]) -> Dimension {
        let categories = categories.iter();
        let categories = categories.map(|code| Category::new(Code::new(code), Label::new(code)));
        Dimension::new(
            Id::new(id),
            Label::new(label),
            Role::Classification,
            categories.collect(),
        )
        .unwrap()
    }

    #[track_caller]
    fn check(dimensions: &[(&str, &str, &[&str])], expected: &[Role]) {
        let dimensions: Vec<Dimension> = dimensions
            .iter()
            .map(|(id, label, categories)| dimension(id, label, categories))
            .collect();
        let none = vec![None; dimensions.len()];
        assert_eq!(infer_roles(&dimensions, &none), expected);
    }

    #[test]
    fn ids_of_offices_say_what_a_dimension_stands_for() {
        let (time, geo, metric, plain) =
            (Role::Time, Role::Geo, Role::Metric, Role::Classification);
        check(
            &[
                ("freq", "Time frequency", &["A"]),
                ("unit", "Unit of measure", &["NR"]),
                ("sex", "Sex", &["T", "F"]),
                ("geo", "Geopolitical entity (reporting)", &["DE"]),
                ("time", "Time", &["2019", "2020"]),
            ],
            &[metric, metric, plain, geo, time],
        );
        check(
            &[
                ("Region", "region", &["00", "01"]),
                ("ContentsCode", "contents", &["BE0101N1"]),
                ("Tid", "year", &["2020"]),
            ],
            &[geo, metric, time],
        );
        check(
            &[("C1", "County", &["1"]), ("TLIST(A1)", "Year", &["2020"])],
            &[geo, time],
        );
    }

    #[test]
    fn labels_make_periods_where_no_dimension_is_time() {
        check(&[("x", "x", &["2016Q3", "2016Q4"])], &[Role::Time]);
        check(
            &[
                ("x", "Year of construction", &["1999", "2000"]),
                ("y", "y", &["2016", "2017"]),
            ],
            &[Role::Classification, Role::Time],
        );
        check(&[("month", "month", &["a", "b"])], &[Role::Classification]);
    }
}
