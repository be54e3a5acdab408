//! People in a file of their own, whom the figures of a table are divided by.

use super::finding::{Finding, Findings, Gravity, Spot, first_names};
use super::magnitude::multiplier_of;
use super::places::same_places;
use crate::cube::{
    Axis, CatIx, Category, Cube, Denominator, DimIx, Dimension, How, Label, Role, Selection,
    Source, linked,
};

/// What is said of a file of people.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PopulationOrder {
    /// The file, as its publisher named it.
    pub file: String,
    /// The period to take; without one, those of the table, else the latest.
    pub year: Option<String>,
    /// What they are called; without it, as the file calls them.
    pub label: Option<Label>,
    /// Whom it counts ("people aged 10 and over"); without it inhabitants.
    pub noun: Option<Label>,
    /// Rates are per so many.
    pub per: u32,
    /// Who counted them; without it, as the file says.
    pub publisher: Option<String>,
    /// Where they stand, a link.
    pub url: String,
}

/// The people of a file as a denominator of a table, over the dimensions that both have: places by code, else
/// by name, and whatever else has the same categories. Of a dimension that the table does not have, all of it
/// is taken, by its total or its sum. No denominator where something stands in the way, which is then an error
/// among the findings.
///
/// ```
/// use jangkau::formats::Limits;
/// use jangkau::tabular::{Answers, PopulationOrder, TableFile, cube_from_files, population, with_places};
/// let read = |text: &str| {
///     let file = TableFile { name: "x.csv", bytes: text.as_bytes() };
///     cube_from_files("x.csv", &[file], &Answers::default(), &Limits::PAGE).cube.unwrap()
/// };
/// let grants = with_places(read("District,Year,Persons\nMuro,2023,12\nKep,2023,30\n")).unwrap();
/// let people = read("District,Year,Population\nKEP,2022,900\nKEP,2023,1000\nMURO,2022,400\nMURO,2023,500\n");
/// let order = PopulationOrder { file: "people.csv".into(), per: 1000, ..PopulationOrder::default() };
/// let (found, findings) = population(&grants, &people, &order);
/// let found = found.unwrap();
/// assert_eq!((found.values, &*found.period), (vec![500.0, 1000.0], "2023"));
/// assert!(findings.can_be_published());
/// ```
#[must_use]
pub fn population(
    cube: &Cube,
    people: &Cube,
    order: &PopulationOrder,
) -> (Option<Denominator>, Findings) {
    let mut findings = Findings::default();
    let found = denominator(cube, people, order, &mut findings);
    let found = found.map_err(|error| findings.add(*error)).ok();
    (found, findings)
}

/// A dimension of the table and the one of the file that is the same.
struct Pair {
    table: DimIx,
    file: DimIx,
    /// Of each category of the table, that of the file; all of them of a total that the file does not have.
    categories: Vec<Option<Of>>,
}

/// What a category of the table is in the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    One(CatIx),
    All,
}

fn denominator(
    cube: &Cube,
    people: &Cube,
    order: &PopulationOrder,
    findings: &mut Findings,
) -> Result<Denominator, Box<Finding>> {
    let mut pairs = pairs(cube, people);
    let is_place = |pair: &Pair| cube.dimension(pair.table).role() == Role::Geo;
    let error = |kind, texts: [String; 3]| {
        let place = (&*order.file, Spot::File);
        Box::new(Finding::new(Gravity::Error, kind, place, texts))
    };
    if cube.with_role(Role::Geo).is_some() && !pairs.iter().any(is_place) {
        let texts = [
            format!("people of {}", some_places(people)),
            format!(
                "people of the places of the table, as {}",
                some_places(cube)
            ),
            "give the people of these places, by their codes or names".to_owned(),
        ];
        return Err(error("people-of-other-places", texts));
    }
    let period = period(people, order, &mut pairs)?;
    let whole = linked(people, &Selection::all());
    for (at, dimension) in people.dimensions().iter().enumerate() {
        let at = DimIx(at);
        let is_open = !pairs.iter().any(|pair| pair.file == at)
            && !matches!(dimension.role(), Role::Metric | Role::Time);
        let how = whole.reading().of(at).how();
        if is_open && !matches!(how, How::Single | How::Total(_) | How::Sum(_)) {
            let texts = [
                format!("people by \"{}\", without a total", dimension.label().own()),
                "the dimensions of the table, or a total of what it does not have".to_owned(),
                "add a row for the total of each place, or leave the others out".to_owned(),
            ];
            return Err(error("people-by-more", texts));
        }
    }
    let mut values = values(people, period, &pairs);
    let multiplier = multiplier(people, findings, order);
    for value in &mut values {
        *value *= multiplier;
    }
    findings.append(told(cube, &pairs, &values, (people, period, order)));
    Ok(Denominator {
        id: "population".into(),
        label: order
            .label
            .clone()
            .unwrap_or_else(|| called(people, period)),
        noun: order.noun.clone(),
        per: order.per,
        period: period.map_or("", |at| period_label(people, at)).into(),
        dimensions: pairs.iter().map(|pair| pair.table).collect(),
        values,
        source: Source {
            title: people.metadata().label.own().into(),
            publisher: match (&order.publisher, &people.metadata().source) {
                (Some(said), _) => said.as_str().into(),
                (None, Some(own)) => own.own().into(),
                (None, None) => "".into(),
            },
            date: people.metadata().updated.clone().unwrap_or_default(),
            url: order.url.as_str().into(),
        },
    })
}

/// What the numbers of people are to be multiplied by, as their heading or title says; it is told.
fn multiplier(people: &Cube, findings: &mut Findings, order: &PopulationOrder) -> f64 {
    let measures = people
        .with_role(Role::Metric)
        .map(|at| people.dimension(at).categories().get(CatIx(0)));
    let label = measures.map_or(people.metadata().label.own(), |it| it.label().own());
    let multiplier = multiplier_of(measures.and_then(Category::unit), label);
    if multiplier > 1.0 {
        let texts = [
            format!("people under \"{label}\": each number times {multiplier}"),
            String::new(),
            String::new(),
        ];
        let place = (&*order.file, Spot::File);
        findings.add(Finding::new(
            Gravity::Note,
            "people-multiplied",
            place,
            texts,
        ));
    }
    multiplier
}

/// The dimensions that both have, in the order of the table.
fn pairs(cube: &Cube, people: &Cube) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let reading = linked(cube, &Selection::all());
    for (at, dimension) in cube.dimensions().iter().enumerate() {
        let table = DimIx(at);
        if dimension.role() == Role::Metric {
            continue;
        }
        let total = match reading.reading().of(table).how() {
            How::Total(at) => Some(*at),
            How::Single | How::Latest(_) | How::One(_) | How::Sum(_) | How::Each => None,
        };
        let candidates = (0..people.dimensions().len()).map(DimIx).filter(|file| {
            let is_free = !pairs.iter().any(|pair| pair.file == *file);
            is_free && may_be_the_same(dimension, people.dimension(*file))
        });
        let matched = candidates.map(|file| {
            let categories = same_categories(dimension, people.dimension(file));
            let count = categories.iter().flatten().count();
            (count, file, categories)
        });
        let Some((count, file, categories)) = matched.max_by_key(|(count, ..)| *count) else {
            continue;
        };
        let least = dimension
            .categories()
            .len()
            .min(people.dimension(file).categories().len());
        if count == 0 || count * 2 < least {
            continue;
        }
        let of = |at: usize, found: Option<CatIx>| match found {
            Some(found) => Some(Of::One(found)),
            None => (total == Some(CatIx(at))).then_some(Of::All),
        };
        let categories = categories.into_iter().enumerate();
        pairs.push(Pair {
            table,
            file,
            categories: categories.map(|(at, found)| of(at, found)).collect(),
        });
    }
    pairs
}

/// Places are places, periods are periods, and anything else is called the same.
fn may_be_the_same(table: &Dimension, file: &Dimension) -> bool {
    let name = |it: &Dimension| it.label().own().to_lowercase();
    match (table.role(), file.role()) {
        (Role::Geo, Role::Geo | Role::Classification) | (Role::Time, Role::Time) => true,
        (Role::Classification, Role::Classification) => {
            table.id() == file.id() || name(table) == name(file)
        }
        _ => false,
    }
}

/// Of each category of one dimension, that of another of the same code or name.
fn same_categories(table: &Dimension, file: &Dimension) -> Vec<Option<CatIx>> {
    let found = same_places(&named(table), &named(file));
    found.into_iter().map(|at| at.map(CatIx)).collect()
}

/// The code and the name of each category.
fn named(dimension: &Dimension) -> Vec<(&str, &str)> {
    let categories = dimension.categories().iter();
    categories
        .map(|(_, it)| (it.code().as_str(), it.label().own()))
        .collect()
}

/// The period of the people that is taken where it is not that of the table's figures; `None` where the file
/// has no periods, or those of the table are taken each.
fn period(
    people: &Cube,
    order: &PopulationOrder,
    pairs: &mut Vec<Pair>,
) -> Result<Option<CatIx>, Box<Finding>> {
    let Some(time) = people.with_role(Role::Time) else {
        return Ok(None);
    };
    if let Some(year) = &order.year {
        pairs.retain(|pair| pair.file != time);
        let periods = named(people.dimension(time));
        let said = periods
            .iter()
            .position(|(code, label)| code == year || label == year);
        return said.map(|at| Some(CatIx(at))).ok_or_else(|| {
            let texts = [
                format!("no period \"{year}\""),
                format!(
                    "one of {}",
                    first_names(periods.iter().map(|(_, label)| *label))
                ),
                "name one of them as year under [population]".to_owned(),
            ];
            let place = (&*order.file, Spot::File);
            let kind = "people-of-no-such-year";
            Box::new(Finding::new(Gravity::Error, kind, place, texts))
        });
    }
    // The one period of the table is that of all.
    let only = pairs.iter().find_map(|pair| match *pair.categories {
        [Some(Of::One(only))] if pair.file == time => Some(only),
        _ => None,
    });
    if only.is_some() {
        pairs.retain(|pair| pair.file != time);
        return Ok(only);
    }
    // A period of the table without people would have no rate: then one period is that of all.
    let is_each = |pair: &Pair| pair.file == time && pair.categories.iter().all(Option::is_some);
    if pairs.iter().any(is_each) {
        return Ok(None);
    }
    pairs.retain(|pair| pair.file != time);
    let whole = linked(people, &Selection::all());
    Ok(whole.reading().of(time).how().category().or(Some(CatIx(0))))
}

/// The people of every combination of categories, row-major over the pairs; `NaN` where there are none.
fn values(people: &Cube, period: Option<CatIx>, pairs: &[Pair]) -> Vec<f64> {
    let mut all = Selection::all();
    if let (Some(time), Some(period)) = (people.with_role(Role::Time), period) {
        all = all.with(Axis::of_dimension(time), vec![period]);
    }
    let sizes: Vec<usize> = pairs.iter().map(|pair| pair.categories.len()).collect();
    let mut values = vec![f64::NAN; sizes.iter().product()];
    // The longest is read as a whole for each combination of the others.
    let Some(longest) = (0..pairs.len()).max_by_key(|at| sizes[*at]) else {
        return vec![linked(people, &all).total().exact().unwrap_or(f64::NAN)];
    };
    let axis = Axis::of_dimension(pairs[longest].file);
    let step: usize = sizes[longest + 1..].iter().product();
    let combinations = values.len() / sizes[longest];
    for combination in 0..combinations {
        let first = combination / step * step * sizes[longest] + combination % step;
        let mut rest = first;
        let mut selection = Some(all.clone());
        for at in (0..pairs.len()).rev() {
            let category = rest % sizes[at];
            rest /= sizes[at];
            if at == longest {
                continue;
            }
            let axis = Axis::of_dimension(pairs[at].file);
            selection = match (selection, pairs[at].categories[category]) {
                (Some(selection), Some(Of::One(found))) => Some(selection.with(axis, vec![found])),
                (selection, Some(Of::All)) => selection,
                (None, Some(Of::One(_))) | (_, None) => None,
            };
        }
        let Some(selection) = selection else {
            continue;
        };
        let answer = linked(people, &selection);
        for (nth, of) in pairs[longest].categories.iter().enumerate() {
            let figure = match of {
                Some(Of::One(found)) => answer.marginal(axis).figure(*found),
                Some(Of::All) => answer.total(),
                None => continue,
            };
            values[first + nth * step] = figure.exact().unwrap_or(f64::NAN);
        }
    }
    values
}

/// What readers are told the people are: the name of the measure or the file, and the period.
fn called(people: &Cube, period: Option<CatIx>) -> Label {
    let measures = people
        .with_role(Role::Metric)
        .map(|at| people.dimension(at));
    let measure = measures.map(|it| it.categories().get(CatIx(0)).label().own());
    let name = measure.unwrap_or(people.metadata().label.own());
    match period {
        Some(at) => Label::new(&format!("{name}, {}", period_label(people, at))),
        None => Label::new(name),
    }
}

fn period_label(people: &Cube, at: CatIx) -> &str {
    let time = people
        .with_role(Role::Time)
        .map(|time| people.dimension(time));
    time.map_or("", |time| time.categories().get(at).label().own())
}

/// What there is to say about people that were found.
fn told(
    cube: &Cube,
    pairs: &[Pair],
    values: &[f64],
    (people, period, order): (&Cube, Option<CatIx>, &PopulationOrder),
) -> Findings {
    let mut findings = Findings::default();
    let mut add = |gravity, kind, texts: [String; 3]| {
        findings.add(Finding::new(
            gravity,
            kind,
            (&*order.file, Spot::File),
            texts,
        ));
    };
    let names: Vec<&str> = pairs
        .iter()
        .map(|pair| cube.dimension(pair.table).label().own())
        .collect();
    let of = match period {
        Some(at) => format!("of {}", period_label(people, at)),
        None => "as the file has them".to_owned(),
    };
    let found = format!("people by {}, {of}", names.join(", "));
    add(
        Gravity::Note,
        "people-found",
        [found, String::new(), String::new()],
    );
    for pair in pairs {
        let dimension = cube.dimension(pair.table);
        let categories = dimension.categories().iter().zip(&pair.categories);
        let missing: Vec<&str> = categories
            .filter(|(_, of)| of.is_none())
            .map(|((_, it), _)| it.label().own())
            .collect();
        if !missing.is_empty() {
            let texts = [
                format!(
                    "no people of {} of {} in \"{}\": {}",
                    missing.len(),
                    pair.categories.len(),
                    dimension.label().own(),
                    first_names(missing.into_iter())
                ),
                "people of every one; these, and all together, have no rate".to_owned(),
                "add rows for them, by the codes or names of the table".to_owned(),
            ];
            add(Gravity::Warning, "without-people", texts);
        }
    }
    let below = values.iter().filter(|it| **it <= 0.0).count();
    if below > 0 {
        let texts = [
            format!("0 people or fewer, {below} times"),
            "numbers of people".to_owned(),
            "look at the file: what is divided by them has no rate".to_owned(),
        ];
        add(Gravity::Warning, "no-people", texts);
    }
    findings
}

/// The first places of a cube, or of what else it has most.
fn some_places(cube: &Cube) -> String {
    let widest = cube.dimensions().iter();
    let widest = widest.max_by_key(|it| (it.role() == Role::Geo, it.categories().len()));
    widest.map_or_else(String::new, |it| {
        first_names(named(it).into_iter().map(|(_, label)| label))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Limits;
    use crate::tabular::{Answers, TableFile, cube_from_files, with_places};

    const GRANTS: &str = "District,Sex,Year,Persons\n\
        Muro,Female,2022,4\nMuro,Female,2023,5\nMuro,Male,2022,6\nMuro,Male,2023,7\n\
        Kep,Female,2022,1\nKep,Female,2023,2\nKep,Male,2022,3\nKep,Male,2023,4\n";

    fn read(text: &str) -> Cube {
        let file = TableFile {
            name: "x.csv",
            bytes: text.as_bytes(),
        };
        let read = cube_from_files("x.csv", &[file], &Answers::default(), &Limits::PAGE);
        read.cube.unwrap()
    }

    /// The people of a file by the grants: dimensions, values, period, or the kinds of what was found.
    fn check(people: &str, year: Option<&str>, expected: Result<(&[usize], &[f64], &str), &str>) {
        let order = PopulationOrder {
            file: "people.csv".to_owned(),
            year: year.map(str::to_owned),
            per: 1000,
            ..PopulationOrder::default()
        };
        let (found, findings) =
            population(&with_places(read(GRANTS)).unwrap(), &read(people), &order);
        let found = found.map(|it| {
            let dimensions: Vec<usize> = it.dimensions.iter().map(|at| at.0).collect();
            (dimensions, it.values, it.period)
        });
        match expected {
            Ok((dimensions, values, period)) => {
                let (found_dimensions, found_values, found_period) = found.unwrap();
                assert_eq!(found_dimensions, dimensions);
                assert_eq!(found_values, values);
                assert_eq!(&*found_period, period);
            }
            Err(kind) => {
                assert!(found.is_none());
                assert_eq!(findings.sorted()[0].kind, kind);
            }
        }
    }

    #[test]
    fn people_by_place_are_found_by_name_whatever_else_the_table_has() {
        check(
            "District,Population\nKEP,100\nDistrict of Muro,500\n",
            None,
            Ok((&[0], &[500.0, 100.0], "")),
        );
    }

    #[test]
    fn people_in_thousands_are_so_many() {
        check(
            "District,Population (thousands)\nKep,0.1\nMuro,2.5\n",
            None,
            Ok((&[0], &[2500.0, 100.0], "")),
        );
    }

    #[test]
    fn people_of_each_year_of_the_table_stand_by_year_else_those_of_the_latest() {
        let people =
            "District,Year,Population\nMuro,2022,500\nMuro,2023,510\nKep,2022,100\nKep,2023,110\n";
        check(
            people,
            None,
            Ok((&[0, 2], &[500.0, 510.0, 100.0, 110.0], "")),
        );
        check(people, Some("2022"), Ok((&[0], &[500.0, 100.0], "2022")));
        check(people, Some("2019"), Err("people-of-no-such-year"));
        let census = people.replace("2022", "2010").replace("2023", "2020");
        check(&census, None, Ok((&[0], &[510.0, 110.0], "2020")));
    }

    #[test]
    fn what_the_table_does_not_have_is_added_or_its_total_taken() {
        let by_age = "District,Sex,Age,Population\n\
            Muro,Female,0-14,50\nMuro,Female,15+,200\nMuro,Male,0-14,60\nMuro,Male,15+,190\n\
            Kep,Female,0-14,10\nKep,Female,15+,40\nKep,Male,0-14,12\nKep,Male,15+,38\n";
        check(by_age, None, Ok((&[0, 1], &[250.0, 250.0, 50.0, 50.0], "")));
        let by_area = by_age
            .replace("Age", "Land")
            .replace("0-14", "Coast")
            .replace("15+", "Hills");
        check(&by_area, None, Err("people-by-more"));
    }

    #[test]
    fn people_of_other_places_are_refused() {
        check(
            "Country,Population\nA,5\nB,6\n",
            None,
            Err("people-of-other-places"),
        );
    }

    #[test]
    fn a_place_without_people_has_none_and_is_named() {
        let grants = read("District,Year,Persons\nMuro,2023,5\nKep,2023,6\nVale,2023,7\n");
        let grants = with_places(grants).unwrap();
        let people = read("District,Population\nMuro,500\nKep,100\n");
        let order = PopulationOrder {
            file: "people.csv".to_owned(),
            ..PopulationOrder::default()
        };
        let (found, findings) = population(&grants, &people, &order);
        let values = found.unwrap().values;
        assert_eq!(&values[..2], [500.0, 100.0]);
        assert!(values[2].is_nan());
        let warned = findings.sorted()[0].to_string();
        assert!(
            warned.contains("1 of 3") && warned.contains("Vale"),
            "{warned}"
        );
    }
}
