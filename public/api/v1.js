// The figures of this site for scripts of other pages, which draw them
// themselves: nothing is drawn here, and nothing is asked of any other host.
//
//   import { open } from "https://HOST/api/v1.js";
//   const cube = await open("https://HOST/en/prakerja/3273/");
//   const { value, marginals } = cube.linked("sex=F&year=2021..2023");
//
//   open(url)            the dataset of a link of this site, as a promise
//   load()               fetches ahead of time what the first open() would wait for
//   cube.dimensions()    what it is cut by: id, label, role, categories,
//                        groupings, each with codes and labels
//   cube.linked(query)   the figures of a query of a link (that of the link
//                        itself without one): link, sentence, source, value,
//                        status, notices, and of each dimension and grouping
//                        marginals[id]: codes, labels, values, statuses
//   cube.csv(query)      the figures of the level of the view, RFC 4180
//   cube.table(query, form)   the table as the page shows it, as the bytes of a file:
//                        csv (RFC 4180), excel (CSV in the separators of the
//                        language, with title, filters and source), xlsx
//   cube.cells(query)    every cell of the view, RFC 4180: codes, labels, value, status
//   cube.jsonStat(query) the cells of the view as JSON-stat 2.0, as text
//   cube.cite(query, day)   how it is cited: short, long, bibtex
//   cube.why(query)      how the figure of a query came about, or with why=sex:F
//                        in it that of a bar, row or cell, as a promise: figure,
//                        value, basis, steps (kind, text, figure, source), paragraph
//   cube.picture(query, theme)   the map, with tab=trend the years as lines, as
//                        the text of an SVG, as a promise
//
// Labels and sentences are in the language of the link. `values` is a
// Float64Array; a status is that of SDMX: E estimate, >= a lower bound, and
// without a value (NaN) Q suppressed, O missing, M never summed or too large a
// sum to be a number. What cannot be opened is thrown as an Error that names it.
import init, * as api from "../{{assets}}api.js";

const site = new URL("..", import.meta.url).href;
const assets = `${site}{{assets}}`;

let started;
const start = async () => {
  const asked = { integrity: "{{api_bg.wasm}}", credentials: "same-origin" };
  const answer = await fetch(`${assets}api_bg.wasm`, asked).catch((cause) => {
    throw new Error("api_bg.wasm did not come, or is not the published one", { cause });
  });
  const typed = answer.headers.get("content-type")?.startsWith("application/wasm");
  await init({ module_or_path: typed ? answer : await answer.arrayBuffer() });
};

// What has failed may be tried again.
export const load = () =>
  (started ??= start().catch((error) => {
    started = undefined;
    throw error;
  }));

export const open = async (url) => {
  await load();
  return api.open(site, assets, new URL(url, site).href, "{{colour}}");
};
