//! What the standard leaves open: `extension` of the dataset.

use super::contact::contacts;
use super::context::Context;
use super::declared::aggregation;
use super::errors::errors_from;
use super::noun::noun;
use super::paragraph::{by_lang, optional_by_lang, paragraphs};
use super::sureness::sureness_from;
use super::text::{label_of, label_text};
use crate::cube::{
    Aggregation, Axis, Basis, CatIx, Conflict, Cube, Denominator, DimIx, HeadlineFact, Metadata,
    Provenance,
};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree, too_many};

/// Everything the file says of the cube. `cube` has the dimensions, no metadata yet.
pub(super) fn metadata_from(
    root: &Node<'_>,
    cube: &Cube,
    context: &Context<'_>,
) -> Result<Metadata, Failure> {
    let extension = root.get("extension");
    let text = |node: &Node<'_>| Ok::<_, Failure>(label_text(node, context)?.map(Into::into));
    let source = extension
        .get("source")
        .present()
        .unwrap_or_else(|| root.get("source"));
    let notes = extension
        .get("notes")
        .present()
        .unwrap_or_else(|| root.get("note"));
    let next_update = extension.get("next_update").present();
    let next_update = next_update.unwrap_or_else(|| extension.get("px").get("nextUpdate"));
    let reader = Reader {
        cube,
        context,
        extension: &extension,
    };
    Ok(Metadata {
        id: text(&extension.get("id"))?,
        release: text(&extension.get("release"))?,
        lang: text(&extension.get("lang"))?,
        label: label_of(root, "", context)?,
        source: optional_by_lang(&source, context)?,
        updated: text(&root.get("updated"))?,
        notes: paragraphs(&notes, context)?,
        href: text(&root.get("href"))?,
        contact: contacts(&extension.get("contact"), context)?,
        caveats: paragraphs(&extension.get("caveats"), context)?,
        next_update: text(&next_update)?,
        licence: optional_by_lang(&extension.get("licence"), context)?,
        method: paragraphs(&extension.get("method"), context)?,
        modelled: label_text(&extension.get("kind"), context)? == Some("modelled"),
        aggregation: aggregation_of(&extension)?,
        noun: noun(&extension.get("noun"), context)?,
        headline: reader.headline()?,
        basis: reader.basis()?,
        controls: reader.controls()?,
        denominators: reader.denominators()?,
        sureness: sureness_from(&extension, cube.shape().cells())?,
        errors: errors_from(&extension)?,
        conflicts: extension.get("conflicts").each(|item| {
            Ok(Conflict {
                text: by_lang(item, context)?,
            })
        })?,
    })
}

/// Whether figures may be added; `PxWeb` says by a word of its own that they may not.
fn aggregation_of(extension: &Node<'_>) -> Result<Option<Aggregation>, Failure> {
    let own = aggregation(&extension.get("aggregation"))?;
    let forbidden = matches!(
        extension.get("px").get("aggregallowed").tree(),
        Tree::Bool(false)
    );
    Ok(own.or(forbidden.then_some(Aggregation::None)))
}

/// Reads what names axes and categories of the cube.
pub(super) struct Reader<'a, 't> {
    pub(super) cube: &'a Cube,
    pub(super) context: &'a Context<'a>,
    pub(super) extension: &'a Node<'t>,
}

impl Reader<'_, '_> {
    pub(super) fn axis(&self, node: &Node<'_>, id: &str) -> Result<Axis, Failure> {
        self.cube
            .axis(id)
            .ok_or_else(|| node.expected("the id of a dimension or grouping"))
    }

    fn dimension(&self, node: &Node<'_>, id: &str) -> Result<DimIx, Failure> {
        let axis = self.axis(node, id)?;
        if axis.grouping().is_some() {
            return Err(node.expected("the id of a dimension"));
        }
        Ok(axis.dimension())
    }

    pub(super) fn code(&self, axis: Axis, node: &Node<'_>) -> Result<CatIx, Failure> {
        let found = self.cube.members(axis).position(node.text()?);
        found.ok_or_else(|| {
            let id = self.cube.axis_id(axis);
            node.expected(&format!("a code of \"{id}\""))
        })
    }

    fn headline(&self) -> Result<Vec<HeadlineFact>, Failure> {
        let fact = |node: &Node<'_>| {
            let id = node
                .get("grouping")
                .present()
                .unwrap_or_else(|| node.get("dimension"));
            let axis = self.axis(&id, id.text()?)?;
            let category = self.code(axis, &node.get("code"))?;
            Ok(HeadlineFact {
                axis,
                category,
                phrase: by_lang(&node.get("phrase"), self.context)?,
            })
        };
        self.extension.get("headline").each(fact)
    }

    fn basis(&self) -> Result<Option<Basis>, Failure> {
        let Some(node) = self.extension.get("basis").present() else {
            return Ok(None);
        };
        let regions = self.dimension(&node.get("dimension"), node.get("dimension").text()?)?;
        let grouping = node.get("grouping");
        let group = match grouping.optional_text()? {
            Some(id) => {
                let axis = self.axis(&grouping, id)?;
                if axis.dimension() != regions || axis.grouping().is_none() {
                    let id = self.cube.dimension(regions).id();
                    return Err(grouping.expected(&format!("a grouping of \"{id}\"")));
                }
                Some(axis)
            }
            None => None,
        };
        let count = self.provenance(regions, &node.get("count"))?;
        let mut dimensions = Vec::new();
        let each = node.get("dimensions");
        too_many(
            &each,
            "dimensions",
            self.cube.dimensions().len(),
            each.count(),
        )?;
        for (id, provenance) in each.members()? {
            dimensions.push((
                self.dimension(&provenance, id)?,
                self.provenance(regions, &provenance)?,
            ));
        }
        let crosses = node.get("crosses");
        let limit = self.context.limits.crosses;
        too_many(&crosses, "crosses", limit, crosses.count())?;
        Ok(Some(Basis {
            regions,
            group,
            count,
            dimensions,
            crosses: crosses.each(|node| self.cross(node))?,
        }))
    }

    /// The dimensions of one crossing.
    fn cross(&self, node: &Node<'_>) -> Result<Vec<DimIx>, Failure> {
        let limit = self.cube.dimensions().len();
        too_many(node, "dimensions", limit, node.count())?;
        let dimensions = node.each(|id| self.dimension(id, id.text()?))?;
        if dimensions.len() < 2 {
            return Err(node.expected("the ids of two or more dimensions"));
        }
        Ok(dimensions)
    }

    /// `{"else": "all", "own": [codes], "group": [codes]}` as one entry a region.
    fn provenance(&self, regions: DimIx, node: &Node<'_>) -> Result<Vec<Provenance>, Failure> {
        let other = node.get("else");
        let all = self.cube.dimension(regions).categories().len();
        let mut provenance = vec![rests_from(&other, other.text()?)?; all];
        for (key, list) in node.members()? {
            if key == "else" {
                continue;
            }
            for code in list.items()? {
                let region = self.code(Axis::of_dimension(regions), &code)?;
                provenance[region.0] = rests_from(&list, key)?;
            }
        }
        Ok(provenance)
    }

    fn denominators(&self) -> Result<Vec<Denominator>, Failure> {
        let denominator = |node: &Node<'_>| {
            let ids = node.get("id");
            let dimensions = ids.each(|id| self.dimension(id, id.text()?))?;
            let extension = node.get("extension");
            let text = |name| label_text(&extension.get(name), self.context);
            Ok(Denominator {
                id: text("id")?.unwrap_or("denominator").into(),
                label: label_of(node, "", self.context)?,
                noun: optional_by_lang(&extension.get("noun"), self.context)?,
                per: per_of(&extension.get("per"))?,
                period: text("period")?.unwrap_or("").into(),
                dimensions,
                values: node.get("value").each(people)?,
                source: self.source(&extension.get("source"))?,
            })
        };
        self.extension.get("denominators").each(denominator)
    }
}

/// How many; `NaN` of nothing, which has no rate.
fn people(node: &Node<'_>) -> Result<f64, Failure> {
    node.present().map_or(Ok(f64::NAN), |node| node.number())
}

/// Rates are per so many of what is divided by.
fn per_of(node: &Node<'_>) -> Result<u32, Failure> {
    let Some(node) = node.present() else {
        return Ok(1000);
    };
    let per = u32::try_from(node.integer()?).ok().filter(|per| *per > 0);
    per.ok_or_else(|| node.expected("a whole number from 1"))
}

fn rests_from(node: &Node<'_>, word: &str) -> Result<Provenance, Failure> {
    match word {
        "own" => Ok(Provenance::Own),
        "group" => Ok(Provenance::Group),
        "all" => Ok(Provenance::All),
        _ => Err(node.expected("\"own\", \"group\" or \"all\"")),
    }
}
