//! Parts of the page that come when they are first shown, or when the browser is idle: cut out of the
//! module that cargo has built, as `#[wasm_split]` marks them.

use std::fs;
use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::publish::error::SiteError;
use crate::publish::function_order::like_beside_like;
use crate::publish::glue::failed;
use crate::publish::shell::integrity;

/// The script that fetches the parts; `page.js` imports it.
pub(super) const LINK: &str = "split.js";

/// Cuts the module at `module` in two and gives the first part, without which nothing starts. The late
/// part and [`LINK`] are written into `folder`.
///
/// # Errors
/// When the module cannot be cut, or a file cannot be read or written.
pub(super) fn split(module: &Path, folder: &Path) -> Result<Vec<u8>, SiteError> {
    let bytes = fs::read(module).map_err(SiteError::read(module))?;
    let first = folder.join("first.wasm");
    let link_name = format!("./{LINK}");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = "./page.js";
    options.link_name = &link_name;
    let parts = transform(options).map_err(failed(module))?;
    let mut hashes = Vec::new();
    for path in parts.split_modules {
        let bytes = fs::read(&path).map_err(SiteError::read(&path))?;
        let bytes = without_names(&bytes).map_err(failed(module))?;
        let bytes = like_beside_like(&bytes).map_err(failed(module))?;
        fs::write(&path, &bytes).map_err(SiteError::write(&path))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        hashes.push(format!("\"{name}\": \"{}\"", integrity(&bytes)));
    }
    let path = folder.join(LINK);
    let script = fs::read_to_string(&path).map_err(SiteError::read(&path))?;
    let script = fetching(&hashes) + &script;
    fs::write(&path, script).map_err(SiteError::write(&path))?;
    let bytes = fs::read(&first).map_err(SiteError::read(&first))?;
    fs::remove_file(&first).map_err(SiteError::write(&first))?;
    Ok(bytes)
}

/// A part as it is sent: the cut leaves names in it, and functions that are called from elsewhere alone,
/// and these make it twice as heavy.
fn without_names(bytes: &[u8]) -> walrus::Result<Vec<u8>> {
    let mut config = walrus::ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    let mut module = config.parse(bytes)?;
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// What the generated script means by `fetch` and `WebAssembly`: a part is taken only with the hash
/// it was built with, and from hosts, too, that do not know the media type of wasm.
fn fetching(hashes: &[String]) -> String {
    let hashes = hashes.join(", ");
    format!(
        r#"const hashes = {{ {hashes} }};
const fetch = async (url) => {{
  const integrity = hashes[url.pathname.split("/").pop()];
  const answer = await self.fetch(url, {{ integrity, credentials: "same-origin" }});
  if (answer.ok && integrity) return answer;
  throw new Error(`${{url}}: ${{answer.status}}`);
}};
const WebAssembly = {{
  instantiateStreaming: async (answer, imports) =>
    self.WebAssembly.instantiate(await (await answer).arrayBuffer(), imports),
}};
"#
    )
}
