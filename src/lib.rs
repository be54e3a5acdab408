//! Jangkau: who did a public programme reach?
//!
//! A cube of published statistics is loaded once; a link says what is asked of it; every panel
//! draws the answer. All of it runs in the reader's browser, and the same code natively behind
//! the `jangkau` command.
//!
//! # Code map
//!
//! | folder | kind | what |
//! |---|---|---|
//! | [`cube`] | pure | a statistical cube in memory and the questions asked of it |
//! | [`disclosure`] | pure | what a reader could work out of figures that are hidden to protect people |
//! | [`embed`] | pure | how a view looks where it stands: parts, colours, what is locked |
//! | [`fact_list`] | pure | published figures as a list, without a table |
//! | [`formats`] | pure | bytes to values and back: JSON-stat 2.0, `TopoJSON`; PX, SDMX-CSV and `GeoJSON` in |
//! | [`geo`] | pure | where things lie: one topology, made from outlines, projection, paths, tiles, keyboard navigation |
//! | [`scale`] | pure | values to classes, classes to colours |
//! | [`search`] | pure | finding places by name, code, one typo away |
//! | [`view_state`] | pure | what a link says |
//! | [`words`] | pure | the messages of each language, numbers as text |
//! | [`scene`] | pure | what to draw, as plain data |
//! | [`drawing`] | pure | a view as a picture that stands alone |
//! | [`spreadsheet`] | pure | the table of a view as CSV and XLSX |
//! | [`tabular`] | pure | a publisher's own table: how it is written, what its columns are, the cube it holds |
//! | `browser` | glue | the only folder that names web APIs (feature `app`) |
//! | `published` | glue | what the site has published, fetched and checked (feature `app`) |
//! | `api` | glue | what partners' scripts may ask (feature `app`) |
//! | `app` | views | Leptos components (feature `page`) |
//! | `publish` | native | site, serve, query, draw, pack (feature `publish`) |
//!
//! Programs: `page` (`src/main.rs`), `api` and `jangkau` (`src/bin`), and the recipe
//! `src/bin/prakerja` (a feature of that name), which makes the first dataset with what this library
//! offers to everyone.
//!
//! # Glossary
//!
//! One word a thing, and the standard that it comes from.
//!
//! | term | meaning | from |
//! |---|---|---|
//! | cube, dataset | values by dimension, with what they mean | JSON-stat `dataset`, SDMX data set |
//! | dimension, category | what the values are cut by, and one of its codes | JSON-stat `dimension`, `category` |
//! | role | what a dimension is: time, geo, metric, classification | JSON-stat `role` |
//! | grouping, group | a coarser cut of a dimension, and one part of it | SDMX hierarchical code list |
//! | axis | a dimension, or a grouping of one | – |
//! | measure, unit | what is counted, and in what | JSON-stat role `metric`, `unit` |
//! | observation, status | a cell's value, and why it is as it is | SDMX `OBS_VALUE`, `OBS_STATUS` |
//! | selection, clause | the categories that pass, and those of one axis | SDMX data query |
//! | marginal | the sums along one axis under all other clauses | contingency tables |
//! | denominator, rate | what a count is divided by, and the result per 1,000 | epidemiology |
//! | provenance | what a figure is derived from: published for the place, shared out from its group's, or from everyone's | W3C PROV |
//! | sureness, mark | how sure a figure is: published for its place ●, shared out from a published total ◐, only a pattern ○; the weakest of what it is made of | – |
//! | control | a figure that a modelled cube reproduces: a published one, or what was derived from it | calibration estimation |
//! | derivation | how a figure came about: printed, derived, read, added, divided, shown | W3C PROV |
//! | published fact | a figure as a source printed it | – |
//! | fact list, facts edition | published figures without a table, and the page that shows them | – |
//! | feature, topology, arc, ring | a region's shape, and all shapes with shared borders | `GeoJSON`, `TopoJSON` |
//! | class breaks, class, legend | the intervals of a choropleth, and their key | cartography |
//! | diverging | classes on both sides of a centre | cartography |
//! | link, view state, resolved view | the address; what it says; the same held against a cube | – |
//! | notice | what a link asked for that could not be had | – |
//! | scene | what to draw, as plain data | – |
//! | map geometry | the projected shapes of a map, before they are coloured | – |
//! | reading | how each dimension is read where nothing of it is chosen, and on what that rests | – |
//! | relaxation | a selection with one clause less, where nothing is left | query relaxation |
//! | dead end, way out | a view that shows nothing, and a change after which there is something to see | – |
//! | published level | the finest level of places at which at least half have a figure of their own | – |
//!
//! # Data flow
//!
//! ```text
//! public/data/*  -build->  the same, and beside each dataset how it is read            once a release
//!                -fetch->  bytes  -formats->  Cube with its Readings, Topology         once a visit
//! URL  -state_from_link->  ViewState + notices
//!                       ViewState  -resolve->  ResolvedView
//!                                  -linked->   Figures: total and every marginal
//!                                  -scene->    Headline, BarScene, TableScene, MapScene, …
//! history  <-link_from_state-  ViewState::apply  <-Change-  DOM event
//! ```
//!
//! # Invariants
//!
//! - Pure folders know no browser: without features nothing else is compiled.
//! - Who may name whom: `formats` names `cube`, `fact_list` and `geo`; `search`, `disclosure` and `fact_list` name `cube`; `view_state` names
//!   `cube`, `embed` and `scale`; `scene` names `cube`, `fact_list`, `geo`, `scale`, `words`, `view_state`; `drawing` names
//!   these and `scene`; `tabular` names `cube`, `fact_list`, `formats`, `geo` and `search`, whose names are compared as a search finds them; `spreadsheet` names `cube`, `fact_list`, `formats`, `scene`, `view_state` and `words`; `cube`, `embed`, `geo`, `scale` and `words` name no sibling. Of the glue,
//!   `browser` names `embed`, `published` names `browser`, `api` and `app` name `published`; a test
//!   holds all of it.
//! - Two programs run in the browser: `page`, and `api`, which partners' scripts load, and the page
//!   when a reader takes something along. Only they export anything to scripts.
//! - The page comes in two parts: what the first screen shows, and the panels of `app::late`, which come
//!   when one is first shown or when the browser is idle.
//! - A copy of the site's own files is kept by two scripts alone, `public/offline.js` and
//!   `public/service-worker.js`, with the list that `publish::worker` writes into the latter. The programs
//!   know nothing of it: they ask for files, and hold them to their hashes, whoever answers.
//! - How a dataset is read where nothing is chosen is worked out when the site is built. The page is given
//!   it and shows no figure without it; what works it out is no part of the page.
//! - Three owners of state: the link, the loaded dataset, signals of one component.
//! - A panel that shows an axis ignores that axis' own clause and only marks what is picked.
//! - Nothing but the recipe `src/bin/prakerja` names a dimension, category or place of a dataset; a test
//!   reads the shipped ones and searches for theirs.

#[cfg(feature = "app")]
pub mod api;
#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "app")]
#[cfg_attr(
    not(feature = "page"),
    allow(
        dead_code,
        unused_imports,
        reason = "scripts need less of it than the page"
    )
)]
mod browser;
pub mod cube;
pub mod disclosure;
pub mod drawing;
pub mod embed;
pub mod fact_list;
pub mod formats;
pub mod geo;
#[cfg(feature = "publish")]
pub mod publish;
#[cfg(feature = "app")]
#[cfg_attr(
    not(feature = "page"),
    allow(
        dead_code,
        unused_imports,
        reason = "scripts need less of it than the page"
    )
)]
mod published;
pub mod scale;
pub mod scene;
pub mod search;
pub mod spreadsheet;
pub mod tabular;
pub mod view_state;
pub mod words;
