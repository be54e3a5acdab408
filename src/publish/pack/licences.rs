//! The licences of everything that the packed files are built from.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::PackError;
use super::dependencies::{Package, dependencies};
use super::executable::host;
use crate::publish::card::LICENCE as CARD_FONTS;
use crate::publish::cargo::rustc;
use crate::publish::error::SiteError;
use crate::publish::tree::Files;
use crate::publish::wasm::TARGET;

/// The beginnings of the names of files that hold a licence or a notice, in lower case.
const LICENCE_NAMES: [&str; 6] = [
    "license",
    "licence",
    "copying",
    "copyright",
    "notice",
    "unlicense",
];

/// The text on every dependency of the tool and of the page, that on the fonts of the preview cards, and that
/// on Rust's own library where the toolchain brings it.
pub(super) fn licence_files(root: &Path) -> Result<Files, PackError> {
    let mut packages = dependencies(root, "publish", &host()?)?;
    packages.extend(dependencies(root, "page", TARGET)?);
    let mut files = Files::from([(
        "THIRD-PARTY.txt".to_owned(),
        third_party(&packages)?.into_bytes(),
    )]);
    files.insert("noto-fonts.txt".to_owned(), CARD_FONTS.as_bytes().to_vec());
    if let Some(sysroot) = rustc(&["--print", "sysroot"])? {
        let path = Path::new(&sysroot).join("share/doc/rust/COPYRIGHT-library.html");
        if let Ok(text) = fs::read(path) {
            files.insert("rust-standard-library.html".to_owned(), text);
        }
    }
    Ok(files)
}

/// A line for each package, then each text once, with the packages that bring it.
fn third_party(packages: &BTreeSet<Package>) -> Result<String, PackError> {
    let mut list = String::from("Jangkau is built from these packages, under these licences.\n\n");
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let found = texts_of(package)?;
        if found.is_empty() && package.license.is_none() {
            return Err(PackError::NoLicence { package: name });
        }
        list += &name;
        for fact in [&package.license, &package.repository]
            .into_iter()
            .flatten()
        {
            list += &format!(", {fact}");
        }
        list.push('\n');
        for text in found {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    let line = "=".repeat(72);
    for (text, names) in &texts {
        list += &format!("\n{line}\nOf {}:\n\n{text}\n", names.join(", "));
    }
    Ok(list)
}

/// The licence texts that a package brings, without a difference of line ends.
fn texts_of(package: &Package) -> Result<BTreeSet<String>, SiteError> {
    let folder = package.manifest_path.parent().unwrap_or(Path::new("."));
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(SiteError::read(folder))? {
        let path = entry.map_err(SiteError::read(folder))?.path();
        let name = path.file_name().unwrap_or_default();
        let name = name.to_string_lossy().to_lowercase();
        if path.is_file() && LICENCE_NAMES.iter().any(|start| name.starts_with(start)) {
            paths.push(path);
        }
    }
    paths.extend(package.license_file.as_ref().map(|path| folder.join(path)));
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).map_err(SiteError::read(path))?;
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        Ok(text.trim_end().to_owned())
    };
    paths.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn package(folder: &Path, name: &str, license: Option<&str>) -> Package {
        fs::create_dir_all(folder.join(name)).unwrap();
        let about = json!({"name": name, "version": "1.0.0", "license": license, "license_file": null,
            "manifest_path": folder.join(name).join("Cargo.toml"), "repository": null, "id": name});
        serde_json::from_value(about).unwrap()
    }

    #[test]
    fn each_package_is_listed_and_a_text_that_two_bring_stands_once() {
        let folder = tempfile::tempdir().unwrap();
        let packages = ["a", "b"].map(|name| package(folder.path(), name, Some("MIT")));
        fs::write(folder.path().join("a/LICENSE-MIT"), "be free\r\nby a\n").unwrap();
        fs::write(folder.path().join("b/license"), "be free\nby a").unwrap();
        fs::write(folder.path().join("b/lib.rs"), "code").unwrap();
        let text = third_party(&BTreeSet::from(packages)).unwrap();
        assert!(text.contains("\na 1.0.0, MIT\nb 1.0.0, MIT\n"), "{text}");
        let ending = "\nOf a 1.0.0, b 1.0.0:\n\nbe free\nby a\n";
        assert!(text.ends_with(ending), "{text}");
    }

    #[test]
    fn a_package_without_text_and_expression_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let packages = BTreeSet::from([package(folder.path(), "a", None)]);
        let error = third_party(&packages).unwrap_err();
        assert!(matches!(&error, PackError::NoLicence { package } if package == "a 1.0.0"));
        fs::write(folder.path().join("a/COPYING"), "be free").unwrap();
        assert!(third_party(&packages).is_ok());
    }
}
