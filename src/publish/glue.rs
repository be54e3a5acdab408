//! The JavaScript by which wasm reaches the browser: written by
//! wasm-bindgen as a library, then made small.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::publish::error::SiteError;

/// Changes when the same module is to be given other glue.
pub(super) const FORM: &str = "short names, no streams";

/// Writes `{name}.js` and `{name}_bg.wasm` for the module at `module` into `folder`.
///
/// # Errors
/// When wasm-bindgen cannot process the module, or a file cannot be written.
pub(super) fn write_glue(module: &Path, name: &str, folder: &Path) -> Result<(), SiteError> {
    let failed = |source: Box<dyn std::error::Error + Send + Sync>| SiteError::Bindgen {
        path: module.to_owned(),
        source,
    };
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen
        .web(true)
        .map_err(|error| failed(error.into()))?
        .input_path(module)
        .out_name(name)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen
        .generate_output()
        .map_err(|error| failed(error.into()))?;
    drop_streams(output.wasm_mut());
    // The names by which the module asks for the glue's functions end in a hash
    // each; they are nobody else's, stand in both files, and no packer makes
    // them smaller.
    let mut short = HashMap::new();
    for import in output.wasm_mut().imports.iter_mut() {
        if import.name.starts_with("__wb") {
            let next = format!("${:x}", short.len());
            let name = std::mem::take(&mut import.name);
            import.name.push_str(short.entry(name).or_insert(next));
        }
    }
    // Written aside and then renamed: another build may read at the same time.
    let aside = folder.with_extension(format!("{}-part", std::process::id()));
    output.emit(&aside).map_err(|error| failed(error.into()))?;
    let path = aside.join(format!("{name}.js"));
    let script = fs::read_to_string(&path).map_err(SiteError::read(&path))?;
    let script = without_comments(&renamed(&without_streams(&script), &short));
    fs::write(&path, script).map_err(SiteError::write(&path))?;
    if fs::rename(&aside, folder).is_err() {
        // The other build was first, and has written the same.
        fs::remove_dir_all(&aside).map_err(SiteError::write(&aside))?;
    }
    Ok(())
}

/// What Leptos' server functions export for streams: this page has no server, and only the exports
/// keep their code in the program.
const STREAMS: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

fn drop_streams(module: &mut walrus::Module) {
    let of_streams = module
        .exports
        .iter()
        .filter(|export| STREAMS.iter().any(|prefix| export.name.starts_with(prefix)));
    for export in of_streams.map(walrus::Export::id).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);
}

/// The glue without the classes of those exports.
fn without_streams(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines() {
        let class = line.starts_with("export class IntoUnderlying");
        let rest = ["const IntoUnderlying", "if (Symbol.dispose) IntoUnderlying"];
        let rest = rest.iter().any(|start| line.starts_with(start));
        inside |= class || rest;
        if !inside {
            kept += line;
            kept.push('\n');
        }
        let ends = line == "}" || (line.ends_with(';') && !line.starts_with("    "));
        let ends_const = line.starts_with("    : ") && line.ends_with(';');
        inside &= !(ends || ends_const);
    }
    kept
}

/// `script` with every whole name that `short` knows replaced.
fn renamed(script: &str, short: &HashMap<String, String>) -> String {
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(in_name) {
        text.push_str(&rest[..start]);
        let end = rest[start..]
            .find(|letter| !in_name(letter))
            .map_or(rest.len(), |end| start + end);
        let name = &rest[start..end];
        text.push_str(short.get(name).map_or(name, String::as_str));
        rest = &rest[end..];
    }
    text + rest
}

/// A script without the lines that are comments, and without indentation. It
/// must have no text over several lines.
pub(super) fn without_comments(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        inside |= line.starts_with("/*");
        if !(inside || line.is_empty() || line.starts_with("//")) {
            text.push_str(line);
            text.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_replaced() {
        let short = HashMap::from([("__wbg_log_1".to_owned(), "$0".to_owned())]);
        let script = "__wbg_log_1: function(a) {}, __wbg_log_12: b.__wbg_log_1, é__wbg_log_1";
        let expected = "$0: function(a) {}, __wbg_log_12: b.$0, é$0";
        assert_eq!(renamed(script, &short), expected);
    }

    #[test]
    fn comments_go_and_code_stays() {
        let script =
            "/**\n * @returns {x}\n */\n  a(); // kept\n\n  // gone\n/* gone */\n  b(\"//\");\n";
        assert_eq!(without_comments(script), "a(); // kept\nb(\"//\");\n");
    }

    #[test]
    fn only_the_classes_of_streams_leave_the_glue() {
        let glue = "export class IntoUnderlyingSink {\n    close() {\n        return 1;\n    }\n}\n\
                    if (Symbol.dispose) IntoUnderlyingSink.prototype.free;\nfunction keep() {\n    return 2;\n}\n\
                    const IntoUnderlyingSinkFinalization = (typeof F === 'undefined')\n    ? { register: () => {} }\n    \
                    : new F(ptr => wasm.x(ptr, 1));\nlet wasm;\n";
        assert_eq!(
            without_streams(glue),
            "function keep() {\n    return 2;\n}\nlet wasm;\n"
        );
    }
}
