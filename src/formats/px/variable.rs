//! The variables of a table: `STUB` and `HEADING`, with their values and codes.

use super::entry::Entry;
use super::table::Table;
use super::time_list::TimeList;
use crate::cube::{Period, Role};
use crate::formats::remark::{Remark, Remarks};

/// A variable as its keywords say it.
#[derive(Debug)]
pub(super) struct Variable<'t> {
    pub(super) name: &'t str,
    /// Where it is named: `STUB` or `HEADING`.
    pub(super) entry: &'t Entry,
    /// Its place in that.
    pub(super) nth: usize,
    /// The names of its values.
    pub(super) values: Vec<String>,
    /// As many codes.
    pub(super) codes: Vec<String>,
    /// What it stands for, where the file says so.
    pub(super) role: Option<Role>,
}

/// The variables in the order of the figures, the last running fastest; of what does not fit, a fault.
pub(super) fn variables<'t>(table: &'t Table<'_>, faults: &mut Remarks) -> Vec<Variable<'t>> {
    let entries = ["STUB", "HEADING"].map(|keyword| table.entry(keyword, &[]));
    let mut variables = Vec::new();
    for entry in entries.into_iter().flatten() {
        let names = entry.texts().into_iter().enumerate();
        for (nth, name) in names.filter(|(_, name)| !name.is_empty()) {
            variables.extend(variable(table, (entry, nth), name, faults));
        }
    }
    if variables.is_empty() && faults.is_empty() {
        let fault = Remark::new("no-variables", 1, "STUB");
        let fault = fault.expected("the names of the variables in STUB and HEADING");
        faults.add(fault.found("none").remedy("export the table again"));
    }
    variables
}

fn variable<'t>(
    table: &'t Table<'_>,
    (entry, nth): (&'t Entry, usize),
    name: &'t str,
    faults: &mut Remarks,
) -> Option<Variable<'t>> {
    let time = table.entry("TIMEVAL", &[name]);
    let periods = time.map(|entry| TimeList::from_entry(entry).periods);
    let named = periods.as_ref().filter(|periods| !periods.is_empty());
    let values: Vec<String> = match table.entry("VALUES", &[name]) {
        Some(values) => values
            .texts()
            .into_iter()
            .map(|value| value.trim().to_owned())
            .collect(),
        None => named.cloned().unwrap_or_default(),
    };
    if values.is_empty() {
        let values = format!("VALUES(\"{name}\")");
        let fault = entry.remark("no-values").found(format!("no {values}"));
        let fault = fault.expected("VALUES for each variable of STUB and HEADING");
        faults.add(fault.remedy(format!("add {values} or export the table again")));
        return None;
    }
    let codes = table.entry("CODES", &[name]);
    let lists = [
        codes.map(|entry| (entry, entry.texts().len())),
        time.zip(named.map(Vec::len)),
    ];
    for (entry, found) in lists.into_iter().flatten() {
        if found != values.len() {
            let of = if entry.keyword == "CODES" {
                "codes"
            } else {
                "periods"
            };
            let expected = format!("{} {of}, as VALUES(\"{name}\") has", values.len());
            let fault = entry
                .remark("other-length")
                .expected(expected)
                .found(found.to_string());
            let remedy = if found < values.len() {
                "add what is missing"
            } else {
                "take out what is too much"
            };
            faults.add(fault.remedy(format!("{remedy}, or export the table again")));
            return None;
        }
    }
    let all_periods = |list: &[String]| list.iter().all(|text| Period::parse(text).is_some());
    let mut own: Vec<String> = match codes {
        Some(codes) => codes
            .texts()
            .into_iter()
            .map(|code| code.trim().to_owned())
            .collect(),
        None => values.iter().map(|value| value.trim().to_owned()).collect(),
    };
    if let Some(periods) = named.filter(|periods| !all_periods(&own) && all_periods(periods)) {
        own.clone_from(periods);
    }
    no_code_twice(codes.or(table.entry("VALUES", &[name])), &own, faults)?;
    Some(Variable {
        name,
        entry,
        nth,
        values,
        codes: own,
        role: role_of(table, name),
    })
}

fn no_code_twice(entry: Option<&Entry>, codes: &[String], faults: &mut Remarks) -> Option<()> {
    let mut sorted: Vec<&String> = codes.iter().collect();
    sorted.sort_unstable();
    let mut twice = sorted.windows(2).filter(|pair| pair[0] == pair[1]);
    let Some(pair) = twice.next() else {
        return Some(());
    };
    if let Some(entry) = entry {
        let fault = entry.remark("code-twice").expected("each code once");
        let fault = fault.found(format!("\"{}\" twice", pair[0]));
        faults.add(fault.remedy("give each value a code of its own in CODES"));
    }
    None
}

/// What a variable stands for, where the file says so.
fn role_of(table: &Table<'_>, name: &str) -> Option<Role> {
    let kind = table.text("VARIABLETYPE", &[name]).unwrap_or_default();
    let kind = kind.to_ascii_lowercase();
    if table.text("CONTVARIABLE", &[]) == Some(name) {
        return Some(Role::Metric);
    }
    if table.entry("TIMEVAL", &[name]).is_some() || matches!(&*kind, "t" | "time") {
        return Some(Role::Time);
    }
    let is_place = table.entry("MAP", &[name]).is_some();
    (is_place || matches!(&*kind, "g" | "geographical")).then_some(Role::Geo)
}

impl Variable<'_> {
    /// Its name in another language.
    pub(super) fn name_in<'t>(&self, table: &'t Table<'_>, lang: &str) -> Option<&'t str> {
        let entry = table.translated(&self.entry.keyword, lang, &[])?;
        entry
            .texts()
            .get(self.nth)
            .copied()
            .filter(|name| !name.is_empty())
    }
    /// The value that a text names, by its name, else by its code.
    pub(super) fn position(&self, text: &str) -> Option<usize> {
        let value = self.values.iter().position(|value| value == text);
        value.or_else(|| self.codes.iter().position(|code| code == text))
    }
}
