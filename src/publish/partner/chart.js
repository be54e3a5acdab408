// A chart that the partner draws: in which groups of places the first category of
// the first dimension has the largest share. All figures are asked of the site's
// interface, and nothing here knows what the dataset is about.
const { site, view } = document.getElementById("chart-script").dataset;
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
  const cube = await open(view);
  const dimensions = cube.dimensions();
  const places = dimensions.find(({ role }) => role === "geo");
  const choice = dimensions.find(({ role }) => role === "classification");
  const { id, label } = places.groupings[0] ?? places;
  const [category] = choice.categories;
  const chosen = cube.linked(`${choice.id}=${encodeURIComponent(category.code)}`);
  const all = cube.linked("");
  const rows = chosen.marginals[id].labels.map((name, at) => ({
    name,
    share: chosen.marginals[id].values[at] / all.marginals[id].values[at],
  }));
  rows.sort((a, b) => b.share - a.share).splice(10);

  const picture = svg("svg", { viewBox: "0 0 640 310", role: "img", "aria-labelledby": "chart-title" });
  picture.append(svg("title", { id: "chart-title" }, `${category.label}, ${label}: the ten largest shares`));
  rows.forEach(({ name, share }, at) => {
    const y = 10 + at * 30;
    picture.append(
      svg("text", { x: 190, y: y + 15, "text-anchor": "end" }, name),
      svg("rect", { x: 200, y, width: 360 * share, height: 20, fill: "#7a1f2b" }),
      svg("text", { x: 210 + 360 * share, y: y + 15 }, `${(100 * share).toFixed(1)}%`),
    );
  });
  const link = document.createElement("a");
  link.href = chosen.link;
  link.textContent = chosen.sentence;
  caption.replaceChildren(link, ". ", chosen.source);
  figure.prepend(picture);
} catch (error) {
  // Named by the interface: what was asked for, and what there is.
  caption.textContent = error.message;
}
figure.removeAttribute("aria-busy");
