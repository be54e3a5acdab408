// Types of the interface for scripts, `api/v1.js`. Labels and sentences are in
// the language of the link that was opened.

/** Opens the dataset of a link of this site. Rejects with an `Error` that names what is wrong. */
export function open(url: string | URL): Promise<Cube>;

/** Fetches ahead of time what the first `open` would wait for. Rejects with an `Error` that says what did
 * not come; `open` asks for it again. */
export function load(): Promise<void>;

/** A dataset of the site, opened by a link. A query is that of a link, with or without `?`;
 * without one, that of the link itself. */
export interface Cube {
  /** What the dataset is cut by, in its order. */
  dimensions(): Dimension[];
  /** The figures of a query. */
  linked(query?: string): Answer;
  /** The figures of the level of the view: CSV (RFC 4180). */
  csv(query?: string): string;
  /** The table as the page shows it, as the bytes of a file; `csv` without a form. */
  table(query?: string, form?: TableForm): Uint8Array;
  /** Every cell of the view: codes, labels, value, status; CSV (RFC 4180). Throws when nothing is left. */
  cells(query?: string): string;
  /** The cells of the view as a JSON-stat 2.0 dataset. Throws when nothing is left. */
  jsonStat(query?: string): string;
  /** How the view is cited. `accessed`: the day it was looked at, `2026-11-25`. */
  cite(query: string | undefined, accessed: string): Citation;
  /** How the figure of a query came about, or with `why=sex:F` in it that of a bar, row or cell. Rejects where
   * the dataset has no such figure. */
  why(query?: string): Promise<Derivation>;
  /** The map, with `tab=trend` the periods as lines, as the text of an SVG; `light` without a theme. */
  picture(query?: string, theme?: Theme): Promise<string>;
}

/** CSV (RFC 4180) of the table alone; CSV in the separators of the language, with title, filters, unit
 * and source above; a workbook with a sheet of notes. */
export type TableForm = "csv" | "excel" | "xlsx";

export type Theme = "light" | "dark" | "contrast";

/** The role of a dimension (JSON-stat 2.0). */
export type Role = "time" | "geo" | "metric" | "classification";

/** SDMX `CL_OBS_STATUS`, as the dataset has it: `E` estimate, `Q` suppressed, `O` missing, `M` never
 * summed; `>=` a lower bound; empty where there is nothing to say. */
export type Status = string;

/** How sure a figure is: published for this place; derived from what was; estimated from figures of this place that
 * are of other periods; shared out from a published total;
 * only a pattern. A figure bears the weakest of what it is made of. */
export type Basis = "published" | "derived" | "estimated" | "shared" | "pattern";

/** How a figure came about. */
export interface Derivation {
  /** The address of the view, which asks of this figure. */
  link: string;
  /** What it is the figure of. */
  sentence: string;
  /** As it is shown, to the unit. */
  figure: string;
  /** The number that the calculation gives, where it is known exactly; of a share 0 to 1. */
  value: number | undefined;
  lower: number | undefined;
  upper: number | undefined;
  basis: Basis | undefined;
  /** In order; at the end the figure itself, and how well it is known. */
  steps: Step[];
  /** All of it, to print. */
  paragraph: string;
}

export interface Step {
  kind: "printed" | "derived" | "read" | "added" | "divided" | "shown";
  text: string;
  /** Its figure, or the sum that gives one; empty where it has none. */
  figure: string;
  basis: Basis | undefined;
  /** Title, publisher and date of its source; empty where it has none of its own. */
  source: string;
  url: string | undefined;
}

export interface Dimension {
  id: string;
  label: string;
  role: Role;
  categories: Member[];
  groupings: Grouping[];
}

/** A coarser cut of a dimension. */
export interface Grouping {
  id: string;
  label: string;
  groups: Member[];
  /** For each category of the dimension the code of its group; none where it belongs to none. */
  groupOf: (string | undefined)[];
}

export interface Member {
  /** As in a link. */
  code: string;
  label: string;
}

export interface Answer {
  /** The address of the view. */
  link: string;
  /** The view as a sentence. */
  sentence: string;
  /** Who stands behind the figures, with release and date. */
  source: string | undefined;
  /** The total; none where it is not known exactly, as `status` says. */
  value: number | undefined;
  /** The least that a total may be that is not known exactly. */
  lower: number | undefined;
  /** The most that it may be. */
  upper: number | undefined;
  status: Status;
  /** How sure the total is; none where the dataset does not say. */
  basis: Basis | undefined;
  /** What the query asked for that could not be done, a sentence each. */
  notices: string[];
  /** By the id of each dimension and grouping: its figures under every filter but its own. */
  marginals: Record<string, Marginal>;
}

/** One item for each category or group that the view leaves, in the dataset's order. */
export interface Marginal {
  codes: string[];
  labels: string[];
  /** NaN where there is no figure. */
  values: Float64Array;
  /** The least that a value may be that is not known; else NaN. */
  lower: Float64Array;
  /** The most that it may be. */
  upper: Float64Array;
  statuses: Status[];
  /** How sure each value is; none where the dataset does not say. */
  basis: Basis[] | undefined;
}

export interface Citation {
  /** Title, release and link, for a caption. */
  short: string;
  /** Sentence, source, title, release, link and day of access. */
  long: string;
  /** A `@misc` entry. */
  bibtex: string;
}
