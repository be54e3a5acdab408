//! The settings of a dataset as they are first written: what was guessed, and beside it what else can be
//! said.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::cube::{Cube, NounForms, Role};
use crate::publish::kept_sources::Beside;
use crate::publish::population_file::PopulationFile;
use crate::tabular::{Account, DecimalSign, UNSAID_LANG};

/// The settings of a dataset that was read from `file`. `cube`: what was made of it, where something was;
/// `reads`: of each dimension how it is read where nothing of it is chosen; `beside`: its map and its people; `accept`: the questions that are answered;
/// `can_be_published`: whether nothing stands in the way of what was guessed.
pub(super) fn first_settings(
    file: &str,
    title: &str,
    (account, cube): (&Account, Option<&Cube>),
    reads: &[String],
    (beside, accept): (&Beside, &[String]),
    can_be_published: bool,
) -> String {
    let metadata = cube.map(Cube::metadata);
    let lang = metadata
        .and_then(|it| it.lang.as_deref())
        .unwrap_or(UNSAID_LANG);
    let noun = metadata.and_then(|it| it.noun.as_ref());
    let noun = noun.map_or_else(
        || "# noun = [\"grant\", \"grants\"]".to_owned(),
        |noun| format!("noun = {}", noun_text(noun.own())),
    );
    let accept = if accept.is_empty() {
        "# accept = [\"bands-as-dates\"] ".to_owned()
    } else {
        format!("accept = {}", json!(accept))
    };
    // A text of JSON is one of TOML.
    let mut text = format!(
        "# What is said of the dataset that was read from {file}. Written once; what is changed here is\n\
         # obeyed the next time it is published. A # makes a line a comment. A text may stand by language:\n\
         # title = {{ en = \"Grants\", fr = \"Bourses\" }}\n\n\
         title = {title}\n\
         lang = {lang}\n\n\
         {noun}  # what is counted: one, many; or {{ one = \"…\", few = \"…\", other = \"…\" }}\n\
         # place = \"Cambodia\"                  # what all places together are called\n\
         # source = \"Who stands behind the figures\"\n\
         # href = \"https://…\"                   # the publisher's page\n\
         # licence = \"CC BY 4.0\"\n\
         # updated = \"2026-11-29\"               # the day of this release\n\
         # next_update = \"November 2027\"\n\
         # contact = [\"statistics@agency.example\"]\n\
         # notes = [\"What a household is …\"]      # definitions, a paragraph each\n\
         # method = [\"A survey of …\"]            # how the figures were made\n\
         # correction = \"…\"                     # what this release corrects in the one before\n\
         # headline = [{{ dimension = \"sex\", category = \"F\", phrase = \"were women\" }}]\n\n\
         # aggregation = \"sum\"                 # \"sum\": figures may be added; \"none\": they may not\n\n\
         # small = 4                            # counts of people from 1 to this are not published\n\
         # safe = {{ reason = \"…\", person = \"…\", date = \"…\" }}\n\
         # already_public = \"https://…\"\n\n\
         {accept}         # questions of the report that are answered as it proposes\n",
        title = Value::from(title),
        lang = Value::from(lang),
    );
    if let Some(map) = &beside.map {
        let file = Value::from(name_of(&map.file));
        let _written = write!(
            text,
            "\n[map]                                    # the map of its places, among the sources\n\
             file = {file}\n\
             # key = \"code\"                        # the field with the codes; else the one that matches best\n\
             # credit = \"© …, CC BY 4.0\"           # whose the boundaries are; it stands under each map\n\
             # weight = 90                          # kilobytes of brotli at most\n"
        );
    }
    if let Some(population) = &beside.population {
        text += &population_lines(population);
    }
    if let Some(decimal) = account.decimal {
        text += &table_lines(decimal);
        text += &across_line(&account.laid_across, can_be_published);
        text += &column_lines(account, cube, can_be_published);
        text += &digit_lines(account, can_be_published);
    }
    if let Some(cube) = cube {
        text += &dimension_lines(cube, reads);
        text += &measure_lines(cube);
        text += "\n[hidden]                                 # symbols that hide a figure, and what it can be at least and at most\n\
                 # \"s\" = [1, 9]\n\
                 # \"x\" = []\n";
    }
    text
}

fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn population_lines(population: &PopulationFile) -> String {
    let file = Value::from(name_of(&population.file));
    let year = match &population.year {
        Some(year) => format!("year = {}", Value::from(&**year)),
        None => "# year = \"2023\"".to_owned(),
    };
    format!(
        "\n[population]                             # whom figures are divided by, in sources/population\n\
         file = {file}\n\
         {year}                        # else each of the table's, or the latest\n\
         # label = \"Population, census of 2020\"\n\
         # noun = \"people aged 10 and over\"   # else inhabitants\n\
         # per = 100                            # rates are per so many; else 1000\n\
         # source = \"Who counted them\"\n\
         # href = \"https://…\"\n"
    )
}

fn table_lines(decimal: DecimalSign) -> String {
    let decimal = match decimal {
        DecimalSign::Point => "point",
        DecimalSign::Comma => "comma",
    };
    format!(
        "\n[table]                                  # how the file is written\n\
         decimal = \"{decimal}\"\n\
         # sheet = \"Data\"                      # of a workbook\n\
         # era = \"buddhist\"                    # of its years; else \"common\"\n\
         # dates = \"day-first\"                # of days as 03/02/2023; else \"month-first\"\n\
         # brackets = \"negative\"               # what (12) is; else \"unreliable\"\n"
    )
}

/// Whether columns of figures are one dimension or several measures.
fn across_line(laid_across: &[String], can_be_published: bool) -> String {
    if laid_across.is_empty() {
        return "# across = \"measures\"                # what columns as Deep, Shallow, Total are; else one \"dimension\"\n"
            .to_owned();
    }
    // A heading may stand on several lines.
    let headings: Vec<String> = laid_across.iter().map(|it| json!(it).to_string()).collect();
    let comment = if can_be_published { "" } else { "# " };
    format!(
        "{comment}across = \"dimension\"                 # {}: one dimension, for one is the sum of the others in \
         every row; else \"measures\"\n",
        headings.join(", ")
    )
}

/// What the columns were taken for. Where nothing came of that it is no answer, for what stands in the way may
/// be that one of them is something else.
fn column_lines(account: &Account, cube: Option<&Cube>, can_be_published: bool) -> String {
    let mut text = "\n[columns]                                # region, time, dimension, measure, figures, people (whom the others are\n\
                    \u{20}                                        # divided by), flags, set aside, names of …, group of …, unit of …\n"
        .to_owned();
    let comment = if can_be_published { "" } else { "# " };
    for taken in &account.taken {
        if let Some(cube) = cube {
            let is = taken.is(cube).to_string();
            let (heading, is) = (Value::from(&*taken.heading), Value::from(is));
            text += &format!("{comment}{heading} = {is}\n");
        }
    }
    text += "\n[blanks]                                 # what a blank means: \"above\" (as in the row above), \"total\", \"unknown\"\n\
             # \"Sex\" = \"total\"\n\
             \n[replace]                                # by column, a text and what is read in its place\n\
             # \"Sex\" = { \"fem.\" = \"Female\" }\n";
    text
}

/// The forms of a noun: of one and of all others, or by category where there are more.
fn noun_text(forms: &NounForms) -> String {
    let is_of_two = |(category, _): (&str, &str)| matches!(category, "one" | "other");
    if forms.forms().all(is_of_two) {
        return json!([forms.form("one"), forms.form("other")]).to_string();
    }
    let form = |(category, form): (&str, &str)| format!("{category} = {}", json!(form));
    let forms: Vec<String> = forms.forms().map(form).collect();
    format!("{{ {} }}", forms.join(", "))
}

/// How many digits codes have that lost the zeros before them.
fn digit_lines(account: &Account, can_be_published: bool) -> String {
    let mut text =
        "\n[digits]                                 # by column, how many digits codes have that lost the zeros before them\n"
            .to_owned();
    if account.digits.is_empty() {
        text += "# \"Code\" = 2\n";
    }
    let comment = if can_be_published { "" } else { "# " };
    for (heading, digits) in &account.digits {
        text += &format!("{comment}{} = {digits}\n", Value::from(&**heading));
    }
    text
}

fn dimension_lines(cube: &Cube, reads: &[String]) -> String {
    let mut text = String::new();
    let dimensions = cube.dimensions().iter();
    for (dimension, read) in dimensions.filter(|it| it.role() != Role::Metric).zip(reads) {
        let first = dimension.categories().get(crate::cube::CatIx(0)).code();
        let id = Value::from(dimension.id().as_str());
        let code = Value::from(first.as_str());
        let latest = if dimension.role() == Role::Time {
            Value::from("latest")
        } else {
            code.clone()
        };
        // Writing to a string cannot fail.
        let _written = write!(
            text,
            "\n[dimensions.{id}]                        # {read}\n\
             # label = {label}\n\
             # total = {code}                        # the category that is all others together\n\
             # default = {latest}                    # what is shown where nothing is chosen\n\
             # aggregation = \"sum\"                 # \"sum\": its figures may be added; \"none\": they may not\n\
             # notes = [\"How its categories are meant\"]\n",
            label = Value::from(dimension.label().own()),
        );
    }
    text
}

fn measure_lines(cube: &Cube) -> String {
    let mut text = String::new();
    let Some(measures) = cube.with_role(Role::Metric) else {
        return text;
    };
    for (_, measure) in cube.dimension(measures).categories().iter() {
        let unit = measure.unit().map_or("", |unit| unit.text());
        let _written = write!(
            text,
            "\n[measures.{code}]\n\
             # label = {label}\n\
             # unit = {unit}\n\
             # decimals = 0\n\
             # multiplier = 3                       # of figures in thousands\n\
             # counts = true                        # whether it counts, so that its figures may be added\n\
             # people = true                        # whether it is people who are counted\n",
            code = Value::from(measure.code().as_str()),
            label = Value::from(measure.label().own()),
            unit = Value::from(unit),
        );
    }
    text
}
