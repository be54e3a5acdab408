//! Whenever a command is killed, the site is the one before or the one after, whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use jangkau::cube::Figure;
use jangkau::publish::publish_file::{Order, publish_file};
use jangkau::publish::releases::release;
use jangkau::publish::site_files::SiteFiles;
use jangkau::publish::withdraw::withdraw;
use tempfile::TempDir;

use crate::{newest, published, table};

/// Moments at which a command is killed, evenly from its start to the end of a whole run.
const MOMENTS: u32 = 20;

/// The command over the site in a folder.
fn command(site: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jangkau"));
    command
        .args(arguments)
        .arg("--site")
        .arg(site)
        .current_dir(site)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

const PUBLISH: [&str; 4] = ["publish", "grants.csv", "--map", "districts.geojson"];

/// How long a command takes that is let be.
fn whole_run(site: &Path, arguments: &[&str]) -> Duration {
    let start = Instant::now();
    assert!(command(site, arguments).status().unwrap().success());
    start.elapsed()
}

/// Runs a command and kills it after a while, without a chance to tidy up.
fn killed_after(site: &Path, arguments: &[&str], while_running: Duration) {
    let mut child = command(site, arguments).spawn().unwrap();
    sleep(while_running);
    // One that has ended already cannot be killed.
    let _ = child.kill();
    child.wait().unwrap();
}

/// The first figure of what the site shows, every file held against the list.
fn shown(site: &Path) -> Figure {
    newest(site).1.observation(0)
}

/// Every file of the dataset that readers could be given, and of what a write has begun.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path.display().to_string());
        }
    }
    found
}

#[track_caller]
fn check_tidy(site: &Path) {
    let read = SiteFiles::read(site).unwrap();
    let listed = read.files.len();
    let of_data = files(&site.join("data")).into_iter();
    let of_data =
        of_data.filter(|path| !path.contains("sources") && !path.ends_with("grants.toml"));
    let of_data: Vec<String> = of_data.collect();
    assert_eq!(of_data.len(), listed, "{of_data:#?}");
    let all = files(site);
    assert!(
        all.iter()
            .all(|path| !path.ends_with(".unfinished") && !path.contains(".sources.")),
        "{all:#?}"
    );
}

#[test]
fn a_publish_that_is_killed_leaves_the_old_draft_or_the_new_one() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published(site, &table(1200));
    release(site, "grants").unwrap();
    published(site, &table(1300));
    let whole = whole_run(site, &PUBLISH);
    let mut before = 1300;
    for moment in 0..MOMENTS {
        let now = 1400 + 100 * moment;
        fs::write(site.join("grants.csv"), table(now)).unwrap();
        killed_after(site, &PUBLISH, whole * moment / MOMENTS);
        let figure = shown(site);
        let either = [before, now].map(|figure| Figure::Number(f64::from(figure)));
        assert!(either.contains(&figure), "moment {moment}: {figure:?}");
        // What was kept is not older than what is shown: the dataset published anew by its id goes back to
        // nothing.
        let order = Order::of(vec!["grants".into()], site);
        assert!(publish_file(&order).unwrap().drafted.is_some());
        let again = shown(site);
        let is_no_older = again == figure || again == either[1];
        assert!(is_no_older, "moment {moment}: {figure:?}, then {again:?}");
        let kept = fs::read_to_string(site.join("data/grants/sources/grants.csv")).unwrap();
        assert!(
            [table(before), table(now)].contains(&kept),
            "moment {moment}"
        );
        assert_eq!(kept == table(now), again == either[1], "moment {moment}");
        published(site, &table(now));
        assert_eq!(shown(site), either[1]);
        check_tidy(site);
        before = now;
    }
}

#[test]
fn a_release_that_is_killed_leaves_the_draft_or_the_release() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published(site, &table(1200));
    let whole = whole_run(site, &["release", "grants"]);
    for moment in 0..MOMENTS {
        let number = u32::to_string(&(moment + 2));
        let now = 1300 + 100 * moment;
        published(site, &table(now));
        check_tidy(site);
        killed_after(site, &["release", "grants"], whole * moment / MOMENTS);
        let (files, cube) = newest(site);
        assert_eq!(cube.observation(0), Figure::Number(f64::from(now)));
        let entry = files.list.entries().last().unwrap().clone();
        assert_eq!(entry.release, number);
        if entry.is_draft {
            assert_eq!(release(site, "grants").unwrap(), number);
        }
    }
    // One release a moment and the first, each with what was in it.
    let read = SiteFiles::read(site).unwrap();
    let of = |entry| read.cube(entry).unwrap().observation(0);
    let figures: Vec<Figure> = read.list.entries().iter().map(of).collect();
    let expected = (0..=MOMENTS).map(|it| Figure::Number(f64::from(1200 + 100 * it)));
    assert_eq!(figures, expected.collect::<Vec<_>>());
}

/// Every file of `data/` with its bytes, but for what no reader is given.
fn bytes_of(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let own = |path: &String| !path.contains("sources") && !path.ends_with("grants.toml");
    let files = files(&site.join("data")).into_iter().filter(own);
    files
        .map(|path| {
            let bytes = fs::read(&path).unwrap();
            (path, bytes)
        })
        .collect()
}

#[test]
fn no_file_but_the_list_is_ever_written_over() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    let steps: [&dyn Fn(); 5] = [
        &|| drop(published(site, &table(1200))),
        &|| drop(published(site, &table(1300))),
        &|| drop(release(site, "grants").unwrap()),
        &|| drop(published(site, &table(1400))),
        &|| withdraw(site, "grants", "1", "a wrong column").unwrap(),
    ];
    let mut before = BTreeMap::new();
    for (nth, step) in steps.iter().enumerate() {
        step();
        let after = bytes_of(site);
        for (path, bytes) in &after {
            let is_list = path.ends_with("index.json");
            let is_kept = before.get(path).is_none_or(|known| known == bytes);
            assert!(is_list || is_kept, "step {nth}: {path}");
        }
        before = after;
    }
}
