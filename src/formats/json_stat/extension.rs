//! What the standard leaves open: `extension` of the dataset.

use super::context::Context;
use super::text::{label_from_texts, label_of, label_text, languages};
use crate::cube::{
    Aggregation, Axis, Basis, CatIx, Conflict, Control, ControlKind, Cube, Denominator, DimIx,
    HeadlineFact, Label, Metadata, Noun, Rests, Selection, Source,
};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree, too_many};
use crate::formats::limits::Limits;

/// Characters of a paragraph: longer than a label.
const LONG_TEXT: usize = 5_000;

/// A text, or texts by language, the first being the file's own.
pub(super) fn by_lang(node: &Node<'_>, context: &Context<'_>) -> Result<Label, Failure> {
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

fn by_lang_if_given(node: &Node<'_>, context: &Context<'_>) -> Result<Option<Label>, Failure> {
    match node.given() {
        Some(node) => by_lang(&node, context).map(Some),
        None => Ok(None),
    }
}

/// Paragraphs: one text or several, each in one language or by language.
fn paragraphs(node: &Node<'_>, context: &Context<'_>) -> Result<Vec<Label>, Failure> {
    match node.tree() {
        Tree::Null | Tree::Array(_) => node.each(|item| by_lang(item, context)),
        Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {
            Ok(vec![by_lang(node, context)?])
        }
    }
}

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
        id: text(&extension.get("id"))?,
        release: text(&extension.get("release"))?,
        lang: text(&extension.get("lang"))?,
        label: label_of(root, "", context)?,
        source: by_lang_if_given(&source, context)?,
        updated: text(&root.get("updated"))?,
        notes: paragraphs(&notes, context)?,
        href: text(&root.get("href"))?,
        licence: by_lang_if_given(&extension.get("licence"), context)?,
        method: paragraphs(&extension.get("method"), context)?,
        modelled: label_text(&extension.get("kind"), context)? == Some("modelled"),
        aggregation: aggregation(&extension.get("aggregation"))?,
        noun: reader.noun()?,
        headline: reader.headline()?,
        basis: reader.basis()?,
        controls: reader.controls()?,
        denominators: reader.denominators()?,
        conflicts: extension.get("conflicts").each(|item| {
            Ok(Conflict {
                text: by_lang(item, context)?,
            })
        })?,
    })
}

fn aggregation(node: &Node<'_>) -> Result<Aggregation, Failure> {
    match node.text_if_given()? {
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
    fn axis(&self, node: &Node<'_>, id: &str) -> Result<Axis, Failure> {
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

    fn code(&self, axis: Axis, node: &Node<'_>) -> Result<CatIx, Failure> {
        let found = self.cube.members(axis).position(node.text()?);
        found.ok_or_else(|| {
            let id = self.cube.axis_id(axis);
            node.expected(&format!("a code of \"{id}\""))
        })
    }

    fn noun(&self) -> Result<Option<Noun>, Failure> {
        let (mut one, mut many) = (Vec::new(), Vec::new());
        for (lang, words) in languages(&self.extension.get("noun"), self.context)? {
            one.push((lang, self.word(&words.get("one"))?));
            many.push((lang, self.word(&words.get("many"))?));
        }
        let one = label_from_texts(&one, self.context.lang);
        let many = label_from_texts(&many, self.context.lang);
        Ok(one.zip(many).map(|(one, many)| Noun { one, many }))
    }

    fn word<'n>(&self, node: &Node<'n>) -> Result<&'n str, Failure> {
        label_text(node, self.context)?.ok_or_else(|| node.expected("a word"))
    }

    fn headline(&self) -> Result<Vec<HeadlineFact>, Failure> {
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
        self.extension.get("headline").each(fact)
    }

    fn basis(&self) -> Result<Option<Basis>, Failure> {
        let Some(node) = self.extension.get("basis").given() else {
            return Ok(None);
        };
        let regions = self.dimension(&node.get("dimension"), node.get("dimension").text()?)?;
        let grouping = node.get("grouping");
        let group = match grouping.text_if_given()? {
            Some(id) => Some(self.axis(&grouping, id)?),
            None => None,
        };
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
    fn rests(&self, regions: DimIx, node: &Node<'_>) -> Result<Vec<Rests>, Failure> {
        let other = node.get("else");
        let all = self.cube.dimension(regions).categories().len();
        let mut rests = vec![rests_from(&other, other.text()?)?; all];
        for (key, list) in node.members()? {
            if key == "else" {
                continue;
            }
            for code in list.items()? {
                let region = self.code(Axis::of_dimension(regions), &code)?;
                rests[region.0] = rests_from(&list, key)?;
            }
        }
        Ok(rests)
    }

    fn selection(&self, node: &Node<'_>) -> Result<Selection, Failure> {
        let mut selection = Selection::all();
        for (id, codes) in node.members()? {
            let axis = self.axis(&codes, id)?;
            selection = selection.with(axis, codes.each(|code| self.code(axis, code))?);
        }
        Ok(selection)
    }

    fn controls(&self) -> Result<Vec<Control>, Failure> {
        let controls = self.extension.get("controls");
        too_many(
            &controls,
            "controls",
            self.context.limits.controls,
            controls.count(),
        )?;
        let sources = self.extension.get("sources");
        let sources = sources.each(|node| self.source(node))?;
        controls.each(|node| self.control(node, &sources))
    }

    fn control(&self, node: &Node<'_>, sources: &[Source]) -> Result<Control, Failure> {
        let kind = node.get("kind");
        let share_of = match node.get("of").given() {
            Some(whole) => Some(self.selection(&whole)?),
            None => None,
        };
        let tolerance = match node.get("tolerance").given() {
            Some(tolerance) => tolerance.number()?,
            None => 0.0,
        };
        let source = match node.get("source").given() {
            Some(at) => sources
                .get(at.whole()?)
                .cloned()
                .ok_or_else(|| at.expected("a position in \"sources\""))?,
            None => Source::default(),
        };
        Ok(Control {
            kind: match kind.text()? {
                "hard" => ControlKind::Hard,
                "soft" => ControlKind::Soft,
                "check" => ControlKind::Check,
                _ => return Err(kind.expected("\"hard\", \"soft\" or \"check\"")),
            },
            selection: self.selection(&node.get("selection"))?,
            share_of,
            asked: node.get("value").number()?,
            tolerance,
            source,
            note: by_lang_if_given(&node.get("note"), self.context)?,
        })
    }

    fn source(&self, node: &Node<'_>) -> Result<Source, Failure> {
        let limits = Limits {
            label_chars: LONG_TEXT,
            ..*self.context.limits
        };
        let long = Context {
            limits: &limits,
            lang: self.context.lang,
        };
        let text =
            |name| Ok::<_, Failure>(label_text(&node.get(name), &long)?.unwrap_or("").into());
        Ok(Source {
            title: text("title")?,
            publisher: text("publisher")?,
            date: text("date")?,
            url: text("url")?,
        })
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
                period: text("period")?.unwrap_or("").into(),
                dimensions,
                values: node.get("value").each(Node::number)?,
                source: self.source(&extension.get("source"))?,
            })
        };
        self.extension.get("denominators").each(denominator)
    }
}

fn rests_from(node: &Node<'_>, word: &str) -> Result<Rests, Failure> {
    match word {
        "own" => Ok(Rests::Own),
        "group" => Ok(Rests::Group),
        "all" => Ok(Rests::All),
        _ => Err(node.expected("\"own\", \"group\" or \"all\"")),
    }
}
