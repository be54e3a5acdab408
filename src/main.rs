//! The page in the browser.

fn main() {
    // The words of a panic cost bytes; a build to look into things has them.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    jangkau::app::mount();
}
