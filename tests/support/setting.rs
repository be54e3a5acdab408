//! What a visitor's browser, system and network are like.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::page::{Page, text};

/// The colours that the visitor's system asks for.
#[derive(Debug, Clone, Copy)]
pub enum Scheme {
    Light,
    Dark,
}

impl Page {
    /// Sets the inner size of the window, in CSS pixels.
    pub fn set_window(&self, width_px: u32, height_px: u32) {
        let size = json!({ "width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Sets what the visitor's system asks for.
    pub fn set_scheme(&self, scheme: Scheme) {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        self.set_media(&[("prefers-color-scheme", value)]);
    }

    pub fn set_reduced_motion(&self) {
        self.set_media(&[("prefers-reduced-motion", "reduce")]);
    }

    /// Sets media features; those set before are forgotten.
    pub fn set_media(&self, features: &[(&str, &str)]) {
        let features: Vec<_> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.call(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        );
    }

    /// Cuts the network, or mends it.
    pub fn set_offline(&self, offline: bool) {
        self.set_network(offline, 0, -1);
    }

    /// Slows the network: delay before each answer, bytes a second after it
    /// (negative for as fast as it goes).
    pub fn set_speed(&self, delay_ms: u32, bytes_per_s: i64) {
        self.set_network(false, delay_ms, bytes_per_s);
    }

    fn set_network(&self, offline: bool, delay_ms: u32, bytes_per_s: i64) {
        let conditions = json!({
            "offline": offline, "latency": delay_ms,
            "downloadThroughput": bytes_per_s, "uploadThroughput": bytes_per_s,
        });
        self.call("Network.emulateNetworkConditions", conditions);
    }

    /// Makes the processor so many times slower.
    pub fn set_cpu_slowdown(&self, times: f64) {
        self.call("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// Switches scripts off, as some visitors do; for the next document.
    pub fn set_scripts_off(&self) {
        self.call(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
    }

    /// Asks that no answer come from the browser's memory.
    pub fn set_cache_off(&self) {
        self.call("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    }

    /// The window as a PNG picture, in a file.
    #[track_caller]
    pub fn screenshot(&self, file: impl AsRef<Path>) {
        let answer = self.call("Page.captureScreenshot", json!({ "format": "png" }));
        let bytes = STANDARD
            .decode(text(&answer, "data"))
            .expect("a picture in base64");
        std::fs::write(file, bytes).expect("the picture is written");
    }
}
