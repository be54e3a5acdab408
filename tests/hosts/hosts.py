"""A built site as nginx and Apache send it by the header files that lie in it.

Run as `hosts.py SITE`, the folder of a site built for the base /, with nginx and apache2 installed.
"""

import gzip
import http.client
import pathlib
import subprocess
import sys
import tempfile
import time

PORTS = {"nginx": 8761, "Apache": 8762}
IMMUTABLE = "public, max-age=31536000, immutable"

NGINX = """
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/nginx.conf;
    }}
}}
"""

APACHE = """
ServerName localhost
ServerRoot /etc/apache2
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
User www-data
Group www-data
DocumentRoot {site}
<Directory {site}>
    AllowOverride FileInfo Indexes
    Require all granted
</Directory>
<FilesMatch "^\\.ht">
    Require all denied
</FilesMatch>
"""
MODULES = "mpm_event authz_core authz_host dir mime headers rewrite alias".split()


class Host:
    """A server that is asked one file at a time."""

    def __init__(self, name: str) -> None:
        self.name = name

    def ask(self, path: str, encodings: str = "") -> tuple[int, dict[str, str], bytes]:
        """Status, headers in small letters and body."""
        connection = http.client.HTTPConnection("127.0.0.1", PORTS[self.name], timeout=10)
        connection.request("GET", path, headers={"Accept-Encoding": encodings})
        answer = connection.getresponse()
        body = answer.read()
        headers = {}
        for name, value in answer.getheaders():
            name = name.lower()
            if name in headers and name != "vary":
                sys.exit(f"{self.name} {path}: {name} is sent twice")
            headers[name] = value
        connection.close()
        return answer.status, headers, body

    def check(self, path: str, expected: dict[str, object], encodings: str = "") -> bytes:
        """Ends the run where an answer is another one."""
        status, headers, body = self.ask(path, encodings)
        found = {"status": status, **headers}
        for name, value in expected.items():
            if found.get(name) != value:
                sys.exit(f"{self.name} {path} ({encodings}): {name}: expected {value}, found {found.get(name)}")
        if "content-security-policy" not in headers:
            sys.exit(f"{self.name} {path}: no policy")
        return body


def walk(host: Host, site: pathlib.Path) -> None:
    """Every rule of the header files."""
    program = next(site.glob("assets/*/page.js")).relative_to(site).as_posix()
    wasm = next(site.glob("assets/*/page_bg.wasm")).relative_to(site).as_posix()
    table = next(site.glob("data/*/regions.csv")).relative_to(site).as_posix()
    body = host.check("/", {"status": 200, "cache-control": "no-cache", "content-type": "text/html; charset=utf-8"})
    if b"<!doctype html>" not in body[:200].lower():
        sys.exit(f"{host.name}: / is no document")
    host.check(f"/{wasm}", {"status": 200, "cache-control": IMMUTABLE, "content-type": "application/wasm"})
    host.check(f"/{table}", {"status": 200, "cache-control": "no-cache", "content-type": "text/csv; charset=utf-8"})
    plain = (site / program).read_bytes()
    packed = host.check(f"/{program}", {"status": 200, "content-encoding": "gzip"}, "gzip")
    if gzip.decompress(packed) != plain:
        sys.exit(f"{host.name}: {program} in gzip is another file")
    for refused in ["", "br;q=0", "gzip;q=0", "br;q=0.0, gzip;q=0"]:
        body = host.check(f"/{program}", {"status": 200, "content-encoding": None}, refused)
        if body != plain:
            sys.exit(f"{host.name}: {program} ({refused}) is another file")
    if host.name == "Apache":
        host.check(f"/{program}", {"content-encoding": "br", "cache-control": IMMUTABLE}, "gzip, deflate, br;q=0.5")
    # What is not there is not kept for a year, and is told in the words of the site.
    sorry = (site / "404.html").read_bytes()
    for missing in ["/assets/none.js", "/cards/none.png", "/nowhere/", "/nginx.conf", "/_headers"]:
        body = host.check(missing, {"status": 404, "cache-control": "no-cache"})
        if body != sorry:
            sys.exit(f"{host.name}: {missing} has not the words of the site")
    status, headers, _ = host.ask("/assets/")
    if status == 200 or headers.get("cache-control") == IMMUTABLE:
        sys.exit(f"{host.name}: /assets/ is answered {status}, {headers.get('cache-control')}")
    if host.ask("/.htaccess")[0] not in (403, 404):
        sys.exit(f"{host.name}: .htaccess is public")


def main(site: pathlib.Path) -> None:
    """Starts each server, walks through it, and stops it."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        modules = "\n".join(f"LoadModule {it}_module /usr/lib/apache2/modules/mod_{it}.so" for it in MODULES)
        given = {"folder": folder, "site": site, "modules": modules}
        (folder / "nginx.conf").write_text(NGINX.format(port=PORTS["nginx"], **given))
        (folder / "apache.conf").write_text(APACHE.format(port=PORTS["Apache"], **given))
        servers = {
            "nginx": ["nginx", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"],
            "Apache": ["apache2", "-f", f"{folder}/apache.conf", "-DFOREGROUND"],
        }
        for server, command in servers.items():
            with subprocess.Popen(command) as running:
                try:
                    host = Host(server)
                    for _ in range(100):
                        try:
                            host.ask("/")
                            break
                        except OSError:
                            time.sleep(0.1)
                    walk(host, site)
                finally:
                    running.terminate()
            print(f"{server}: every rule of its header file holds")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
