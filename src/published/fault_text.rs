//! A fault in words.

use crate::browser::{Cause, Fault};
use crate::words::{Messages, interpolate};

/// Which file failed, and why.
pub(crate) fn fault_text(fault: &Fault, words: &Messages) -> String {
    let fault_of = interpolate(words.fault, &[("file", &fault.file)]);
    words.sentences(&[&fault_of, &cause_text(&fault.cause, words)])
}

fn cause_text(cause: &Cause, words: &Messages) -> String {
    match cause {
        Cause::Status(status) => {
            interpolate(words.fault_status, &[("status", &status.to_string())])
        }
        Cause::Network => words.fault_network.to_owned(),
        Cause::Timeout => words.fault_timeout.to_owned(),
        Cause::Html => words.fault_html.to_owned(),
        Cause::Size { expected, found } => {
            let expected = words.numbers.count(*expected);
            words.count(words.fault_size, *found, &[("expected", &expected)])
        }
        Cause::Hash => words.fault_hash.to_owned(),
        Cause::NoDataset { id, others } => {
            let others: Vec<&str> = others.iter().map(String::as_str).collect();
            let others = words.listed(&others);
            interpolate(words.fault_dataset, &[("id", id), ("others", &others)])
        }
        Cause::Format(message) => interpolate(words.fault_format, &[("message", message)]),
    }
}
