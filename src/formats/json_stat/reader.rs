//! A dataset: bytes to a cube.

use std::sync::Arc;

use super::bundle::metadata_only;
use super::context::{Context, UNDETERMINED};
use super::declared::declared;
use super::dimension::{at, dimension_from};
use super::document::{Document, Place, RawFigures};
use super::hidden::symbols_from;
use super::value::{RawValues, statuses_from_raw, values_from_raw};
use crate::cube::{
    Cube, CubeError, Dimension, Metadata, Readings, Role, Shape, Statuses, Values, infer_roles,
};
use crate::formats::cells::are_counts;
use crate::formats::error::{Failure, FormatError};
use crate::formats::json::{Node, Tree, too_many};
use crate::formats::limits::Limits;

/// Reads a JSON-stat dataset of 2.0, or of before it, which stands alone. Numbers of at most 15 digits are taken exactly; of longer ones the
/// last digit may differ.
///
/// # Errors
/// [`FormatError`], naming the place in the file, what was expected and what was found. Any
/// bytes give a cube or an error, never a panic.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "label": "Water", "id": ["area"], "size": [2],
///     "role": {"geo": ["area"]},
///     "dimension": {"area": {"label": "Area", "category": {
///         "index": ["n1", "n2"], "label": {"n1": "North", "n2": "South"}
///     }}},
///     "value": [12.5, 80]
/// }"#;
/// let cube = cube_from_bytes(file, &Limits::PAGE)?;
/// assert_eq!(cube.values().get(0), 12.5);
///
/// let error = cube_from_bytes(br#"{"class": "dataset", "version": "1.3"}"#, &Limits::PAGE);
/// assert_eq!(error.unwrap_err().to_string(), "version: expected \"2.0\", found \"1.3\"");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn cube_from_bytes(bytes: &[u8], limits: &Limits) -> Result<Cube, FormatError> {
    read(bytes, limits, &WorkedOut).map_err(FormatError::from)
}

/// Reads a dataset whose roles and readings were worked out before.
///
/// # Errors
/// Those of [`cube_from_bytes`], and [`CubeError::OtherReadings`] in a [`FormatError::Cube`] when the
/// readings are those of another dataset.
///
/// # Examples
/// ```
/// use jangkau::cube::Selection;
/// use jangkau::formats::{Limits, json_stat::{cube_from_bytes, cube_with_readings}};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "id": ["sex"], "size": [3],
///     "dimension": {"sex": {"category": {"index": ["T", "F", "M"]}}}, "value": [12, 7, 5]
/// }"#;
/// let cube = cube_from_bytes(file, &Limits::PAGE)?;
/// let given = cube_with_readings(file, &cube.all_readings().into(), &Limits::PAGE)?;
/// assert_eq!(given.reading(&Selection::all()), cube.reading(&Selection::all()));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn cube_with_readings(
    bytes: &[u8],
    readings: &Arc<Readings>,
    limits: &Limits,
) -> Result<Cube, FormatError> {
    read(bytes, limits, readings).map_err(FormatError::from)
}

/// What makes a cube of the parts of a dataset.
pub(super) trait Maker {
    /// The role of each dimension; `said`: those that the file gives.
    fn roles(&self, dimensions: &[Dimension], said: &[Option<Role>]) -> Vec<Role>;
    /// The cube, as yet without metadata.
    fn cube(
        &self,
        dimensions: Vec<Dimension>,
        values: Values,
        gaps: (Vec<usize>, Statuses),
    ) -> Result<Cube, CubeError>;
}

/// Roles and readings follow from the file.
#[derive(Debug)]
pub(super) struct WorkedOut;

impl Maker for WorkedOut {
    fn roles(&self, dimensions: &[Dimension], said: &[Option<Role>]) -> Vec<Role> {
        infer_roles(dimensions, said)
    }
    fn cube(
        &self,
        dimensions: Vec<Dimension>,
        values: Values,
        gaps: (Vec<usize>, Statuses),
    ) -> Result<Cube, CubeError> {
        Cube::new(dimensions, values, gaps, Metadata::default())
    }
}

/// Roles and readings were worked out before.
impl Maker for Arc<Readings> {
    fn roles(&self, _: &[Dimension], said: &[Option<Role>]) -> Vec<Role> {
        let known = self.dimensions().iter().map(|(role, _)| *role);
        // Of another dataset there may be fewer, which is refused when the cube is made.
        let said = said.iter().skip(known.len());
        known
            .chain(said.map(|role| role.unwrap_or(Role::Classification)))
            .collect()
    }
    fn cube(
        &self,
        dimensions: Vec<Dimension>,
        values: Values,
        gaps: (Vec<usize>, Statuses),
    ) -> Result<Cube, CubeError> {
        Cube::with_readings(dimensions, values, gaps, Arc::clone(self))
    }
}

fn read(bytes: &[u8], limits: &Limits, maker: &dyn Maker) -> Result<Cube, Failure> {
    let Document { tree, figures } = Document::parse(Place::Dataset, bytes, limits)?;
    let root = Node::root(&tree);
    if !matches!(tree, Tree::Object(_)) {
        return Err(root.expected(DATASET));
    }
    check_form(&root)?;
    let figures = figures.into_iter().next().unwrap_or_default();
    cube_from(&root, figures, limits, maker)
}

/// The cube of a dataset, wherever in a file it stands.
pub(super) fn cube_from(
    root: &Node<'_>,
    figures: RawFigures,
    limits: &Limits,
    maker: &dyn Maker,
) -> Result<Cube, Failure> {
    if figures.value == RawValues::None {
        return Err(metadata_only(root));
    }
    let header = header(root);
    let ids = header.get("id").texts()?;
    let sizes = sizes_of(root, &ids, &figures.value, limits)?;
    let cells = Shape::new(sizes.clone(), limits.cells)
        .map_err(at(&header.get("size")))?
        .cells();
    let lang = root.get("extension").get("lang").optional_text()?;
    let lang = lang.unwrap_or(UNDETERMINED);
    let context = Context { limits, lang };
    let (dimensions, roles) = dimensions_of(root, &ids, &sizes, &context)?;
    let roles = maker.roles(&dimensions, &roles);
    let dimensions = dimensions.into_iter().zip(roles);
    let dimensions: Vec<Dimension> = dimensions
        .map(|(dimension, role)| dimension.with_role(role))
        .collect();
    let (values, absent) = values_from_raw(figures.value, cells, root.get("value"))?;
    let statuses = statuses_from_raw(figures.status, cells, root.get("status"))?;
    let symbols = symbols_from(&root.get("extension"))?;
    let statuses = symbols.applied(statuses, are_counts(&values, &dimensions));
    let gaps = (absent, statuses);
    let cube = maker.cube(dimensions, values, gaps).map_err(at(root))?;
    let metadata = super::extension::metadata_from(root, &cube, &context)?;
    cube.with_metadata(metadata).map_err(at(root))
}

/// Where a dataset says `id`, `size` and `role`: in itself, before 2.0 among its dimensions.
fn header<'t>(root: &Node<'t>) -> Node<'t> {
    if is_before_2(root) {
        root.get("dimension")
    } else {
        *root
    }
}

fn is_before_2(root: &Node<'_>) -> bool {
    // A dimension of 2.0 may have the id "id", but is no list.
    let ids = root.get("dimension").get("id");
    root.get("id").present().is_none() && ids.count() > 0 && ids.texts().is_ok()
}

/// The size of each dimension, within the limits.
fn sizes_of(
    root: &Node<'_>,
    ids: &[&str],
    values: &RawValues,
    limits: &Limits,
) -> Result<Vec<usize>, Failure> {
    let header = header(root);
    let place = header.get("id");
    too_many(&place, "dimensions", limits.dimensions, ids.len())?;
    let Some(first) = ids.first() else {
        return Err(place.expected("an array of dimension ids"));
    };
    let place = header.get("size");
    if place.count() != ids.len() {
        let expected = format!("{} sizes, one a dimension", ids.len());
        return Err(place.expected(&expected));
    }
    let mut sizes = place.each(Node::integer)?;
    if is_before_2(root) && matches!(values, RawValues::Sparse(_)) {
        // The British office says the size of the whole first dimension, of which it then names
        // some places only, with their figures by position.
        let category = root.get("dimension").get(first).get("category");
        let named = category.get("index").count();
        let named = named.max(category.get("label").count());
        sizes[0] = sizes[0].min(named);
    }
    let (mut groupings, mut categories) = (0, 0_usize);
    for (id, &size) in ids.iter().zip(&sizes) {
        let extension = root.get("dimension").get(id).get("extension");
        groupings += extension.get("groupings").count();
        categories = categories.saturating_add(size);
    }
    let dimensions = root.get("dimension");
    too_many(&dimensions, "groupings", limits.groupings, groupings)?;
    too_many(&place, "categories", limits.categories, categories)?;
    Ok(sizes)
}

/// The dimensions, with the role that the file gives each.
fn dimensions_of(
    root: &Node<'_>,
    ids: &[&str],
    sizes: &[usize],
    context: &Context<'_>,
) -> Result<(Vec<Dimension>, Vec<Option<Role>>), Failure> {
    let role_node = header(root).get("role");
    let (mut dimensions, mut roles, mut groups) = (Vec::new(), Vec::new(), 0);
    for (&id, &size) in ids.iter().zip(sizes) {
        let node = root.get("dimension").get(id);
        let role = role_of(&role_node, id)?;
        roles.push(role);
        let role = role.unwrap_or(Role::Classification);
        let dimension = dimension_from(&node, id, (role, size), context)?;
        let dimension = declared(root, &node, id, dimension)?;
        for grouping in dimension.groupings() {
            groups += grouping.groups().len();
        }
        dimensions.push(dimension);
    }
    let place = root.get("dimension");
    too_many(&place, "groups", context.limits.categories, groups)?;
    Ok((dimensions, roles))
}

/// That a file says it is a dataset of 2.0; before, a dataset did not say what it is.
fn check_form(root: &Node<'_>) -> Result<(), Failure> {
    let class = root.get("class");
    match class.optional_text()? {
        Some("dataset") => {}
        None if is_before_2(root) => {}
        Some("collection") => return Err(not_read(&class, "a collection")),
        Some("dimension") => return Err(not_read(&class, "a dimension alone")),
        _ => return Err(class.expected("\"dataset\"")),
    }
    let version = root.get("version");
    match version.optional_text()? {
        Some(number) if number.starts_with("2.") => Ok(()),
        _ if is_before_2(root) => Ok(()),
        _ => Err(version.expected("\"2.0\"")),
    }
}

const DATASET: &str = "a JSON-stat dataset";

#[cold]
#[inline(never)]
fn not_read(node: &Node<'_>, form: &str) -> Failure {
    Failure::from(FormatError::NotRead {
        at: node.path(),
        form: form.to_owned(),
        expected: DATASET,
    })
}

/// The role that the file gives a dimension.
fn role_of(node: &Node<'_>, id: &str) -> Result<Option<Role>, Failure> {
    for (name, role) in [
        ("time", Role::Time),
        ("geo", Role::Geo),
        ("metric", Role::Metric),
    ] {
        for named in node.get(name).items()? {
            if named.optional_text()? == Some(id) {
                return Ok(Some(role));
            }
        }
    }
    Ok(None)
}
