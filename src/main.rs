//! The page in the browser.

fn main() {
    console_error_panic_hook::set_once();
    jangkau::app::mount();
}
