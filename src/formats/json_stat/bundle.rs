//! Datasets that stand in one file: a bundle of before JSON-stat 2.0, and a collection of 2.0 that
//! embeds what it lists.

use super::collection::{Collection, collection_from};
use super::document::{Document, Place, RawFigures, datasets};
use super::reader::{WorkedOut, cube_from};
use super::value::RawValues;
use crate::cube::Cube;
use crate::formats::error::{Failure, FormatError};
use crate::formats::json::{Node, THE_FILE, Tree, too_many};
use crate::formats::limits::Limits;

/// The datasets of one file, of which one is made a cube when it is chosen. There is at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    place: Place,
    tree: Tree,
    members: Vec<Member>,
    limits: Limits,
}

/// A dataset with figures.
#[derive(Debug, Clone, PartialEq)]
struct Member {
    name: String,
    /// Its position among the places of datasets.
    at: usize,
    figures: RawFigures,
}

/// What a collection is.
#[derive(Debug)]
pub(in crate::formats) enum CollectionFile {
    /// The site's list of files.
    List(Collection),
    /// Datasets, embedded.
    Datasets(Bundle),
}

/// How many names, and how many characters of each, a message lists.
const NAMES: usize = 20;
const NAME_CHARS: usize = 60;

/// Reads a collection of either kind.
pub(in crate::formats) fn collection_file(
    bytes: &[u8],
    limits: &Limits,
) -> Result<CollectionFile, Failure> {
    let document = Document::parse(Place::Collection, bytes, limits)?;
    let has_figures = |figures: &RawFigures| figures.value != RawValues::None;
    if !document.figures.iter().any(has_figures) {
        let list = collection_from(&Node::root(&document.tree), limits)?;
        return Ok(CollectionFile::List(list));
    }
    Bundle::new(Place::Collection, document, limits).map(CollectionFile::Datasets)
}

/// Reads a bundle of before JSON-stat 2.0: datasets by name.
pub(in crate::formats) fn bundle_from_bytes(
    bytes: &[u8],
    limits: &Limits,
) -> Result<Bundle, Failure> {
    let document = Document::parse(Place::Bundle, bytes, limits)?;
    Bundle::new(Place::Bundle, document, limits)
}

impl Bundle {
    fn new(place: Place, document: Document, limits: &Limits) -> Result<Self, Failure> {
        let Document { tree, figures } = document;
        let places = datasets(place, &tree)?.into_iter().zip(figures);
        let mut members = Vec::new();
        for (at, ((key, node), figures)) in places.enumerate() {
            let is_dataset = node.get("dimension").present().is_some();
            if is_dataset && figures.value != RawValues::None {
                let name = name_of(&node, key);
                members.push(Member { name, at, figures });
            }
        }
        if members.is_empty() {
            return Err(metadata_only(&Node::root(&tree)));
        }
        let root = Node::root(&tree);
        too_many(&root, "datasets", limits.datasets, members.len())?;
        let limits = *limits;
        Ok(Self {
            place,
            tree,
            members,
            limits,
        })
    }

    /// Their names, in the order of the file: of a bundle its own, of a collection the labels.
    #[must_use]
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.members.iter().map(|member| &*member.name)
    }

    /// The dataset of a name, or of a number from 1 in the order of the file.
    ///
    /// # Errors
    /// [`FormatError::NotOneOf`] where the choice is neither, or a name that several have; else what
    /// is wrong with the dataset, with the place in the file.
    pub fn dataset(self, choice: &str) -> Result<Cube, FormatError> {
        let named: Vec<usize> = (self.names().enumerate())
            .filter(|(_, name)| *name == choice)
            .map(|(at, _)| at)
            .collect();
        let at = match named[..] {
            [at] => Some(at),
            [] => choice
                .parse::<usize>()
                .ok()
                .and_then(|at| at.checked_sub(1)),
            [..] => None,
        };
        match at.filter(|at| *at < self.members.len()) {
            Some(at) => self.cube(at),
            None => Err(FormatError::NotOneOf {
                choice: shortened(choice),
                names: numbered(self.names()),
            }),
        }
    }

    /// The only dataset.
    ///
    /// # Errors
    /// [`FormatError::Several`], naming them, where there are more; else what is wrong with it.
    pub fn only(self) -> Result<Cube, FormatError> {
        if self.members.len() > 1 {
            return Err(FormatError::Several {
                found: self.members.len(),
                names: numbered(self.names()),
            });
        }
        self.cube(0)
    }

    fn cube(mut self, at: usize) -> Result<Cube, FormatError> {
        let Member { at, figures, .. } = self.members.swap_remove(at);
        let places = datasets(self.place, &self.tree)?;
        Ok(cube_from(&places[at].1, figures, &self.limits, &WorkedOut)?)
    }
}

fn name_of(node: &Node<'_>, key: &str) -> String {
    let extension = node.get("extension");
    let texts = [node.get("label"), extension.get("id"), node.get("href")];
    let text = texts.iter().find_map(|node| node.text().ok());
    if key.is_empty() {
        text.unwrap_or(key)
    } else {
        key
    }
    .to_owned()
}

#[cold]
pub(super) fn metadata_only(node: &Node<'_>) -> Failure {
    Failure::from(FormatError::NoFigures {
        at: node.path(),
        form: "metadata without figures",
        remedy: "ask the publisher's site for the data of the table, as JSON-stat".to_owned(),
    })
}

/// A list of datasets, none of which is there.
#[cold]
pub(super) fn links_only(first: Option<&str>) -> Failure {
    let first = first.map(|href| format!(" (first: {})", shortened(href)));
    Failure::from(FormatError::NoFigures {
        at: THE_FILE.to_owned(),
        form: "a list of links to datasets, without figures",
        remedy: "open one of the files it names".to_owned() + &first.unwrap_or_default(),
    })
}

/// `1 "oecd", 2 "canada"`, the first of them.
pub(in crate::formats) fn numbered<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    let more = names.len().saturating_sub(NAMES);
    let first = names.take(NAMES).enumerate();
    let first = first.map(|(at, name)| format!("{} \"{}\"", at + 1, shortened(name)));
    let mut text = first.collect::<Vec<_>>().join(", ");
    if more > 0 {
        text.push_str(&format!(" and {more} more"));
    }
    text
}

fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(NAME_CHARS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
