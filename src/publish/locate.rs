//! Where the command finds the compiled page and the files of a site.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::error::SiteError;
use crate::publish::page_folder::PageSource;
use crate::publish::shell::INDEX;

/// The variable that names the folder of the compiled page.
pub const PAGE_VARIABLE: &str = "JANGKAU_PAGE";

/// The folder of the compiled page beside the executable.
pub const PAGE_FOLDER: &str = "page";

/// Where a command is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The working folder.
    pub working: PathBuf,
    /// The executable, where the system names it.
    pub executable: Option<PathBuf>,
    /// What [`PAGE_VARIABLE`] says.
    pub page: Option<OsString>,
    /// The hash of the page that was packed with the executable, where it was packed.
    pub build: Option<&'static str>,
}

impl Setting {
    /// That of this process, whose executable was packed with the page of this hash.
    ///
    /// # Errors
    /// When the working folder is gone.
    pub fn of_process(build: Option<&'static str>) -> Result<Self, SiteError> {
        Ok(Self {
            working: env::current_dir().map_err(SiteError::read("."))?,
            executable: env::current_exe().ok(),
            page: env::var_os(PAGE_VARIABLE).filter(|page| !page.is_empty()),
            build,
        })
    }

    /// The compiled page: the folder that is `named`, else that of the variable, else `page/` beside
    /// the executable, else the checkout around the working folder.
    ///
    /// # Errors
    /// [`SiteError::NoPage`] when there is none of them.
    pub fn page(&self, named: Option<&Path>) -> Result<PageSource, SiteError> {
        let variable = || self.page.as_ref().map(PathBuf::from);
        let beside = || {
            // A link to the executable may stand in a folder of programs, without the page.
            let executable = self.executable.as_ref()?;
            let executable = fs::canonicalize(executable).ok()?;
            let folder = executable.parent()?.join(PAGE_FOLDER);
            folder.is_dir().then_some(folder)
        };
        let folder = named.map(Path::to_owned).or_else(variable).or_else(beside);
        if let Some(folder) = folder {
            let build = self.build.map(str::to_owned);
            return Ok(PageSource::Folder { folder, build });
        }
        self.checkout()
            .map(|root| PageSource::Checkout(root.to_owned()))
            .ok_or_else(|| SiteError::NoPage {
                executable: self.executable.clone().unwrap_or_default(),
            })
    }

    /// The folder of a site's files: the one that is `named`, else the nearest from the working
    /// folder upwards that has a list of datasets; a checkout has its own in `public/`.
    ///
    /// # Errors
    /// [`SiteError::NoSiteFiles`] when there is none.
    pub fn site(&self, named: Option<&Path>) -> Result<PathBuf, SiteError> {
        let has_list = |folder: &Path| folder.join(INDEX).is_file();
        if let Some(named) = named {
            return if has_list(named) {
                Ok(named.to_owned())
            } else {
                Err(SiteError::NoSiteFiles {
                    folder: named.to_owned(),
                })
            };
        }
        for folder in self.working.ancestors() {
            if is_checkout(folder) {
                return Ok(folder.join("public"));
            }
            if has_list(folder) {
                return Ok(folder.to_owned());
            }
        }
        Err(SiteError::NoSiteFiles {
            folder: self.working.clone(),
        })
    }

    /// The checkout of this package around the working folder.
    #[must_use]
    pub fn checkout(&self) -> Option<&Path> {
        self.working.ancestors().find(|folder| is_checkout(folder))
    }
}

/// Whether the folder's `Cargo.toml` is of this package.
fn is_checkout(folder: &Path) -> bool {
    let manifest = fs::read_to_string(folder.join("Cargo.toml"));
    manifest.is_ok_and(|text| package_name(&text) == Some(env!("CARGO_PKG_NAME")))
}

/// The name in the table `[package]` of a cargo manifest.
fn package_name(manifest: &str) -> Option<&str> {
    let mut lines = manifest.lines().map(str::trim);
    lines.find(|line| *line == "[package]")?;
    let name = lines
        .take_while(|line| !line.starts_with('['))
        .find_map(|line| line.strip_prefix("name")?.trim_start().strip_prefix('='))?;
    name.split(['"', '\'']).nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(working: &Path) -> Setting {
        Setting {
            working: working.to_owned(),
            executable: None,
            page: None,
            build: Some("0a1b"),
        }
    }

    fn write(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    const MANIFEST: &str = "[package]\nname = \"jangkau\"\nversion = \"1.0.0\"\n";

    #[test]
    fn a_checkout_is_told_by_the_name_of_its_package() {
        assert_eq!(package_name(MANIFEST), Some("jangkau"));
        assert_eq!(package_name("[lib]\nname = \"jangkau\"\n"), None);
        assert_eq!(
            package_name("[package]\nedition = \"2024\"\n[[bin]]\nname = \"jangkau\"\n"),
            None
        );
        assert_eq!(package_name("[package]\n  name='x'\n"), Some("x"));
    }

    #[test]
    fn the_page_is_named_or_of_the_variable_or_beside_the_executable_or_compiled() {
        let root = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(root.path()).unwrap();
        write(&root.join("checkout/Cargo.toml"), MANIFEST);
        write(&root.join("tool/jangkau"), "");
        let working = root.join("checkout/src/deep");
        let mut setting = setting(&working);
        assert_eq!(
            setting.page(None).unwrap(),
            PageSource::Checkout(root.join("checkout"))
        );
        setting.executable = Some(root.join("tool/jangkau"));
        assert!(matches!(
            setting.page(None).unwrap(),
            PageSource::Checkout(_)
        ));
        fs::create_dir(root.join("tool/page")).unwrap();
        let folder = |path: &Path| PageSource::Folder {
            folder: path.to_owned(),
            build: Some("0a1b".to_owned()),
        };
        assert_eq!(setting.page(None).unwrap(), folder(&root.join("tool/page")));
        setting.page = Some("/variable".into());
        assert_eq!(setting.page(None).unwrap(), folder(Path::new("/variable")));
        let named = Path::new("/named");
        assert_eq!(setting.page(Some(named)).unwrap(), folder(named));
    }

    #[test]
    fn without_any_page_the_error_says_where_one_is_looked_for() {
        let empty = tempfile::tempdir().unwrap();
        let error = setting(empty.path()).page(None).unwrap_err().to_string();
        for way in ["--page", PAGE_VARIABLE, "page/", "checkout"] {
            assert!(error.contains(way), "{way}: {error}");
        }
    }

    #[test]
    fn a_site_is_the_nearest_folder_with_a_list_or_of_a_checkout_its_public_folder() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        write(&root.join("checkout/Cargo.toml"), MANIFEST);
        write(&root.join("checkout/sites/a/data/index.json"), "{}");
        let site = |working: &str| setting(&root.join(working)).site(None);
        assert_eq!(site("checkout").unwrap(), root.join("checkout/public"));
        assert_eq!(site("checkout/src").unwrap(), root.join("checkout/public"));
        assert_eq!(
            site("checkout/sites/a/data").unwrap(),
            root.join("checkout/sites/a")
        );
        let error = site("elsewhere").unwrap_err();
        assert!(
            matches!(&error, SiteError::NoSiteFiles { folder } if folder.ends_with("elsewhere"))
        );
        let named = root.join("checkout");
        let error = setting(root).site(Some(&named)).unwrap_err();
        assert!(matches!(error, SiteError::NoSiteFiles { folder } if folder == named));
    }
}
