//! A table whose codes lost the zeros before them, with those that its map or a list of codes has.

use std::collections::BTreeMap;
use std::fs;

use crate::cube::{Cube, DimIx};
use crate::publish::code_lists::CodeList;
use crate::publish::error::SiteError;
use crate::publish::kept_sources::Beside;
use crate::publish::table_source::TableSource;
use crate::tabular::{
    Answers, FileRead, Finding, Gravity, LostZeros, Spot, lost_zeros, lost_zeros_by_map,
    place_dimension,
};

/// The table as it is read with the zeros that its codes lost, and what is asked about them. What the settings
/// say of a column is not asked.
pub(super) fn with_lost_zeros(
    read: FileRead,
    (source, answers): (&TableSource, &Answers),
    (beside, code_lists): (&Beside, &BTreeMap<String, CodeList>),
) -> Result<FileRead, SiteError> {
    let Some(cube) = &read.cube else {
        return Ok(read);
    };
    let mut digits = BTreeMap::new();
    let mut questions = Vec::new();
    for (at, list) in lists(cube, beside, code_lists) {
        let Some(heading) = read.account.heading_of(at) else {
            continue;
        };
        if answers.digits.contains_key(heading) || digits.contains_key(heading) {
            continue;
        }
        if let Some(lost) = list.lost_zeros(cube, at)? {
            questions.push(question((&source.name, heading), &lost, &list.name()));
            digits.insert(heading.to_owned(), lost.digits);
        }
    }
    if digits.is_empty() {
        return Ok(read);
    }
    let mut all = answers.clone();
    all.digits.extend(digits.clone());
    let mut read = source.cube(&all);
    read.findings.append(questions.into_iter().collect());
    read.account.digits = digits;
    Ok(read)
}

/// What has codes with their zeros.
enum List<'a> {
    Map(&'a Beside),
    Codes(&'a CodeList),
}

/// The lists of codes, each with the dimension whose codes it has.
fn lists<'a>(
    cube: &Cube,
    beside: &'a Beside,
    code_lists: &'a BTreeMap<String, CodeList>,
) -> Vec<(DimIx, List<'a>)> {
    let of_dimension = |at: usize| code_lists.get(cube.dimensions()[at].id().as_str());
    let all = (0..cube.dimensions().len())
        .filter_map(|at| Some((DimIx(at), List::Codes(of_dimension(at)?))));
    let map = beside.map.as_ref().and(place_dimension(cube));
    let map = map.map(|at| (at, List::Map(beside)));
    all.chain(map).collect()
}

impl List<'_> {
    fn name(&self) -> String {
        match self {
            Self::Map(beside) => {
                let file = beside.map.as_ref().and_then(|map| map.file.file_name());
                file.unwrap_or_default().to_string_lossy().into_owned()
            }
            Self::Codes(list) => list.path().to_owned(),
        }
    }

    fn lost_zeros(&self, cube: &Cube, at: DimIx) -> Result<Option<LostZeros>, SiteError> {
        let categories = cube.dimension(at).categories().iter();
        let places: Vec<(&str, &str)> = categories
            .map(|(_, it)| (it.code().as_str(), it.label().own()))
            .collect();
        match self {
            Self::Map(beside) => {
                let Some(map) = &beside.map else {
                    return Ok(None);
                };
                let bytes = fs::read(&map.file).map_err(SiteError::read(&map.file))?;
                Ok(lost_zeros_by_map(&bytes, &places, map.key.as_deref()))
            }
            Self::Codes(list) => {
                let codes: Vec<&str> = places.into_iter().map(|(code, _)| code).collect();
                Ok(lost_zeros(&codes, &list.codes()))
            }
        }
    }
}

fn question((file, heading): (&str, &str), lost: &LostZeros, of_list: &str) -> Finding {
    let [own, whole] = &lost.example;
    let digits = lost.digits;
    let texts = [
        format!("codes without the zeros before them: {own} for {whole}"),
        format!("codes of {digits} digits, as in {of_list}"),
        format!(
            "\"{heading}\" = {digits} under [digits] writes {own} as {whole}; \"{heading}\" = 0 leaves the codes as \
             they are"
        ),
    ];
    let kind = if lost.are_all_known {
        "leading-zeros"
    } else {
        "leading-zeros-in-part"
    };
    let place = (file, Spot::Member(format!("column \"{heading}\"")));
    let mut question = Finding::new(Gravity::Question, kind, place, texts);
    question.times = lost.count;
    question
}
