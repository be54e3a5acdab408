//! What a publisher says of a cube: where it comes from, what it rests on, how it reads.

use super::{
    Axis, CatIx, Control, Cube, CubeError, DimIx, Label, Noun, RelativeError, Role, Selection,
    Sureness,
};

/// Whether figures may be added (`extension.aggregation`, of the dataset or of a dimension).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    /// Sums mean something.
    Sum,
    /// Only single cells mean something.
    None,
}

/// A fact that the headline names as a share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineFact {
    /// Dimension or grouping.
    pub axis: Axis,
    /// Its category or group.
    pub category: CatIx,
    /// The words after the share.
    pub phrase: Label,
}

/// What a figure of a region rests on; the greater of two is the further from the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provenance {
    /// A figure published for that region.
    Own,
    /// The pattern of its group.
    Group,
    /// The pattern of all regions together.
    All,
}

/// What each region's figures rest on, where the publisher says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The geographical dimension it speaks of.
    pub regions: DimIx,
    /// The grouping whose pattern [`Provenance::Group`] means.
    pub group: Option<Axis>,
    /// For the count; shape: one entry a region.
    pub count: Vec<Provenance>,
    /// For the distribution along other dimensions; shape: one entry a region each.
    pub dimensions: Vec<(DimIx, Vec<Provenance>)>,
    /// Dimensions whose crossing is published, for all regions together. Shape: two or more each.
    pub crosses: Vec<Vec<DimIx>>,
}

impl Basis {
    /// What the distribution of a region along a dimension rests on.
    #[must_use]
    pub fn of(&self, dimension: DimIx, region: CatIx) -> Option<Provenance> {
        let (_, provenance) = self
            .dimensions
            .iter()
            .find(|(known, _)| *known == dimension)?;
        Some(provenance[region.0])
    }

    /// Whether a dimension is neither places, nor periods, nor measures.
    pub(super) fn cuts_people(&self, cube: &Cube, dimension: DimIx) -> bool {
        dimension != self.regions && cube.dimension(dimension).role() == Role::Classification
    }

    /// The dimensions of people that a selection cuts, each once.
    pub(super) fn people_cut(&self, cube: &Cube, selection: &Selection) -> Vec<DimIx> {
        let mut cut: Vec<DimIx> = Vec::new();
        for (axis, _) in selection.clauses() {
            let dimension = axis.dimension();
            if self.cuts_people(cube, dimension) && !cut.contains(&dimension) {
                cut.push(dimension);
            }
        }
        cut
    }

    /// Whether the crossing of some dimensions is published, alone or with others.
    #[must_use]
    pub fn has_cross(&self, dimensions: &[DimIx]) -> bool {
        let holds = |cross: &Vec<DimIx>| dimensions.iter().all(|at| cross.contains(at));
        self.crosses.iter().any(holds)
    }
}

/// Where a figure stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Title of the page or table.
    pub title: Box<str>,
    /// Who published it.
    pub publisher: Box<str>,
    /// When, as the publisher writes it.
    pub date: Box<str>,
    /// Address; shown as a link only when https.
    pub url: Box<str>,
}

impl Source {
    /// Its address, where that is one that a page may lead to.
    #[must_use]
    pub fn https(&self) -> Option<String> {
        (self.url.starts_with("https://")).then(|| self.url.to_string())
    }
}

/// A smaller dataset to divide by (population by region), over dimensions of the cube.
#[derive(Debug, Clone)]
pub struct Denominator {
    /// Short name.
    pub id: Box<str>,
    /// Name for readers, with its period ("Penduduk, Desember 2024").
    pub label: Label,
    /// What it counts ("people aged 10 and over"); without it inhabitants.
    pub noun: Option<Label>,
    /// Rates are per so many: 1,000 where its publisher does not say, 100 for percent.
    pub per: u32,
    /// The period it speaks of, as it is written.
    pub period: Box<str>,
    /// The dimensions it has, ascending.
    pub dimensions: Vec<DimIx>,
    /// Row-major over those dimensions; `NaN` where nothing is known.
    pub values: Vec<f64>,
    /// Where it stands.
    pub source: Source,
}

impl PartialEq for Denominator {
    /// What is not known is the same as what is not known.
    fn eq(&self, other: &Self) -> bool {
        let same = |(own, other): (&f64, &f64)| own == other || own.is_nan() && other.is_nan();
        self.values.len() == other.values.len()
            && self.values.iter().zip(&other.values).all(same)
            && (&self.id, &self.label, &self.noun) == (&other.id, &other.label, &other.noun)
            && (self.per, &self.period, &self.dimensions)
                == (other.per, &other.period, &other.dimensions)
            && self.source == other.source
    }
}

/// Sources that disagree, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// In words.
    pub text: Label,
}

/// What a publisher says of a cube.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Metadata {
    /// Stable name of the dataset.
    pub id: Option<Box<str>>,
    /// Release of the dataset.
    pub release: Option<Box<str>>,
    /// The language of the file's own labels.
    pub lang: Option<Box<str>>,
    /// Title.
    pub label: Label,
    /// Who stands behind it.
    pub source: Option<Label>,
    /// Date of the release.
    pub updated: Option<Box<str>>,
    /// Notes, one paragraph each.
    pub notes: Vec<Label>,
    /// Address of the publisher's page.
    pub href: Option<Box<str>>,
    /// Whom to ask, one paragraph each.
    pub contact: Vec<Label>,
    /// What readers are told wherever a figure or the map is shown, one paragraph each: whose publication it is not,
    /// what its borders do not say.
    pub caveats: Vec<Label>,
    /// When the next release is due, as the publisher writes it.
    pub next_update: Option<Box<str>>,
    /// Name of the licence.
    pub licence: Option<Label>,
    /// How the figures were made, one paragraph each.
    pub method: Vec<Label>,
    /// Whether the figures are modelled, not counted.
    pub modelled: bool,
    /// Whether figures may be added; `None` where the publisher does not say.
    pub aggregation: Option<Aggregation>,
    /// What is counted.
    pub noun: Option<Noun>,
    /// What the headline names.
    pub headline: Vec<HeadlineFact>,
    /// What the regions' figures rest on.
    pub basis: Option<Basis>,
    /// Figures to be reproduced: published ones, and what was derived from them.
    pub controls: Vec<Control>,
    /// What can be divided by.
    pub denominators: Vec<Denominator>,
    /// Sources that disagree.
    pub conflicts: Vec<Conflict>,
    /// How sure each cell is, of a part of a cube whose [`Self::basis`] stayed behind; `None` of one without
    /// a value. Empty where nothing is said of it; shape: one entry a cell.
    pub sureness: Vec<Option<Sureness>>,
    /// How far the figures of one sureness were off in back-tests, where the publisher made some.
    pub errors: Vec<(Sureness, RelativeError)>,
}

impl Metadata {
    /// How far figures of a sureness were off in back-tests; `None` where none were made. What is only a
    /// pattern has no error: it is no estimate.
    #[must_use]
    pub fn error_of(&self, sureness: Sureness) -> Option<RelativeError> {
        let of = self.errors.iter().find(|(known, _)| *known == sureness);
        of.map(|(_, error)| *error)
    }

    pub(super) fn check(&self, cube: &Cube) -> Result<(), CubeError> {
        let same = |what, expected: usize, found: usize| {
            if expected == found {
                Ok(())
            } else {
                Err(CubeError::MetadataSize {
                    what,
                    expected,
                    found,
                })
            }
        };
        for denominator in &self.denominators {
            if !denominator.dimensions.is_sorted_by(|a, b| a < b) {
                return Err(CubeError::DenominatorOrder {
                    denominator: denominator.label.own().into(),
                });
            }
            let sizes = denominator
                .dimensions
                .iter()
                .map(|&at| cube.dimension(at).categories().len());
            same("denominator", sizes.product(), denominator.values.len())?;
        }
        if !self.sureness.is_empty() {
            same("sureness", cube.shape().cells(), self.sureness.len())?;
        }
        if let Some(basis) = &self.basis {
            let regions = cube.dimension(basis.regions).categories().len();
            same("basis of the count", regions, basis.count.len())?;
            let no_group =
                |axis: &Axis| axis.dimension() != basis.regions || axis.grouping().is_none();
            if let Some(group) = basis.group.filter(no_group) {
                return Err(CubeError::BasisGroup {
                    group: cube.axis_id(group).clone(),
                    regions: cube.dimension(basis.regions).id().clone(),
                });
            }
            for (_, provenance) in &basis.dimensions {
                same("basis of a dimension", regions, provenance.len())?;
            }
        }
        Ok(())
    }
}
