//! What can wait until the reader has seen the next frame.

use gloo::timers::callback::Timeout;

/// Two frames, in milliseconds: by then what has changed is painted.
const FRAMES_MS: u32 = 32;
/// Longer than between two choices that follow each other, in milliseconds.
const PAUSE_MS: u32 = 300;

/// Work put off; dropped before, it is never done.
pub(crate) struct Later(Timeout);

impl Later {
    /// Does something after the next frame.
    pub(crate) fn after_frame(act: impl FnOnce() + 'static) -> Self {
        let act: Box<dyn FnOnce()> = Box::new(act);
        Self(Timeout::new(FRAMES_MS, act))
    }
    /// Does something once the reader pauses: dropped at the next choice, it is not done.
    pub(crate) fn after_pause(act: impl FnOnce() + 'static) -> Self {
        let act: Box<dyn FnOnce()> = Box::new(act);
        Self(Timeout::new(PAUSE_MS, act))
    }
    /// Lets it happen whatever comes.
    pub(crate) fn surely(self) {
        let _id = self.0.forget();
    }
}
