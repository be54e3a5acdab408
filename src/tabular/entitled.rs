//! What a cube says of itself where its publisher says nothing: its title, what it counts, its places.

use crate::cube::{
    CatIx, Code, Cube, CubeError, DimIx, Dimension, Label, Metadata, Noun, NounForms, Role,
};

/// The language of a dataset whose file does not say it.
pub const UNSAID_LANG: &str = "en";

/// The cube with a title, a language and a noun: its own, else those that follow from it.
///
/// # Errors
/// None that a cube can have which was one before.
pub fn entitled(cube: Cube, title: &str) -> Result<Cube, CubeError> {
    let own = cube.metadata();
    let metadata = Metadata {
        noun: own.noun.clone().or_else(|| noun_of(&cube)),
        label: if own.label.own().is_empty() {
            Label::new(title)
        } else {
            own.label.clone()
        },
        lang: own.lang.clone().or_else(|| Some(UNSAID_LANG.into())),
        ..own.clone()
    };
    cube.with_metadata(metadata)
}

/// What is counted, where there is one measure and its name says that it counts.
fn noun_of(cube: &Cube) -> Option<Noun> {
    let mut dimensions = (0..cube.dimensions().len()).map(DimIx);
    let metric = dimensions.find(|at| cube.dimension(*at).role() == Role::Metric)?;
    let measures = cube.dimension(metric).categories();
    if measures.len() != 1 || !cube.is_called_a_count(&[(metric, CatIx(0))]) {
        return None;
    }
    let name = measures.get(CatIx(0)).label().own().to_lowercase();
    Some(Noun::new(NounForms::new(&name).with("one", &name)))
}

/// The cube with a dimension of places: of one that has none, the largest of those that are nothing else.
///
/// # Errors
/// None that a cube can have which was one before.
pub fn with_places(cube: Cube) -> Result<Cube, CubeError> {
    let (None, Some(DimIx(places))) = (cube.with_role(Role::Geo), place_dimension(&cube)) else {
        return Ok(cube);
    };
    let mut dimensions = cube.dimensions().to_vec();
    dimensions[places] = dimensions[places].clone().with_role(Role::Geo);
    with_dimensions(&cube, dimensions)
}

/// The dimension of places: of a cube that has none, the largest of those that are nothing else.
#[must_use]
pub fn place_dimension(cube: &Cube) -> Option<DimIx> {
    let is_plain = |at: &usize| cube.dimensions()[*at].role() == Role::Classification;
    let size = |at: &usize| cube.dimensions()[*at].categories().len();
    let plain = (0..cube.dimensions().len()).filter(is_plain);
    let largest = || plain.max_by_key(size).map(DimIx);
    cube.with_role(Role::Geo).or_else(largest)
}

/// The cube with places of which those of some codes are known to share nothing.
///
/// # Errors
/// [`CubeError::UnknownCode`] for a code without a place.
pub fn with_disjoint_places(cube: Cube, codes: &[String]) -> Result<Cube, CubeError> {
    let Some(places) = cube.with_role(Role::Geo) else {
        return Ok(cube);
    };
    let codes: Vec<Code> = codes.iter().map(|code| Code::new(code)).collect();
    let mut dimensions = cube.dimensions().to_vec();
    dimensions[places.0] = dimensions[places.0].clone().with_disjoint(&codes)?;
    with_dimensions(&cube, dimensions)
}

fn with_dimensions(cube: &Cube, dimensions: Vec<Dimension>) -> Result<Cube, CubeError> {
    let gaps = (cube.absent().to_vec(), cube.statuses().clone());
    Cube::new(
        dimensions,
        cube.values().clone(),
        gaps,
        cube.metadata().clone(),
    )
}

/// The places of a cube, each a code and a label; none of one without places.
#[must_use]
pub fn places_of(cube: &Cube) -> Vec<(&str, &str)> {
    let places = cube.with_role(Role::Geo).map(|at| cube.dimension(at));
    let categories = places.into_iter().flat_map(|it| it.categories().iter());
    categories
        .map(|(_, place)| (place.code().as_str(), place.label().own()))
        .collect()
}
