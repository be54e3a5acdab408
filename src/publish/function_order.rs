//! The order in which the functions of a module stand. Nothing that runs can tell it; a packer can.
//!
//! wasm-bindgen's library writes the largest function first. Where those of one type stand together, each after the
//! one that it is most like, more of each is what stood just before it (11 of the page's 304 kB in brotli, 12 of the
//! 432 of the interface for scripts).
//!
//! How much two functions share is estimated by min-wise hashes (Broder 1997, "On the resemblance and containment of
//! documents"): of each function and each of many hashes, the least value among its pieces. The more of these are the
//! same, the more pieces are.

use std::collections::BTreeSet;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// A module with like functions beside each other.
///
/// # Errors
/// When it is no WebAssembly.
pub(super) fn like_beside_like(module: &[u8]) -> Result<Vec<u8>, Error> {
    let Functions {
        imported,
        types,
        bodies,
    } = Functions::of(module)?;
    let order = chain(&types, &bodies);
    let mut index: Vec<u32> = (0..imported).chain(vec![0; order.len()]).collect();
    for (next, at) in (imported..).zip(&order) {
        index[imported as usize + at] = next;
    }
    let mut reordered = Module::new();
    let mut reencode = Reordered { order, index };
    reencode.parse_core_module(&mut reordered, Parser::new(0), module)?;
    Ok(reordered.finish())
}

/// How many hashes a function is known by: more order better, and take longer.
const HASHES: usize = 256;
/// Bytes of a piece.
const PIECE: usize = 4;

/// What a function is known by: of each hash the least value among its pieces.
type Sketch = [u32; HASHES];

fn sketch(body: &[u8]) -> Sketch {
    let mut least = [u32::MAX; HASHES];
    for piece in body.windows(PIECE.min(body.len().max(1))) {
        let piece = piece
            .iter()
            .fold(0, |all, byte| all << 8 | u32::from(*byte));
        // A xorshift generator (Marsaglia 2003): each state is the next hash of the piece.
        let mut state = piece.wrapping_mul(0x9e37_79b1) | 1;
        for least in &mut least {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            *least = state.min(*least);
        }
    }
    least
}

/// Those of one type together, the smallest first, then always the one that is most like the one before; of
/// equals the first.
fn chain(types: &[u32], bodies: &[&[u8]]) -> Vec<usize> {
    let sketches: Vec<Sketch> = bodies.iter().map(|body| sketch(body)).collect();
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    let kinds: BTreeSet<u32> = types.iter().copied().collect();
    for kind in kinds {
        let mut left: Vec<usize> = (0..bodies.len()).filter(|at| types[*at] == kind).collect();
        left.sort_by_key(|at| (bodies[*at].len(), bodies[*at]));
        let mut next = 0;
        while !left.is_empty() {
            let at = left.remove(next);
            order.push(at);
            let same = |other: &usize| {
                let pairs = sketches[at].iter().zip(&sketches[*other]);
                pairs.filter(|(a, b)| a == b).count()
            };
            let mut most = None;
            for (place, other) in left.iter().enumerate() {
                let same = same(other);
                if most.is_none_or(|(known, _)| same > known) {
                    most = Some((same, place));
                }
            }
            next = most.map_or(0, |(_, place)| place);
        }
    }
    order
}

/// The functions of a module.
#[derive(Default)]
struct Functions<'m> {
    /// How many are imported: they come first in every count.
    imported: u32,
    /// The types of its own.
    types: Vec<u32>,
    /// The bodies of its own.
    bodies: Vec<&'m [u8]>,
}

impl<'m> Functions<'m> {
    fn of(module: &'m [u8]) -> Result<Self, Error> {
        let mut functions = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Payload::ImportSection(imports) = payload {
                for import in imports.into_imports() {
                    if let TypeRef::Func(_) = import?.ty {
                        functions.imported += 1;
                    }
                }
            } else if let Payload::FunctionSection(section) = payload {
                functions.types = section.into_iter().collect::<Result<_, _>>()?;
            } else if let Payload::CodeSectionEntry(body) = payload {
                functions.bodies.push(body.as_bytes());
            }
        }
        Ok(functions)
    }
}

/// A module whose own functions stand in another order.
struct Reordered {
    /// Where each stood, in the order in which they are to stand.
    order: Vec<usize>,
    /// The new index of every function, by the old one.
    index: Vec<u32>,
}

impl Reencode for Reordered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.index[function as usize])
    }
    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for at in &self.order {
            functions.function(types[*at]);
        }
        Ok(())
    }
    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies: Vec<_> = section.into_iter().collect::<Result<_, _>>()?;
        for at in self.order.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        ImportSection, RefType, TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{ElementItems, Operator};

    use super::*;

    /// A module with an imported function and five of its own: three that give a number, of which two
    /// begin alike, one that calls the imported one, and one that calls a number away.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("x", "imported", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut own = |kind: u32, write: &dyn Fn(&mut Function)| {
            functions.function(kind);
            let mut function = Function::new([]);
            write(&mut function);
            function.instructions().end();
            code.function(&function);
        };
        own(1, &|it| {
            it.instructions().i32_const(30);
        });
        own(0, &|it| {
            it.instructions().call(0);
        });
        own(1, &|it| {
            it.instructions().i32_const(10);
        });
        own(0, &|it| {
            it.instructions().call(1).drop();
        });
        own(1, &|it| {
            it.instructions().i32_const(20);
        });
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: None,
            shared: false,
        });
        let mut exports = ExportSection::new();
        for (name, function) in [("thirty", 1), ("ten", 3), ("away", 4)] {
            exports.export(name, ExportKind::Func, function);
        }
        let mut elements = ElementSection::new();
        let listed = Elements::Functions([5, 0].as_slice().into());
        elements.active(None, &ConstExpr::i32_const(0), listed);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&tables).section(&exports).section(&elements);
        module.section(&code);
        module.finish()
    }

    /// What the function of an index does, in words.
    fn told(module: &[u8], function: u32) -> String {
        let Functions {
            imported, bodies, ..
        } = Functions::of(module).unwrap();
        let Some(own) = function.checked_sub(imported) else {
            return "imported".to_owned();
        };
        let reader = wasmparser::BinaryReader::new(bodies[own as usize], 0);
        let body = wasmparser::FunctionBody::new(reader);
        let told = |operator: Operator<'_>| {
            if let Operator::I32Const { value } = operator {
                Some(value.to_string())
            } else if let Operator::Call { function_index } = operator {
                Some(format!("calls {}", told(module, function_index)))
            } else {
                None
            }
        };
        let operators = body.get_operators_reader().unwrap().into_iter();
        operators.filter_map(|it| told(it.unwrap())).collect()
    }

    /// What the functions that are exported do, by name, and those of the table.
    fn reached(module: &[u8]) -> Vec<String> {
        let mut reached = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.unwrap();
            if let Payload::ExportSection(exports) = payload {
                for export in exports {
                    let export = export.unwrap();
                    reached.push(format!("{}: {}", export.name, told(module, export.index)));
                }
            } else if let Payload::ElementSection(elements) = payload {
                for element in elements {
                    if let ElementItems::Functions(functions) = element.unwrap().items {
                        reached.extend(functions.into_iter().map(|it| told(module, it.unwrap())));
                    }
                }
            }
        }
        reached
    }

    #[test]
    fn like_functions_stand_together_and_every_one_is_reached_as_before() {
        let before = module();
        let after = like_beside_like(&before).unwrap();
        let all = ["thirty: 30", "ten: 10", "away: calls 30", "20", "imported"];
        assert_eq!(reached(&before), all);
        assert_eq!(reached(&after), all);
        let order: Vec<String> = (1..6).map(|function| told(&after, function)).collect();
        assert_eq!(order, ["calls imported", "calls 30", "10", "20", "30"]);
        wasmparser::validate(&after).unwrap();
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(like_beside_like(b"<!doctype html>").is_err());
    }
}
