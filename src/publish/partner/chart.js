// A chart that the partner draws: in which provinces the largest part of the
// participants were women. All figures are asked of the site's interface.
const { site } = document.getElementById("chart-script").dataset;
const figure = document.getElementById("chart");
const caption = figure.firstElementChild;

const svg = (name, attributes, text = "") => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
};

try {
  const { open } = await import(`${site}api/v1.js`);
  const cube = await open(`${site}en/prakerja/`);
  // The first grouping of the places: nothing here knows what it is called.
  const places = cube.dimensions().find(({ role }) => role === "geo");
  const { id, label } = places.groupings[0];
  const women = cube.linked("sex=F");
  const all = cube.linked("");
  const rows = women.marginals[id].labels.map((name, at) => ({
    name,
    share: women.marginals[id].values[at] / all.marginals[id].values[at],
  }));
  rows.sort((a, b) => b.share - a.share).splice(10);

  const picture = svg("svg", { viewBox: "0 0 640 310", role: "img", "aria-labelledby": "chart-title" });
  picture.append(svg("title", { id: "chart-title" }, `Women among participants, ${label}: the ten largest shares`));
  rows.forEach(({ name, share }, at) => {
    const y = 10 + at * 30;
    picture.append(
      svg("text", { x: 190, y: y + 15, "text-anchor": "end" }, name),
      svg("rect", { x: 200, y, width: 360 * share, height: 20, fill: "#7a1f2b" }),
      svg("text", { x: 210 + 360 * share, y: y + 15 }, `${(100 * share).toFixed(1)}%`),
    );
  });
  const link = document.createElement("a");
  link.href = women.link;
  link.textContent = women.sentence;
  caption.replaceChildren(link, ". ", women.source);
  figure.prepend(picture);
} catch (error) {
  // Named by the interface: what was asked for, and what there is.
  caption.textContent = error.message;
}
figure.removeAttribute("aria-busy");
