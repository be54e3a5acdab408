//! `extension` of a dataset, as written.

use serde_json::{Map, Value, json};

use super::control_writer::{control_value, source_value, sources};
use super::declared::aggregation_name;
use super::errors::errors_value;
use super::hidden::bounds_value;
use super::noun::noun_value;
use super::sureness::sureness_value;
use super::writer::{array, by_lang, others, own_lang, put};
use crate::cube::{Basis, Cube, Denominator, DimIx, Label, Provenance};
use crate::formats::number_value;

/// Everything the publisher says that the standard has no place for.
pub(super) fn extension_value(cube: &Cube) -> Value {
    let metadata = cube.metadata();
    let lang = own_lang(cube);
    let mut value = Map::new();
    let texts = [
        ("id", &metadata.id),
        ("release", &metadata.release),
        ("lang", &metadata.lang),
    ];
    for (key, text) in texts {
        put(&mut value, key, text.as_deref().map(Value::from));
    }
    put(&mut value, "labels", others(&metadata.label));
    put(
        &mut value,
        "source",
        metadata
            .source
            .as_ref()
            .filter(|it| it.others().next().is_some())
            .map(|it| by_lang(it, lang)),
    );
    put(
        &mut value,
        "licence",
        metadata.licence.as_ref().map(|it| by_lang(it, lang)),
    );
    put(
        &mut value,
        "kind",
        metadata.modelled.then(|| "modelled".into()),
    );
    put(
        &mut value,
        "aggregation",
        metadata.aggregation.map(aggregation_name),
    );
    put(&mut value, "bounds", bounds_value(cube));
    put(&mut value, "sureness", sureness_value(cube));
    put(&mut value, "errors", errors_value(cube));
    let list = |labels: &[Label]| {
        (!labels.is_empty()).then(|| labels.iter().map(|it| by_lang(it, lang)).collect::<Value>())
    };
    put(&mut value, "contact", list(&metadata.contact));
    put(&mut value, "caveats", list(&metadata.caveats));
    let next_update = metadata.next_update.as_deref().map(Value::from);
    put(&mut value, "next_update", next_update);
    put(&mut value, "notes", list(&metadata.notes));
    put(&mut value, "method", list(&metadata.method));
    let conflicts: Vec<Label> = metadata
        .conflicts
        .iter()
        .map(|conflict| conflict.text.clone())
        .collect();
    put(&mut value, "conflicts", list(&conflicts));
    let noun = metadata.noun.as_ref();
    put(&mut value, "noun", noun.map(|noun| noun_value(noun, lang)));
    put(&mut value, "headline", headline(cube));
    put(
        &mut value,
        "basis",
        metadata
            .basis
            .as_ref()
            .map(|basis| basis_value(cube, basis)),
    );
    let sources = sources(cube);
    let controls: Vec<Value> = metadata
        .controls
        .iter()
        .map(|it| control_value(cube, it, &sources))
        .collect();
    put(&mut value, "controls", array(controls));
    put(
        &mut value,
        "sources",
        (!sources.is_empty()).then(|| sources.iter().map(|it| source_value(it)).collect()),
    );
    let denominators: Vec<Value> = metadata
        .denominators
        .iter()
        .map(|it| denominator_value(cube, it))
        .collect();
    put(&mut value, "denominators", array(denominators));
    Value::Object(value)
}

fn headline(cube: &Cube) -> Option<Value> {
    let facts: Vec<Value> = cube.metadata().headline.iter().map(|fact| {
        let key = if fact.axis.grouping().is_some() { "grouping" } else { "dimension" };
        let code = cube.members(fact.axis).get(fact.category).code().as_str();
        json!({ key: cube.axis_id(fact.axis).as_str(), "code": code, "phrase": by_lang(&fact.phrase, own_lang(cube)) })
    }).collect();
    array(facts)
}

fn basis_value(cube: &Cube, basis: &Basis) -> Value {
    let mut value = Map::new();
    value.insert(
        "dimension".into(),
        cube.dimension(basis.regions).id().as_str().into(),
    );
    put(
        &mut value,
        "grouping",
        basis.group.map(|axis| cube.axis_id(axis).as_str().into()),
    );
    value.insert(
        "count".into(),
        rests_value(cube, basis.regions, &basis.count),
    );
    let dimensions = basis.dimensions.iter().map(|(at, provenance)| {
        (
            cube.dimension(*at).id().as_str().to_owned(),
            rests_value(cube, basis.regions, provenance),
        )
    });
    value.insert("dimensions".into(), Value::Object(dimensions.collect()));
    let ids = |cross: &Vec<DimIx>| -> Value {
        let ids = cross.iter().map(|at| cube.dimension(*at).id().as_str());
        ids.collect()
    };
    put(
        &mut value,
        "crosses",
        array(basis.crosses.iter().map(ids).collect()),
    );
    Value::Object(value)
}

fn rests_value(cube: &Cube, regions: DimIx, provenance: &[Provenance]) -> Value {
    let words = [
        (Provenance::Own, "own"),
        (Provenance::Group, "group"),
        (Provenance::All, "all"),
    ];
    let count = |kind: Provenance| provenance.iter().filter(|&&it| it == kind).count();
    let (most, word) = words
        .into_iter()
        .max_by_key(|(kind, _)| count(*kind))
        .unwrap_or((Provenance::All, "all"));
    let mut value = Map::new();
    value.insert("else".into(), word.into());
    for (kind, word) in words
        .into_iter()
        .filter(|(kind, _)| *kind != most && count(*kind) > 0)
    {
        let listed = cube
            .dimension(regions)
            .categories()
            .iter()
            .filter(|(at, _)| provenance[at.0] == kind);
        value.insert(
            word.into(),
            listed
                .map(|(_, category)| category.code().as_str())
                .collect(),
        );
    }
    Value::Object(value)
}

fn denominator_value(cube: &Cube, denominator: &Denominator) -> Value {
    let ids: Value = denominator
        .dimensions
        .iter()
        .map(|&at| cube.dimension(at).id().as_str())
        .collect();
    let sizes = denominator
        .dimensions
        .iter()
        .map(|&at| cube.dimension(at).categories().len());
    let mut extension = Map::new();
    extension.insert("id".into(), (*denominator.id).into());
    put(&mut extension, "labels", others(&denominator.label));
    let noun = denominator.noun.as_ref();
    put(
        &mut extension,
        "noun",
        noun.map(|noun| by_lang(noun, own_lang(cube))),
    );
    let per = Some(denominator.per).filter(|per| *per != 1000);
    put(&mut extension, "per", per.map(Value::from));
    extension.insert("period".into(), (*denominator.period).into());
    extension.insert("source".into(), source_value(&denominator.source));
    json!({
        "class": "dataset",
        "label": denominator.label.own(),
        "id": ids,
        "size": sizes.collect::<Vec<_>>(),
        "value": denominator.values.iter().copied().map(number_value).collect::<Value>(),
        "extension": extension,
    })
}
