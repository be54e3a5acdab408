//! The JavaScript by which wasm reaches the browser: written by
//! wasm-bindgen as a library, then made small.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::publish::error::SiteError;
use crate::publish::function_order::like_beside_like;
use crate::publish::split::split;

/// Changes when the same module is to be given other glue.
pub(super) const FORM: &str = "in two parts, like functions beside each other, short names";

/// Writes `{name}.js` and `{name}_bg.wasm` for the module at `module` into `folder`; of the page, which
/// is cut in two, the late part and what fetches it, too.
///
/// # Errors
/// When wasm-bindgen cannot process the module, or a file cannot be written.
pub(super) fn write_glue(module: &Path, name: &str, folder: &Path) -> Result<(), SiteError> {
    // Written aside and then renamed: another build may read at the same time.
    let aside = folder.with_extension(format!("{}-part", std::process::id()));
    fs::create_dir_all(&aside).map_err(SiteError::write(&aside))?;
    let is_split = name == "page";
    let bytes = if is_split {
        split(module, &aside)?
    } else {
        fs::read(module).map_err(SiteError::read(module))?
    };
    let input = without_streams(&bytes).map_err(failed(module))?;
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen
        .web(true)
        .map_err(failed(module))?
        .input_module(name, input)
        .typescript(false)
        .keep_lld_exports(is_split)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().map_err(failed(module))?;
    let short = shorten(output.wasm_mut());
    output.emit(&aside).map_err(failed(module))?;
    let path = aside.join(format!("{name}_bg.wasm"));
    let bytes = fs::read(&path).map_err(SiteError::read(&path))?;
    let bytes = like_beside_like(&bytes).map_err(failed(module))?;
    fs::write(&path, bytes).map_err(SiteError::write(&path))?;
    let path = aside.join(format!("{name}.js"));
    let script = fs::read_to_string(&path).map_err(SiteError::read(&path))?;
    let script = script.replace(&format!("\"./{name}_bg.js\""), &format!("\"{GLUE}\""));
    let script = renamed(&script, &short);
    fs::write(&path, script).map_err(SiteError::write(&path))?;
    if fs::rename(&aside, folder).is_err() {
        // The other build was first, and has written the same.
        fs::remove_dir_all(&aside).map_err(SiteError::write(&aside))?;
    }
    Ok(())
}

/// For `map_err`: `module` cannot be given its glue.
pub(super) fn failed<E>(module: &Path) -> impl FnOnce(E) -> SiteError
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let path = module.to_owned();
    move |source| SiteError::Bindgen {
        path,
        source: source.into(),
    }
}
/// A module without what Leptos' server functions export for streams: this page has no server, and
/// only the exports keep their code in the program (1.5 kB in brotli, and 0.3 of glue). wasm-bindgen,
/// which finds them gone, leaves three classes without methods (0.2 kB).
fn without_streams(bytes: &[u8]) -> walrus::Result<walrus::Module> {
    let mut module = walrus::ModuleConfig::new()
        .strict_validate(false)
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(bytes)?;
    let of_streams =
        (module.exports.iter()).filter(|export| export.name.contains("intounderlying"));
    for export in of_streams.map(walrus::Export::id).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    Ok(module)
}

/// What the module calls its glue, in both files.
const GLUE: &str = "$";

/// Gives the functions that the module and the glue ask each other for names of a letter or two, and tells which.
/// wasm-bindgen's own end in a hash each: they are nobody else's, stand in both files, and no packer
/// makes them smaller (4.0 kB in brotli of the page, 1.3 of the interface for scripts); it has no
/// setting for them. The file that the module asks has a short name, too, for it stands before each.
fn shorten(module: &mut walrus::Module) -> HashMap<String, String> {
    let mut short = HashMap::new();
    let mut shorten = |name: &mut String| {
        let next = format!("${:x}", short.len());
        let long = std::mem::take(name);
        name.push_str(short.entry(long).or_insert(next));
    };
    for import in module.imports.iter_mut() {
        if import.name.starts_with("__wb") {
            shorten(&mut import.name);
        }
        if import.module.ends_with("_bg.js") {
            GLUE.clone_into(&mut import.module);
        }
    }
    for export in module.exports.iter_mut() {
        if export.name.starts_with("wasm_bindgen__convert") {
            shorten(&mut export.name);
        }
    }
    short
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
}
