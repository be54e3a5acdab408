//! The headers of every answer: one policy, written for each kind of host.

use crate::publish::card::CARDS;
use crate::publish::request::media_type;
use crate::publish::site_url::BasePath;
use crate::publish::worker::WORKER;

/// The policy that every page carries in a meta tag.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
    worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; \
    object-src 'none'; frame-src 'self'; trusted-types default; \
    require-trusted-types-for 'script'";

/// What only a header can say: any page may frame ours (a meta tag may not
/// carry this directive).
const FRAMED_BY_ANYONE: &str = "; frame-ancestors *";

/// Denied: everything a browser offers that the page has no use for. Only
/// names that browsers know, because an unknown one is reported as an error.
const DENIED: &[&str] = &[
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];
const ALLOWED: &[&str] = &["clipboard-write", "web-share"];

/// For files whose address changes with their content.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// For everything else: kept, but asked after each time.
const ASK_AGAIN: &str = "no-cache";
/// Written but commented out: it binds a host's other services too.
const HSTS: &str = "max-age=31536000";

/// The folder, below the base, of the program; its files never change under their name.
pub const ASSETS: &str = "assets/";

/// The folders, below the base, whose files never change under their name.
const LASTING: [&str; 2] = [ASSETS, CARDS];

/// Name and value of each header that goes with every file.
#[must_use]
pub fn common() -> Vec<(&'static str, String)> {
    vec![
        (
            "Content-Security-Policy",
            format!("{POLICY}{FRAMED_BY_ANYONE}"),
        ),
        ("Referrer-Policy", "no-referrer".into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Permissions-Policy", permissions()),
        ("Access-Control-Allow-Origin", "*".into()),
    ]
}

/// The caching rule of a file at `path`, which is relative to the base.
#[must_use]
pub fn cache_control(path: &str) -> &'static str {
    if LASTING.iter().any(|folder| path.starts_with(folder)) {
        IMMUTABLE
    } else {
        ASK_AGAIN
    }
}

fn permissions() -> String {
    let denied = DENIED.iter().map(|name| format!("{name}=()"));
    let allowed = ALLOWED.iter().map(|name| format!("{name}=(self)"));
    denied.chain(allowed).collect::<Vec<_>>().join(", ")
}

/// The names of the header files: they lie beside the pages, and are none.
const HOST_FILES: [&str; 3] = ["_headers", "nginx.conf", ".htaccess"];

/// Endings that hosts do not know by themselves.
const RARE_ENDINGS: [&str; 3] = ["csv", "md", "webmanifest"];

/// Each with its media type, to which hosts add the letters.
fn rare_types() -> impl Iterator<Item = (&'static str, &'static str)> {
    let bare = |full: &'static str| full.split(';').next().unwrap_or_default();
    RARE_ENDINGS
        .into_iter()
        .map(move |ending| (ending, bare(media_type(&format!("x.{ending}")))))
}

/// The header files of the common hosts: name and content.
#[must_use]
pub fn host_files(base: &BasePath) -> [(&'static str, String); 3] {
    let [headers, nginx_file, htaccess] = HOST_FILES;
    [
        (headers, netlify(base)),
        (nginx_file, nginx(base)),
        (htaccess, apache(base)),
    ]
}

/// For Netlify and Cloudflare Pages. Where two rules match, both values are
/// sent, so `Cache-Control` is named for one of them only: the hosts ask again
/// by themselves for the rest.
fn netlify(base: &BasePath) -> String {
    let mut text = String::from(
        "# Netlify and Cloudflare Pages read this file at the root of the host.\n\
         # The line below binds every service of the domain: uncomment it on purpose.\n",
    );
    text += &format!("{base}*\n");
    for (name, value) in common() {
        text += &format!("  {name}: {value}\n");
    }
    text += &format!("#  Strict-Transport-Security: {HSTS}\n");
    text += &format!("{base}{WORKER}\n  Cache-Control: {ASK_AGAIN}\n");
    for folder in LASTING {
        text += &format!("{base}{folder}*\n  Cache-Control: {IMMUTABLE}\n");
    }
    text
}

/// For nginx: included inside a `server` block. A location inherits no
/// `add_header` when it has one of its own, so each has them all; one inside it has none, and inherits them.
fn nginx(base: &BasePath) -> String {
    let block = |location: &str, cache: &str, rest: &str| {
        let mut text = format!("location {location} {{\n");
        for (name, value) in common() {
            text += &format!("    add_header {name} \"{value}\" always;\n");
        }
        text += &format!("    add_header Cache-Control {cache};\n");
        text += "    # Binds every service of the domain: uncomment on purpose.\n";
        text += &format!("    # add_header Strict-Transport-Security \"{HSTS}\" always;\n");
        text += "    gzip_static on;\n    gzip_vary on;\n    # brotli_static on;   # with the module ngx_brotli\n";
        text += &format!("    error_page 403 404 {base}404.html;\n");
        text + rest + "}\n"
    };
    let mut pages = String::from(
        "    index index.html;\n    charset utf-8;\n    \
         charset_types text/css text/plain text/csv text/javascript application/javascript application/json;\n",
    );
    for (ending, media_type) in rare_types() {
        pages += &format!("    location ~ \\.{ending}$ {{\n        types {{ }}\n");
        pages += &format!("        default_type {media_type};\n    }}\n");
    }
    for file in HOST_FILES {
        pages += &format!("    location = {base}{file} {{\n        return 404;\n    }}\n");
    }
    let head = format!(
        "# nginx: include this file inside a server block whose root holds {base}\n\
         # (mime.types must know application/wasm, as it does since nginx 1.21).\n"
    );
    // Of what is there alone: an error is not kept.
    let lasting = format!("\"{IMMUTABLE}\"");
    let lasting = LASTING.map(|folder| block(&format!("^~ {base}{folder}"), &lasting, ""));
    head + &lasting.concat() + &block(base.as_str(), &format!("\"{ASK_AGAIN}\" always"), &pages)
}

/// For Apache: read where `AllowOverride FileInfo Indexes` is set.
fn apache(base: &BasePath) -> String {
    let mut text = format!(
        "# Apache: needs mod_headers; mod_rewrite to send the compressed files.\n\
         DirectoryIndex index.html\nErrorDocument 403 {base}404.html\nErrorDocument 404 {base}404.html\n\
         AddDefaultCharset utf-8\nAddCharset utf-8 .html .css .js .json .csv .md\n\
         AddType application/wasm .wasm\nAddType text/javascript .js\n"
    );
    for (ending, media_type) in rare_types() {
        text += &format!("AddType {media_type} .{ending}\n");
    }
    text += "\n<IfModule mod_headers.c>\n";
    for (name, value) in common() {
        text += &format!("  Header always set {name} \"{value}\"\n");
    }
    text += &format!("  Header always set Cache-Control \"{ASK_AGAIN}\"\n");
    for folder in LASTING {
        text += &format!("  Header always set Cache-Control \"{IMMUTABLE}\" ");
        text += &format!(
            "\"expr=%{{REQUEST_URI}} =~ m#^{base}{folder}# && %{{REQUEST_STATUS}} =~ m#^(200|206|304)$#\"\n"
        );
    }
    text += "  # Binds every service of the domain: uncomment on purpose.\n";
    text += &format!("  # Header always set Strict-Transport-Security \"{HSTS}\"\n");
    text += "  Header append Vary Accept-Encoding\n</IfModule>\n\n";
    text += "<IfModule mod_rewrite.c>\n  RewriteEngine On\n";
    let files = HOST_FILES.map(|file| file.replace('.', "\\."));
    text += &format!("  RewriteRule ^({})$ - [R=404,L]\n", files.join("|"));
    for (token, ending) in [("br", "br"), ("gzip", "gz")] {
        // Asked for, and not at the quality 0, which means "on no account".
        text += &format!(
            "  RewriteCond %{{HTTP:Accept-Encoding}} \"(?:^|[, ]){token} *(?:$|,|; *q=(?:1|0\\.[0-9]*[1-9]))\"\n"
        );
        text += &format!("  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n");
        text += &format!("  RewriteRule ^(.*)$ $1.{ending} [L,E=no-gzip:1,E=no-brotli:1]\n");
    }
    text += "</IfModule>\n";
    text + "RemoveType .gz\nAddEncoding br .br\nAddEncoding gzip .gz\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contract, letter for letter.
    const CONTRACT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; object-src 'none'; frame-src 'self'; trusted-types default; require-trusted-types-for 'script'";

    #[test]
    fn the_policy_is_the_contract_byte_for_byte() {
        assert_eq!(POLICY, CONTRACT);
    }

    #[test]
    fn every_host_sends_the_contract_and_lets_anyone_frame_the_page() {
        let sent = format!("{CONTRACT}; frame-ancestors *");
        assert_eq!(common()[0], ("Content-Security-Policy", sent.clone()));
        for (name, text) in host_files(&BasePath::root()) {
            assert!(text.contains(&sent), "{name}");
            assert!(!text.contains("X-Frame-Options"), "{name}");
            for (header, value) in common() {
                assert!(
                    text.contains(header) && text.contains(&value),
                    "{name}: {header}"
                );
            }
        }
    }

    #[test]
    fn transport_security_is_written_but_never_sent() {
        for (name, text) in host_files(&BasePath::root()) {
            let mut lines = text
                .lines()
                .filter(|line| line.contains("Strict-Transport-Security"));
            assert!(lines.clone().count() > 0, "{name}");
            assert!(
                lines.all(|line| line.trim_start().starts_with('#')),
                "{name}"
            );
        }
    }

    #[test]
    fn all_is_denied_but_copying_and_sharing_by_the_page_itself() {
        let permissions = permissions();
        assert!(permissions.contains("camera=()") && permissions.contains("geolocation=()"));
        let allowed: Vec<_> = permissions
            .split(", ")
            .filter(|it| !it.ends_with("=()"))
            .collect();
        assert_eq!(allowed, ["clipboard-write=(self)", "web-share=(self)"]);
    }

    #[test]
    fn only_what_changes_its_name_is_kept_without_asking() {
        for path in ["assets/1/page.js", "cards/x-1/2.png"] {
            assert!(cache_control(path).contains("immutable"), "{path}");
        }
        for path in [
            "index.html",
            "id/water/index.html",
            "data/index.json",
            "404.html",
            WORKER,
        ] {
            assert_eq!(cache_control(path), "no-cache", "{path}");
        }
        let text = netlify(&BasePath::new("/x/").unwrap_or_else(|_| BasePath::root()));
        assert!(
            text.contains("\n/x/*\n")
                && text.contains("\n/x/assets/*\n")
                && text.contains("\n/x/cards/*\n")
                && text.contains("\n/x/service-worker.js\n  Cache-Control: no-cache\n"),
            "{text}"
        );
    }
}
