//! A cube with what its settings say of it, and what follows from its own words.

use crate::cube::{CatIx, Cube, DimIx, Dimension, Label, Metadata, Noun, Role};
use crate::publish::dataset_settings::DatasetSettings;
use crate::publish::error::SiteError;

/// The cube as it is published: titled, and with what the settings say over what its file does.
///
/// # Errors
/// When what is said does not fit the cube.
pub(super) fn described(
    cube: Cube,
    title: &str,
    settings: &DatasetSettings,
) -> Result<Cube, SiteError> {
    let cube = match &settings.place {
        Some(place) => with_name_of_all_places(&cube, place)?,
        None => cube,
    };
    let own = cube.metadata();
    let titled = Metadata {
        noun: own.noun.clone().or_else(|| noun_of(&cube)),
        label: if own.label.own().is_empty() {
            Label::new(title)
        } else {
            own.label.clone()
        },
        lang: own.lang.clone().or_else(|| Some("en".into())),
        ..own.clone()
    };
    let metadata = settings.applied_to(&titled);
    cube.with_metadata(metadata)
        .map_err(SiteError::broken("the dataset"))
}

/// What is counted, where there is one measure and its name says that it counts.
fn noun_of(cube: &Cube) -> Option<Noun> {
    let mut dimensions = (0..cube.dimensions().len()).map(DimIx);
    let metric = dimensions.find(|at| cube.dimension(*at).role() == Role::Metric)?;
    let measures = cube.dimension(metric).categories();
    if measures.len() != 1 || !cube.is_called_a_count(&[(metric, CatIx(0))]) {
        return None;
    }
    let name = Label::new(&measures.get(CatIx(0)).label().own().to_lowercase());
    Some(Noun {
        one: name.clone(),
        many: name,
    })
}

fn with_name_of_all_places(cube: &Cube, name: &str) -> Result<Cube, SiteError> {
    let named = |dimension: &Dimension| {
        let dimension = dimension.clone();
        if dimension.role() == Role::Geo {
            dimension.with_all_label(Label::new(name))
        } else {
            dimension
        }
    };
    rebuilt(cube, cube.dimensions().iter().map(named).collect())
}

/// The cube with a dimension of places: of one that has none, the largest of those that are nothing else.
///
/// # Errors
/// None that a cube can have which was one before.
pub(super) fn with_places(cube: Cube) -> Result<Cube, SiteError> {
    let is_plain = |at: &usize| cube.dimensions()[*at].role() == Role::Classification;
    let size = |at: &usize| cube.dimensions()[*at].categories().len();
    let plain = (0..cube.dimensions().len()).filter(is_plain);
    let (None, Some(places)) = (cube.with_role(Role::Geo), plain.max_by_key(size)) else {
        return Ok(cube);
    };
    let mut dimensions = cube.dimensions().to_vec();
    dimensions[places] = dimensions[places].clone().with_role(Role::Geo);
    rebuilt(&cube, dimensions)
}

/// The same cells under other dimensions of the same sizes.
fn rebuilt(cube: &Cube, dimensions: Vec<Dimension>) -> Result<Cube, SiteError> {
    let gaps = (cube.absent().to_vec(), cube.statuses().clone());
    let metadata = cube.metadata().clone();
    Cube::new(dimensions, cube.values().clone(), gaps, metadata)
        .map_err(SiteError::broken("the dataset"))
}
