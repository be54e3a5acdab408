//! What a view in a frame tells the page around it.

/// A message of the envelope `{source: "jangkau", v: 1, id, type, data}`; that of a new height
/// needs no program and is sent before it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The figures are there: the link of the view.
    Ready(String),
    /// Another view is shown: its link.
    State(String),
    /// Why no view is shown.
    Error(String),
}

impl Message {
    /// The `type`, and the name and text of what `data` holds.
    ///
    /// ```
    /// let message = jangkau::embed::Message::State("https://a.id/id/x/".into());
    /// assert_eq!(message.parts(), ("state", "link", "https://a.id/id/x/"));
    /// ```
    #[must_use]
    pub fn parts(&self) -> (&'static str, &'static str, &str) {
        match self {
            Self::Ready(link) => ("ready", "link", link),
            Self::State(link) => ("state", "link", link),
            Self::Error(message) => ("error", "message", message),
        }
    }
}
