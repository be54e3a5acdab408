//! What the standard leaves open: `extension` of the dataset.

use super::limits::Context;
use super::text::{label_from_texts, label_of, label_text, languages, too_many};
use super::tree::{Node, Tree};
use super::{JsonStatError, Limits};
use crate::cube::{
    Aggregation, Axis, Basis, CatIx, Conflict, Control, ControlKind, Cube, Denominator, DimIx,
    HeadlineFact, Label, Metadata, Noun, Rests, Selection, Source,
};

/// Characters of a paragraph: longer than a label.
const LONG_TEXT: usize = 5_000;

/// A text, or texts by language, the first being the file's own.
pub(super) fn by_lang(node: &Node<'_>, context: &Context<'_>) -> Result<Label, JsonStatError> {
    let limits = Limits {
        label_chars: LONG_TEXT,
        ..*context.limits
    };
    let long = Context {
        limits: &limits,
        lang: context.lang,
    };
    if let Tree::Text(_) = node.tree() {
        return Ok(Label::new(label_text(node, &long)?.unwrap_or_default()));
    }
    let mut texts = Vec::new();
    for (lang, text) in languages(node, context)? {
        texts.push((lang, label_text(&text, &long)?.unwrap_or_default()));
    }
    label_from_texts(&texts, context.lang)
        .ok_or_else(|| node.expected("a text, or texts by language"))
}

/// Paragraphs: one text or several, each in one language or by language.
fn paragraphs(node: &Node<'_>, context: &Context<'_>) -> Result<Vec<Label>, JsonStatError> {
    let Some(node) = node.clone().given() else {
        return Ok(Vec::new());
    };
    if !matches!(node.tree(), Tree::Array(_)) {
        return Ok(vec![by_lang(&node, context)?]);
    }
    node.items()?
        .iter()
        .map(|item| by_lang(item, context))
        .collect()
}

/// Everything the file says of the cube. `cube` has the dimensions, no metadata yet.
pub(super) fn metadata_from(
    root: &Node<'_>,
    cube: &Cube,
    context: &Context<'_>,
) -> Result<Metadata, JsonStatError> {
    let extension = root.get("extension");
    let text = |node: Node<'_>| Ok::<_, JsonStatError>(label_text(&node, context)?.map(Into::into));
    let optional = |node: Node<'_>| node.given().map(|node| by_lang(&node, context)).transpose();
    let source = extension
        .get("source")
        .given()
        .unwrap_or_else(|| root.get("source"));
    let notes = extension
        .get("notes")
        .given()
        .unwrap_or_else(|| root.get("note"));
    let reader = Reader {
        cube,
        context,
        extension: &extension,
    };
    Ok(Metadata {
        id: text(extension.get("id"))?,
        release: text(extension.get("release"))?,
        lang: text(extension.get("lang"))?,
        label: label_of(root, "", context)?,
        source: optional(source)?,
        updated: text(root.get("updated"))?,
        notes: paragraphs(&notes, context)?,
        href: text(root.get("href"))?,
        licence: optional(extension.get("licence"))?,
        method: paragraphs(&extension.get("method"), context)?,
        modelled: label_text(&extension.get("kind"), context)? == Some("modelled"),
        aggregation: aggregation(&extension.get("aggregation"))?,
        noun: reader.noun()?,
        headline: reader.headline()?,
        basis: reader.basis()?,
        controls: reader.controls()?,
        denominators: reader.denominators()?,
        conflicts: extension
            .get("conflicts")
            .items()?
            .iter()
            .map(|item| {
                Ok(Conflict {
                    text: by_lang(item, context)?,
                })
            })
            .collect::<Result<_, JsonStatError>>()?,
    })
}

fn aggregation(node: &Node<'_>) -> Result<Aggregation, JsonStatError> {
    match node.clone().given().map(|node| node.text()).transpose()? {
        None | Some("sum") => Ok(Aggregation::Sum),
        Some("none") => Ok(Aggregation::None),
        Some(_) => Err(node.expected("\"sum\" or \"none\"")),
    }
}

struct Reader<'a, 't> {
    cube: &'a Cube,
    context: &'a Context<'a>,
    extension: &'a Node<'t>,
}

impl Reader<'_, '_> {
    fn axis(&self, node: &Node<'_>, id: &str) -> Result<Axis, JsonStatError> {
        self.cube
            .axis(id)
            .ok_or_else(|| node.expected("the id of a dimension or grouping"))
    }

    fn dimension(&self, node: &Node<'_>, id: &str) -> Result<DimIx, JsonStatError> {
        let axis = self.axis(node, id)?;
        if axis.grouping().is_some() {
            return Err(node.expected("the id of a dimension"));
        }
        Ok(axis.dimension())
    }

    fn code(&self, axis: Axis, node: &Node<'_>) -> Result<CatIx, JsonStatError> {
        let found = self.cube.members(axis).position(node.text()?);
        found.ok_or_else(|| node.expected(&format!("a code of \"{}\"", self.cube.axis_id(axis))))
    }

    fn noun(&self) -> Result<Option<Noun>, JsonStatError> {
        let (mut one, mut many) = (Vec::new(), Vec::new());
        for (lang, words) in languages(&self.extension.get("noun"), self.context)? {
            let word = |name| {
                let node = words.get(name);
                label_text(&node, self.context)?.ok_or_else(|| node.expected("a word"))
            };
            one.push((lang, word("one")?));
            many.push((lang, word("many")?));
        }
        let [one, many] = [one, many].map(|texts| label_from_texts(&texts, self.context.lang));
        Ok(one.zip(many).map(|(one, many)| Noun { one, many }))
    }

    fn headline(&self) -> Result<Vec<HeadlineFact>, JsonStatError> {
        let fact = |node: &Node<'_>| {
            let id = node
                .get("grouping")
                .given()
                .unwrap_or_else(|| node.get("dimension"));
            let axis = self.axis(&id, id.text()?)?;
            let category = self.code(axis, &node.get("code"))?;
            Ok(HeadlineFact {
                axis,
                category,
                phrase: by_lang(&node.get("phrase"), self.context)?,
            })
        };
        self.extension
            .get("headline")
            .items()?
            .iter()
            .map(fact)
            .collect()
    }

    fn basis(&self) -> Result<Option<Basis>, JsonStatError> {
        let Some(node) = self.extension.get("basis").given() else {
            return Ok(None);
        };
        let regions = self.dimension(&node.get("dimension"), node.get("dimension").text()?)?;
        let grouping = node.get("grouping").given();
        let group = grouping.map(|id| self.axis(&id, id.text()?)).transpose()?;
        let count = self.rests(regions, &node.get("count"))?;
        let mut dimensions = Vec::new();
        let each = node.get("dimensions");
        too_many(
            &each,
            "dimensions",
            self.cube.dimensions().len(),
            each.count(),
        )?;
        for (id, rests) in each.members()? {
            dimensions.push((self.dimension(&rests, id)?, self.rests(regions, &rests)?));
        }
        Ok(Some(Basis {
            regions,
            group,
            count,
            dimensions,
        }))
    }

    /// `{"else": "all", "own": [codes], "group": [codes]}` as one entry a region.
    fn rests(&self, regions: DimIx, node: &Node<'_>) -> Result<Vec<Rests>, JsonStatError> {
        let word = |node: &Node<'_>, word: &str| match word {
            "own" => Ok(Rests::Own),
            "group" => Ok(Rests::Group),
            "all" => Ok(Rests::All),
            _ => Err(node.expected("\"own\", \"group\" or \"all\"")),
        };
        let other = node.get("else");
        let mut rests =
            vec![word(&other, other.text()?)?; self.cube.dimension(regions).categories().len()];
        for (key, list) in node
            .members()?
            .into_iter()
            .filter(|(key, _)| *key != "else")
        {
            for code in list.items()? {
                rests[self.code(Axis::of_dimension(regions), &code)?.0] = word(&list, key)?;
            }
        }
        Ok(rests)
    }

    fn selection(&self, node: &Node<'_>) -> Result<Selection, JsonStatError> {
        node.members()?
            .into_iter()
            .try_fold(Selection::all(), |selection, (id, codes)| {
                let axis = self.axis(&codes, id)?;
                let picked = codes
                    .items()?
                    .iter()
                    .map(|code| self.code(axis, code))
                    .collect::<Result<_, _>>()?;
                Ok(selection.with(axis, picked))
            })
    }

    fn controls(&self) -> Result<Vec<Control>, JsonStatError> {
        let controls = self.extension.get("controls");
        too_many(
            &controls,
            "controls",
            self.context.limits.controls,
            controls.count(),
        )?;
        let sources = self.extension.get("sources").items()?;
        let sources: Vec<Source> = sources
            .iter()
            .map(|node| self.source(node))
            .collect::<Result<_, _>>()?;
        let control = |node: &Node<'_>| {
            let kind = node.get("kind");
            let source = node.get("source");
            let at = source
                .clone()
                .given()
                .map(|node| node.whole())
                .transpose()?;
            Ok(Control {
                kind: match kind.text()? {
                    "hard" => ControlKind::Hard,
                    "soft" => ControlKind::Soft,
                    "check" => ControlKind::Check,
                    _ => return Err(kind.expected("\"hard\", \"soft\" or \"check\"")),
                },
                selection: self.selection(&node.get("selection"))?,
                share_of: node
                    .get("of")
                    .given()
                    .map(|node| self.selection(&node))
                    .transpose()?,
                asked: node.get("value").number()?,
                tolerance: node
                    .get("tolerance")
                    .given()
                    .map_or(Ok(0.0), |node| node.number())?,
                source: match at {
                    None => Source::default(),
                    Some(at) => sources
                        .get(at)
                        .cloned()
                        .ok_or_else(|| source.expected("a position in \"sources\""))?,
                },
                note: node
                    .get("note")
                    .given()
                    .map(|node| by_lang(&node, self.context))
                    .transpose()?,
            })
        };
        controls.items()?.iter().map(control).collect()
    }

    fn source(&self, node: &Node<'_>) -> Result<Source, JsonStatError> {
        let limits = Limits {
            label_chars: LONG_TEXT,
            ..*self.context.limits
        };
        let long = Context {
            limits: &limits,
            lang: self.context.lang,
        };
        let text =
            |name| Ok::<_, JsonStatError>(label_text(&node.get(name), &long)?.unwrap_or("").into());
        Ok(Source {
            title: text("title")?,
            publisher: text("publisher")?,
            date: text("date")?,
            url: text("url")?,
        })
    }

    fn denominators(&self) -> Result<Vec<Denominator>, JsonStatError> {
        let denominator = |node: &Node<'_>| {
            let ids = node.get("id");
            let dimensions = ids
                .items()?
                .iter()
                .map(|id| self.dimension(id, id.text()?))
                .collect::<Result<_, _>>()?;
            let extension = node.get("extension");
            let text = |name| label_text(&extension.get(name), self.context);
            Ok(Denominator {
                id: text("id")?.unwrap_or("denominator").into(),
                label: label_of(node, "", self.context)?,
                period: text("period")?.unwrap_or("").into(),
                dimensions,
                values: node
                    .get("value")
                    .items()?
                    .iter()
                    .map(Node::number)
                    .collect::<Result<_, _>>()?,
                source: self.source(&extension.get("source"))?,
            })
        };
        self.extension
            .get("denominators")
            .items()?
            .iter()
            .map(denominator)
            .collect()
    }
}
