// What a partner writes over the interface for scripts: `tsc` holds it against
// the published types, and what is wrong must be found wrong.
import { load, open, type Answer, type Cube, type Marginal } from "../../public/api/v1.js";

await load();
const cube: Cube = await open("https://a.example/en/water/n1/");
const [first] = cube.dimensions();
const codes: string[] = first.groupings.flatMap(({ groups }) => groups.map(({ code }) => code));
const answer: Answer = cube.linked("source=well");
const shares = (of: Marginal): Float64Array => of.values.map((value) => value / (answer.value ?? NaN));
const named: [string, number][] = Object.entries(answer.marginals).map(([id, of]) => [id, shares(of)[0]]);
const texts: string[] = [cube.csv(), cube.cells(), cube.jsonStat(), await cube.picture("", "dark")];
const { short, bibtex } = cube.cite(undefined, "2026-11-25");
const why: string[] = (await cube.why("why=source:well")).steps.map(({ kind, text }) => `${kind}: ${text}`);
export const used = { codes, why, named, texts, short, bibtex };

// @ts-expect-error: a promise, not a cube
open("https://a.example/").linked();
// @ts-expect-error: no such theme
cube.picture("", "pink");
// @ts-expect-error: the day is not optional
cube.cite("source=well");
// @ts-expect-error: there may be no total
answer.value.toFixed(1);
// @ts-expect-error: typed numbers, not texts
const wrong: string[] = answer.marginals["source"].values;
