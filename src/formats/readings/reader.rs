//! Bytes to readings.

use std::sync::Arc;

use super::{ADDITIVITIES, REASONS, ROLES};
use crate::cube::{
    CatIx, DimensionReading, How, PeriodOrder, ProvenSum, Reading, Readings, Reason, Rule, Sums,
};
use crate::formats::error::{Failure, FormatError};
use crate::formats::json::{Keep, Node, Tree, parse, too_many};
use crate::formats::limits::Limits;

/// Reads what [`super::bytes_from_readings`] writes.
///
/// # Errors
/// [`FormatError`], naming the place in the file, what was expected and what was found. Any bytes give
/// readings that fit each other or an error, never a panic.
pub fn readings_from_bytes(bytes: &[u8], limits: &Limits) -> Result<Readings, FormatError> {
    read(bytes, limits).map_err(FormatError::from)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Readings, Failure> {
    let tree = parse(bytes, limits, &Keep::All)?;
    let root = Node::root(&tree);
    let place = root.get("dimensions");
    too_many(&place, "dimensions", limits.dimensions, place.count())?;
    let mut reader = Reader {
        limits,
        positions: 0,
        size: 0,
    };
    let (mut dimensions, mut parts) = (Vec::new(), Vec::new());
    for node in place.items()? {
        reader.size = node.get("size").integer()?;
        too_many(&node, "categories", limits.categories, reader.size)?;
        dimensions.push((named(&node.get("role"), &ROLES)?, reader.size));
        let own = node.get("readings");
        parts.push(own.each(|node| Ok(Arc::new(reader.dimension(node)?)))?);
    }
    let readings = root.get("readings").each(|node| reading(node, &parts))?;
    Readings::new(dimensions, readings).map_err(|fault| {
        let at = root.path();
        Failure::from(FormatError::Cube { at, fault })
    })
}

/// A reading, put together of those of the dimensions.
fn reading(node: &Node<'_>, parts: &[Vec<Arc<DimensionReading>>]) -> Result<Reading, Failure> {
    let of = node.get("of").each(Node::integer)?;
    let own = of.iter().zip(parts);
    let dimensions: Option<Vec<_>> = own.map(|(at, parts)| parts.get(*at).cloned()).collect();
    let is_whole = of.len() == parts.len();
    let Some(dimensions) = dimensions.filter(|_| is_whole) else {
        return Err(node.get("of").expected("a reading of each dimension"));
    };
    Ok(Reading {
        dimensions,
        additivity: named(&node.get("additivity"), &ADDITIVITIES)?,
        counts: flag(&node.get("counts"))?,
    })
}

/// Reads what is said of one dimension.
struct Reader<'a> {
    limits: &'a Limits,
    /// How many positions were read so far.
    positions: usize,
    /// How many categories the dimension has.
    size: usize,
}

impl Reader<'_> {
    fn dimension(&mut self, node: &Node<'_>) -> Result<DimensionReading, Failure> {
        let rule = node.get("rule");
        let rule = match rule.text()? {
            "declared" => Rule::Declared,
            "forbidden" => Rule::Forbidden,
            "proofs" => Rule::Proofs {
                counts: flag(&node.get("counts"))?,
                disjoint: match node.get("disjoint").present() {
                    Some(node) => self.flags(&node)?,
                    None => Vec::new(),
                },
            },
            _ => return Err(rule.expected("declared, forbidden or proofs")),
        };
        let sums = node.get("sums").each(|node| self.proof(node))?;
        Ok(DimensionReading {
            how: self.how(node)?,
            reason: self.reason(node)?,
            parts_add: flag(&node.get("parts_add"))?,
            sums: Sums::new(sums, self.size),
            rule,
            latest_first: node.get("latest_first").each(|node| self.position(node))?,
            periods: PeriodOrder {
                last_first: node.get("last_first").each(|node| self.position(node))?,
                series: (node.get("series")).each(|node| node.each(|node| self.position(node)))?,
            },
        })
    }

    fn how(&mut self, node: &Node<'_>) -> Result<How, Failure> {
        let how = node.get("how");
        let category = || self.position(&node.get("category")).map(CatIx);
        Ok(match how.text()? {
            "single" => How::Single,
            "each" => How::Each,
            "total" => How::Total(category()?),
            "latest" => How::Latest(category()?),
            "one" => How::One(category()?),
            "sum" => How::Sum(self.flags(&node.get("parts"))?),
            _ => return Err(how.expected("single, total, latest, one, sum or each")),
        })
    }

    fn reason(&mut self, node: &Node<'_>) -> Result<Reason, Failure> {
        if let Some(proof) = node.get("proof").present() {
            return Ok(Reason::Proven(self.proof(&proof)?));
        }
        if let Some(equal) = node.get("equal").present() {
            return Ok(Reason::NamedAndEqual {
                parts: equal.get("parts").integer()?,
                rows: equal.get("rows").integer()?,
            });
        }
        named(&node.get("reason"), &REASONS)
    }

    fn proof(&mut self, node: &Node<'_>) -> Result<ProvenSum, Failure> {
        Ok(ProvenSum {
            of: self.position(&node.get("of"))?,
            parts: self.positions(&node.get("parts"))?,
            exact: flag(&node.get("exact"))?,
            rows: node.get("rows").integer()?,
            compared: node.get("compared").integer()?,
        })
    }

    /// One entry a category.
    fn flags(&mut self, node: &Node<'_>) -> Result<Vec<bool>, Failure> {
        let mut flags = vec![false; self.size];
        for at in self.positions(node)? {
            flags[at] = true;
        }
        Ok(flags)
    }

    fn positions(&mut self, node: &Node<'_>) -> Result<Vec<usize>, Failure> {
        let mut all = Vec::new();
        for item in node.items()? {
            let ends = match item.tree() {
                Tree::Array(_) => item.items()?,
                Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {
                    vec![item]
                }
            };
            let (first, last) = match &ends[..] {
                [only] => (only, only),
                [first, last] => (first, last),
                _ => return Err(item.expected("the first and the last position")),
            };
            all.extend(self.position(first)?..=self.position(last)?);
            let found = self.positions + all.len();
            too_many(node, "positions", self.limits.cells, found)?;
        }
        self.positions += all.len();
        Ok(all)
    }

    fn position(&self, node: &Node<'_>) -> Result<usize, Failure> {
        let at = node.integer()?;
        if at < self.size {
            return Ok(at);
        }
        let expected = format!("the position of one of {} categories", self.size);
        Err(node.expected(&expected))
    }
}

/// What a table has under the name that stands there.
fn named<T: Clone>(node: &Node<'_>, table: &[(&str, T)]) -> Result<T, Failure> {
    let name = node.text()?;
    let known = table.iter().find(|(known, _)| *known == name);
    known.map(|(_, found)| found.clone()).ok_or_else(|| {
        let names: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
        node.expected(&names.join(" or "))
    })
}

fn flag(node: &Node<'_>) -> Result<bool, Failure> {
    let Tree::Bool(flag) = node.tree() else {
        return Err(node.expected("true or false"));
    };
    Ok(*flag)
}
