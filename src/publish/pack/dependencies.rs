//! The packages that the tool and the page are built from, by cargo's own account.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::PackError;
use crate::publish::cargo::cargo;
use crate::publish::error::SiteError;

/// A package that something is built from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression.
    pub(super) license: Option<String>,
    /// The licence, by path beside the manifest, where it has no SPDX expression.
    pub(super) license_file: Option<PathBuf>,
    pub(super) manifest_path: PathBuf,
    pub(super) repository: Option<String>,
    id: String,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    root: Option<String>,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// None for what becomes part of the program; else `dev` or `build`.
    kind: Option<String>,
}

/// Every package whose code becomes part of what these features build for `target`.
pub(super) fn dependencies(
    root: &Path,
    features: &str,
    target: &str,
) -> Result<BTreeSet<Package>, PackError> {
    let mut metadata = cargo(root, "metadata");
    metadata
        .args(["--format-version", "1", "--filter-platform", target])
        .args(["--no-default-features", "--features", features]);
    let output = metadata.output().map_err(|source| SiteError::Start {
        program: "cargo metadata".into(),
        source,
    })?;
    if !output.status.success() {
        let found = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(PackError::Metadata { found });
    }
    reached(&output.stdout)
}

/// The packages that the root of an account reaches.
fn reached(account: &[u8]) -> Result<BTreeSet<Package>, PackError> {
    let wrong = |found: String| PackError::Metadata { found };
    let metadata: Metadata =
        serde_json::from_slice(account).map_err(|error| wrong(error.to_string()))?;
    let nodes: BTreeMap<&str, &Node> = (metadata.resolve.nodes.iter())
        .map(|node| (&*node.id, node))
        .collect();
    let root = metadata.resolve.root.as_deref();
    let root = root.ok_or_else(|| wrong("no root package".into()))?;
    let mut found = BTreeSet::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        let node = nodes
            .get(id)
            .ok_or_else(|| wrong(format!("no node {id}")))?;
        let linked = (node.deps.iter())
            .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()))
            .map(|dependency| &*dependency.pkg);
        open.extend(linked.filter(|id| found.insert(*id)));
    }
    let packages = metadata.packages.iter();
    Ok(packages
        .filter(|package| found.contains(&*package.id))
        .cloned()
        .collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_becomes_part_of_the_program_is_reached_and_what_only_builds_or_tests_it_is_not() {
        let package = |name: &str| {
            json!({"name": name, "version": "1.0.0", "license": "MIT", "license_file": null,
                "manifest_path": format!("/r/{name}/Cargo.toml"), "repository": null, "id": name})
        };
        let needs =
            |name: &str, kind: Option<&str>| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let packages = ["own", "a", "b", "test", "build"].map(package);
        let account = json!({
            "packages": packages,
            "resolve": {"root": "own", "nodes": [
                {"id": "own", "deps": [needs("a", None), needs("test", Some("dev")), needs("build", Some("build"))]},
                {"id": "a", "deps": [needs("b", None)]},
                {"id": "b", "deps": [needs("a", None)]},
                {"id": "test", "deps": []},
                {"id": "build", "deps": []},
            ]},
        });
        let found = reached(account.to_string().as_bytes()).unwrap();
        let names: Vec<_> = found.iter().map(|package| &*package.name).collect();
        assert_eq!(names, ["a", "b"]);
    }
}
