// A file of the reader's own: read in this browser by a program that nothing else loads, and shown by the
// page as any dataset of the site. Nothing of it leaves the browser: whatever the page asks for below
// data/ is answered from memory.
const place = document.getElementById("jangkau");
const form = document.getElementById("own");
const report = document.getElementById("own-report");
const [table, map] = form.querySelectorAll("input[type=file]");
const { base } = place.dataset;

const bytesOf = async (file) => file && new Uint8Array(await file.arrayBuffer());

// GeoJSON and TopoJSON are maps; a JSON of another kind is a table.
const isMap = async (file) =>
  /\.(geo|topo)?json$/i.test(file.name) &&
  /"type"\s*:\s*"(FeatureCollection|Topology)"/.test(await file.slice(0, 65536).text());

const line = (tag, text, kind) => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (kind) element.className = kind;
  return element;
};

const show = ({ account, findings }) => {
  const said = account.map(([name, text]) => line("p", `${name}: ${text}`));
  const list = document.createElement("ul");
  list.append(...findings.map(({ gravity, text }) => line("li", `${gravity}: ${text}`, gravity)));
  report.replaceChildren(line("h2", form.dataset.refused), ...said, list);
  report.hidden = false;
  report.focus();
};

// Answers what the page asks for below data/ of this site.
const answerFrom = (files) => {
  const known = new Map(files.map(([path, bytes]) => [new URL(`${base}data/${path}`, location.href).href, bytes]));
  const ask = window.fetch;
  window.fetch = (what, how) => {
    const bytes = known.get(new URL(what?.url ?? what, location.href).href);
    if (!bytes) return ask(what, how);
    const headers = { "content-length": String(bytes.length) };
    return Promise.resolve(new Response(bytes, { headers }));
  };
};

let started;
const start = async () => {
  const { default: init, ownFile } = await import("./reader.js");
  const asked = { integrity: form.dataset.reader, credentials: "same-origin" };
  const answer = await fetch(new URL("reader_bg.wasm", import.meta.url), asked);
  await init({ module_or_path: await answer.arrayBuffer() });
  return ownFile;
};
// What has failed may be tried again.
const reader = () =>
  (started ??= start().catch((error) => {
    started = undefined;
    throw error;
  }));

const open = async () => {
  const file = table.files[0];
  if (!file) return table.focus();
  form.inert = true;
  report.hidden = true;
  try {
    const ownFile = await reader();
    const beside = map.files[0];
    const own = await ownFile(file.name, await bytesOf(file), beside?.name, await bytesOf(beside));
    if (!own.files.length) return show(own);
    answerFrom(own.files);
    const banner = line("p", form.dataset.banner.replace("{file}", file.name), "own-banner");
    const command = `jangkau publish ${[file.name, ...(beside ? ["--map", beside.name] : [])].join(" ")}`;
    banner.append(" ", form.dataset.publish, " ", line("code", command));
    place.before(banner);
    document.getElementById("boot")?.removeAttribute("hidden");
    await import("./boot.js");
  } catch (error) {
    show({ account: [], findings: [{ gravity: "error", text: `${file.name}: ${error.message ?? error}` }] });
  } finally {
    form.inert = false;
  }
};

const put = (input, file) => {
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  open();
});
addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("over");
});
addEventListener("dragleave", () => form.classList.remove("over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  form.classList.remove("over");
  for (const file of event.dataTransfer.files) put((await isMap(file)) ? map : table, file);
  if (table.files.length) open();
});
