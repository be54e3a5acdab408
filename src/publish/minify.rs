//! Scripts as they are sent: without comments, and with short names inside them.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::publish::error::SiteError;

/// A script that does the same in fewer bytes: a module, or a worker that nothing shares its names with. `name`: for
/// the error.
///
/// # Errors
/// When it is no script; with the first of what is wrong with it.
pub(super) fn minified(name: &str, script: &str) -> Result<String, SiteError> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        return Err(SiteError::Script {
            name: name.to_owned(),
            message: fault.to_string(),
        });
    }
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        mangle_properties: None,
        compress: Some(CompressOptions::smallest()),
    };
    let scoping = Minifier::new(options)
        .minify(&allocator, &mut parsed.program)
        .scoping;
    let written = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(scoping)
        .build(&parsed.program);
    Ok(written.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_long_names_go_and_what_others_call_stays() {
        let script = "/** Adds. */\nexport function sum(first, second) {\n  // kept: its own name\n  \
                      return first + second;\n}\n";
        let short = minified("sum.js", script).unwrap();
        assert!(short.contains("sum") && !short.contains("first") && !short.contains("kept"));
        assert!(short.len() < 50, "{short}");
    }

    #[test]
    fn what_is_no_script_is_named() {
        let error = minified("own.js", "const = 1").unwrap_err().to_string();
        assert!(error.contains("own.js"), "{error}");
    }
}
