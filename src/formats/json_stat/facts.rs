//! Published facts beside a dataset: bytes to facts.

use super::context::{Context, UNDETERMINED};
use super::control::one_of;
use super::extension::Reader;
use super::kept::FACTS;
use super::paragraph::by_lang;
use crate::cube::{Axis, CatIx, Cube, Fact, Label, Question};
use crate::formats::error::{Failure, FormatError};
use crate::formats::json::{Node, Tree, parse, too_many};
use crate::formats::limits::Limits;

/// A file of published facts: `{"labels": [..], "sources": [..], "facts": [..]}`. A fact names its
/// texts and its source by their positions, and places and people by the codes of a cube.
#[derive(Debug, Clone, PartialEq)]
pub struct FactsFile {
    tree: Tree,
    limits: Limits,
}

impl FactsFile {
    pub(in crate::formats) fn from_bytes(bytes: &[u8], limits: &Limits) -> Result<Self, Failure> {
        let tree = parse(bytes, limits, &FACTS)?;
        let limits = *limits;
        Ok(Self { tree, limits })
    }

    /// The facts, whose codes are those of `cube`.
    ///
    /// # Errors
    /// [`FormatError`], naming the place in the file, what was expected and what was found.
    ///
    /// # Examples
    /// ```
    /// use jangkau::formats::{Limits, open};
    /// let cube = open(br#"{
    ///     "version": "2.0", "class": "dataset", "id": ["area"], "size": [2],
    ///     "role": {"geo": ["area"]},
    ///     "dimension": {"area": {"category": {"index": ["n1", "n2"]}}}, "value": [120, 80]
    /// }"#, &Limits::PAGE)?.into_dataset()?;
    /// let facts = open(br#"{
    ///     "labels": ["Water", "litres a day", "2024", "litres"], "sources": [{"title": "Report"}],
    ///     "facts": [{"topic": 0, "about": 1, "period": 2, "unit": 3, "place": {"area": "n2"},
    ///         "value": 80, "source": 0}]
    /// }"#, &Limits::PAGE)?.into_facts()?.facts(&cube)?;
    /// assert_eq!((facts[0].value, facts[0].topic.own()), (80.0, "Water"));
    /// # Ok::<(), jangkau::formats::FormatError>(())
    /// ```
    pub fn facts(&self, cube: &Cube) -> Result<Vec<Fact>, FormatError> {
        facts_from(&Node::root(&self.tree), cube, &self.limits).map_err(FormatError::from)
    }
}

/// Reads the facts of a file, as [`FactsFile::facts`] does.
///
/// # Errors
/// [`FormatError`].
pub fn facts_from_bytes(
    bytes: &[u8],
    cube: &Cube,
    limits: &Limits,
) -> Result<Vec<Fact>, FormatError> {
    FactsFile::from_bytes(bytes, limits)?.facts(cube)
}

fn facts_from(root: &Node<'_>, cube: &Cube, limits: &Limits) -> Result<Vec<Fact>, Failure> {
    let lang = cube.metadata().lang.as_deref().unwrap_or(UNDETERMINED);
    let context = Context { limits, lang };
    let reader = Reader {
        cube,
        context: &context,
        extension: root,
    };
    let facts = root.get("facts");
    if facts.present().is_none() {
        return Err(facts.expected("an array"));
    }
    too_many(&facts, "facts", limits.controls, facts.count())?;
    let labels = root.get("labels").each(|node| by_lang(node, &context))?;
    let sources = root.get("sources").each(|node| reader.source(node))?;
    facts.each(|node| {
        let label = |name| one_of(&labels, &node.get(name), "labels");
        Ok(Fact {
            topic: label("topic")?,
            about: label("about")?,
            period: label("period")?,
            place: reader.place(&node.get("place"))?,
            elsewhere: elsewhere(&node.get("elsewhere"), &labels)?,
            value: node.get("value").number()?,
            unit: label("unit")?,
            question: reader.question(node)?,
            source: one_of(&sources, &node.get("source"), "sources")?,
        })
    })
}

fn elsewhere(node: &Node<'_>, labels: &[Label]) -> Result<Option<Label>, Failure> {
    let present = node.present();
    present
        .map(|node| one_of(labels, &node, "labels"))
        .transpose()
}

impl Reader<'_, '_> {
    /// `{"district": "north"}`.
    fn place(&self, node: &Node<'_>) -> Result<Option<(Axis, CatIx)>, Failure> {
        match node.members()?.as_slice() {
            [] => Ok(None),
            [(id, code)] => {
                let axis = self.axis(code, id)?;
                Ok(Some((axis, self.code(axis, code)?)))
            }
            [..] => Err(node.expected("one place")),
        }
    }

    fn question(&self, fact: &Node<'_>) -> Result<Option<Question>, Failure> {
        let Some(selection) = fact.get("selection").present() else {
            return Ok(None);
        };
        let of = fact.get("of").present();
        Ok(Some(Question {
            selection: self.selection(&selection)?,
            share_of: of.map(|of| self.selection(&of)).transpose()?,
        }))
    }
}
