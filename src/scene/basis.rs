//! What the figures of a place rest on.

use super::cross::{cut, never_crossed, pattern_of_cross};
use super::place::{focus, parent_axis, place_name, whole_in_sentence};
use super::text::{inside_sentence, texts, without_note};
use crate::cube::{Axis, CatIx, Cube, DimIx, Provenance, Selection};
use crate::view_state::{Place, ResolvedView};
use crate::words::{Messages, interpolate};

/// What the distribution of a place along a dimension merely repeats; `None` where it has figures
/// of its own, or nothing is said of it. A group repeats the whole's pattern when all its regions do.
pub(super) fn pattern_of(cube: &Cube, dimension: DimIx, place: Place) -> Option<Provenance> {
    let basis = cube
        .metadata()
        .basis
        .as_ref()
        .filter(|basis| basis.regions == place.axis.dimension())?;
    if place.axis.grouping().is_none() {
        return basis
            .of(dimension, place.at)
            .filter(|it| *it != Provenance::Own);
    }
    let regions = cube
        .members(Axis::of_dimension(basis.regions))
        .iter()
        .map(|(at, _)| at);
    let mut inside = regions.filter(|at| cube.along(place.axis, *at) == Some(place.at));
    let first = inside.next().and_then(|at| basis.of(dimension, at))?;
    let same = inside.all(|at| basis.of(dimension, at) == Some(first));
    (same && first == Provenance::All).then_some(first)
}

/// What the distribution of a view along a dimension merely repeats: that of the place in focus or
/// the only one picked; of several places the whole's pattern, where all of them repeat it; anywhere
/// the whole's pattern, where the filters and the dimension were never crossed.
pub(super) fn pattern_of_view(
    cube: &Cube,
    dimension: DimIx,
    view: &ResolvedView,
) -> Option<Provenance> {
    if never_crossed(cube, cut(&view.filters).chain([dimension])) {
        return Some(Provenance::All);
    }
    if let Some(place) = focus(view) {
        return pattern_of(cube, dimension, place);
    }
    let basis = cube.metadata().basis.as_ref()?;
    let picked = view.filters.passes(cube, basis.regions, None)?;
    let mut inside = (0..picked.len())
        .filter(|&at| picked[at])
        .map(CatIx)
        .peekable();
    inside.peek()?;
    let repeats = inside.all(|at| basis.of(dimension, at) == Some(Provenance::All));
    repeats.then_some(Provenance::All)
}

/// What the share of a selection at a place merely repeats: the whole's pattern where the selection
/// crosses what was never crossed, else the weakest pattern of the dimensions that it cuts.
pub(super) fn pattern_of_selection(
    cube: &Cube,
    selection: &Selection,
    place: Place,
) -> Option<Provenance> {
    if let Some(pattern) = pattern_of_cross(cube, selection) {
        return Some(pattern);
    }
    let people = cut(selection).filter(|at| *at != place.axis.dimension());
    let mut weakest = None;
    for dimension in people {
        match pattern_of(cube, dimension, place) {
            Some(Provenance::All) => return Some(Provenance::All),
            Some(Provenance::Group) => weakest = Some(Provenance::Group),
            Some(Provenance::Own) | None => {}
        }
    }
    weakest
}

/// What the count of a region rests on; `None` for groups and where nothing is said.
pub(super) fn count_provenance(cube: &Cube, axis: Axis, at: CatIx) -> Option<Provenance> {
    let basis = cube.metadata().basis.as_ref()?;
    (axis == Axis::of_dimension(basis.regions)).then(|| basis.count[at.0])
}

/// What a figure of a place rests on, in words; `None`: of several places together.
pub(super) fn provenance_text(
    cube: &Cube,
    (provenance, place): (Provenance, Option<Place>),
    words: &Messages,
) -> String {
    match provenance {
        Provenance::Own => words.provenance_own.to_owned(),
        Provenance::Group | Provenance::All => {
            let name = pattern_name(cube, (provenance, place), words);
            interpolate(words.rests_pattern, &[("name", &name)])
        }
    }
}

/// Whose pattern a figure of a place repeats: that of the group that holds it, or the whole's.
pub(super) fn pattern_name(
    cube: &Cube,
    (provenance, place): (Provenance, Option<Place>),
    words: &Messages,
) -> String {
    let group = place
        .filter(|_| provenance == Provenance::Group)
        .and_then(|place| group_of(cube, place));
    match group {
        Some(group) => place_name(cube, Some(group), words),
        None => whole_in_sentence(cube, words),
    }
}

/// The group that a region's figures may rest on.
fn group_of(cube: &Cube, place: Place) -> Option<Place> {
    let axis = grouping(cube).filter(|_| place.axis.grouping().is_none())?;
    let at = cube.along(axis, place.at)?;
    Some(Place { axis, at })
}

/// The grouping that the regions' figures may rest on.
fn grouping(cube: &Cube) -> Option<Axis> {
    let basis = cube.metadata().basis.as_ref();
    basis.and_then(|basis| basis.group).or(parent_axis(cube))
}

/// What the groups are called that the regions' figures may rest on; empty where there are none.
pub(super) fn grouping_name(cube: &Cube, words: &Messages) -> String {
    let label = grouping(cube).map(|axis| cube.axis_label(axis).in_lang(words.code));
    inside_sentence(without_note(label.unwrap_or_default()))
}

/// What the figures of many places may repeat, each put into words once.
pub(super) struct Patterns {
    own: &'static str,
    whole: String,
    axis: Option<Axis>,
    /// Shape: one entry a group of the axis.
    groups: Vec<String>,
}

impl Patterns {
    pub(super) fn of(cube: &Cube, words: &Messages) -> Self {
        let axis = grouping(cube).filter(|_| cube.metadata().basis.is_some());
        let named = |name: &str| interpolate(words.rests_pattern, &[("name", name)]);
        let groups = axis.map(|axis| {
            let groups = cube.members(axis).iter();
            let groups = groups.map(|(at, _)| place_name(cube, Some(Place { axis, at }), words));
            groups.map(|name| named(&name)).collect()
        });
        Self {
            own: words.provenance_own,
            whole: named(&whole_in_sentence(cube, words)),
            axis,
            groups: groups.unwrap_or_default(),
        }
    }

    /// What a figure of a place rests on.
    pub(super) fn text(&self, cube: &Cube, provenance: Provenance, place: Place) -> &str {
        let region = |_: &Axis| place.axis.grouping().is_none();
        let group = || cube.along(self.axis.filter(region)?, place.at);
        match provenance {
            Provenance::Own => self.own,
            Provenance::Group => group().map_or(&self.whole, |at| &self.groups[at.0]),
            Provenance::All => &self.whole,
        }
    }
}

/// What the mark of a published count means.
pub(super) fn own_note(cube: &Cube, words: &Messages) -> String {
    interpolate(
        words.legend_own,
        &[("grouping", &grouping_name(cube, words))],
    )
}

/// What it means that a figure is marked as a pattern.
pub(super) fn pattern_note(cube: &Cube, words: &Messages) -> String {
    let values = [
        ("grouping", &*grouping_name(cube, words)),
        ("whole", &whole_in_sentence(cube, words)),
    ];
    interpolate(words.legend_pattern, &values)
}

/// Sentences that say what the figures of the place in focus rest on. None for the whole.
#[must_use]
pub fn basis_lines(cube: &Cube, view: &ResolvedView, words: &Messages) -> Vec<String> {
    let (Some(place), Some(basis)) = (view.place, &cube.metadata().basis) else {
        return Vec::new();
    };
    let name = place_name(cube, Some(place), words);
    let mut lines = Vec::new();
    if let Some(provenance) = count_provenance(cube, place.axis, place.at) {
        let of = pattern_name(cube, (provenance, Some(place)), words);
        let message = match provenance {
            Provenance::Own => words.basis_own,
            Provenance::Group => words.basis_group,
            Provenance::All => words.basis_all,
        };
        let values = [("place", &*name), ("group", &of), ("whole", &of)];
        lines.push(interpolate(message, &values));
    }
    for provenance in [Provenance::Group, Provenance::All] {
        let repeated = basis
            .dimensions
            .iter()
            .filter(|(at, _)| pattern_of(cube, *at, place) == Some(provenance));
        let named = repeated
            .map(|(at, _)| inside_sentence(cube.dimension(*at).label().in_lang(words.code)));
        let named: Vec<String> = named.collect();
        if !named.is_empty() {
            let values = [
                ("place", &*name),
                ("dimensions", &words.listed(&texts(&named))),
                (
                    "name",
                    &pattern_name(cube, (provenance, Some(place)), words),
                ),
            ];
            lines.push(interpolate(words.basis_pattern, &values));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::made::{Opened, wells};
    use super::*;

    #[test]
    fn a_pattern_is_named_by_the_dataset_s_own_words() {
        let cube = wells([1; 12]);
        let lines = |link: &str| {
            let Opened { view, words, .. } = Opened::new(&cube, link);
            basis_lines(&cube, &view, words)
        };
        assert_eq!(
            lines("/en/wells/n1/"),
            [
                "The count for Alder was never published: the model divides the count of North by \
                 population, so it is no finding about the place.",
                "Nothing was published for Alder about source: the shares repeat the pattern of \
                 North."
            ]
        );
        assert_eq!(
            lines("/id/wells/n2/"),
            [
                "Jumlah Birch tidak pernah diterbitkan: model membaginya dari jumlah Negeri Sungai \
                 menurut penduduk.",
                "Untuk Birch tidak ada angka terbitan tentang asal: bagiannya mengulang pola Negeri \
                 Sungai."
            ]
        );
        let own = lines("/en/wells/s1/");
        assert_eq!(
            own,
            ["The count for Cedar comes from a figure published for that place."]
        );
        let [indonesian, english] = crate::words::LANGUAGES;
        assert_eq!(
            pattern_note(&cube, english),
            "only repeats the pattern of Riverland, or one by sides: no finding, no rank."
        );
        assert_eq!(
            own_note(&cube, indonesian),
            "jumlahnya diterbitkan untuk tempat itu; jumlah lain mengikuti penduduk menurut sisi."
        );
    }
}
