//! What a list of codes says beside the table.

use std::fs;

use jangkau::cube::Figure;
use jangkau::publish::publish_file::{Order, publish_file};
use tempfile::TempDir;

use crate::{newest, published, table};

#[test]
fn the_order_and_other_names_of_categories_are_those_of_their_list() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    let codes = folder.path().join("data/grants/codes");
    fs::create_dir(&codes).unwrap();
    let districts = "code,names,order\n03,Newtown | NV,1\n01,,2\n";
    fs::write(codes.join("district.csv"), districts).unwrap();
    fs::write(codes.join("sex.csv"), "code,order\nMale,1\nFemale,2\n").unwrap();
    publish_file(&Order::of(vec!["grants".into()], folder.path())).unwrap();
    let (site, cube) = newest(folder.path());
    let codes = |at: usize| -> Vec<&str> {
        let categories = cube.dimensions()[at].categories().iter();
        categories.map(|(_, it)| it.code().as_str()).collect()
    };
    assert_eq!(codes(0), ["03", "01", "02", "04"]);
    assert_eq!(codes(1), ["Male", "Female"]);
    // The figures moved with them: the men of Nova Vila in 2022 come first.
    assert_eq!(cube.observation(0), Figure::Number(920.0));
    let entry = site.list.entries().last().unwrap();
    let names = entry.everyday_names.iter();
    let names: Vec<(&str, &str)> = names.map(|it| (it.code.as_str(), &*it.name)).collect();
    assert_eq!(names, [("03", "Newtown"), ("03", "NV")]);
}
