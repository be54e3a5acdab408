//! The settings of a list of published figures as they are first written.

use std::path::Path;

use serde_json::Value;

/// The settings of a list that was read from `file`, with a title in a language and its map.
pub(super) fn first_fact_settings(
    file: &str,
    (title, lang): (&str, &str),
    map: Option<&Path>,
) -> String {
    // A text of JSON is one of TOML.
    let [title, lang] = [title, lang].map(Value::from);
    let map = map.map(|map| {
        let name = map.file_name().unwrap_or_default();
        let name = Value::from(&*name.to_string_lossy());
        format!(
            "\n[map]                                    # the map of its places, among the sources\n\
             file = {name}\n\
             # key = \"code\"                        # the field with the codes\n\
             # credit = \"Boundaries: …\"            # whose work it is, as the page says it\n\
             # weight = 90                          # kilobytes of brotli at most\n"
        )
    });
    format!(
        "# What is said of the published figures that were read from {file}. Written once; what is changed here is\n\
         # obeyed the next time they are published. A # makes a line a comment. A text may stand by language:\n\
         # title = {{ en = \"Grants\", fr = \"Bourses\" }}\n\n\
         title = {title}\n\
         lang = {lang}\n\
         # place = \"Cambodia\"                  # what all places together are called\n\
         # licence = \"CC BY 4.0\"\n\
         # updated = \"2026-11-29\"               # the day of this release\n\
         # notes = [\"What a household is …\"]      # how the figures are to be read, a paragraph each\n\
         {map}\n\
         [facts]\n\
         # agency = \"Ministry of …\"             # whose programme it is; the page says that it is not theirs\n\
         # sentence = \"27,186 people had registered by 4 February 2024.\"\n\
         # corrections = \"https://…\"            # whom to ask: an address, or words\n\
         # places = [\"district\", \"districts\"]\n\
         # elsewhere = [\"National Institute of …\"] # what is no place of the map\n\
         # rest = \"not among the ten highest\"   # said of every place without a figure; else that none is published\n\
         # map = {{ topic = \"registered\", period = \"2024\" }} # the figures on the map; else those with most places\n\n\
         # [[facts.related]]                    # what stands beside them\n\
         # text = \"…\"\n\
         # publisher = \"…\"\n\
         # date = \"…\"\n\
         # link = \"https://…\"\n\n\
         # [[facts.beside]]                     # what disagrees, side by side\n\
         # text = \"…\"\n\
         # figures = [{{ topic = \"…\", period = \"…\" }}, {{ topic = \"…\", publisher = \"…\" }}]\n",
        map = map.unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::dataset_settings::DatasetSettings;

    #[test]
    fn the_first_settings_are_read_and_so_is_what_they_offer() {
        let text = first_fact_settings(
            "figures.csv",
            ("Wells", "en"),
            Some(Path::new("a/map.geojson")),
        );
        let read: DatasetSettings = toml::from_str(&text).unwrap();
        assert_eq!(read.map.unwrap().file, "map.geojson");
        // Each line without its sign of a comment, from below those that explain.
        let (_, offered) = text.split_once("\n\n").unwrap();
        let offered = offered.replace("\n# ", "\n");
        let read: Result<DatasetSettings, _> = toml::from_str(&offered);
        let facts = read.unwrap().facts;
        assert_eq!((facts.beside[0].figures.len(), facts.related.len()), (2, 1));
    }
}
