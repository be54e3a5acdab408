// What the document says is of everyone there. A link may ask for less: until the program answers, which of its
// clauses are still to come is said beside the figure. `data-looks` names the keys that change no figure.
const place = document.getElementById("jangkau");
const looks = new Set(place.dataset.looks.split(" "));
const named = (part, selector) => part?.querySelector(selector)?.textContent;
const clauses = [...new URLSearchParams(location.search)]
  .filter(([key]) => !looks.has(key) && !/^(utm_|[a-z]*clid$)/.test(key))
  .map(([key, codes]) => {
    const table = [...place.querySelectorAll("[data-key]")].find((it) => it.dataset.key === key);
    const rows = [...(table?.querySelectorAll("[data-code]") ?? [])];
    const name = (code) => named(rows.find((it) => it.dataset.code === code), "th") ?? code;
    const label = table?.caption.firstChild.textContent.trim();
    return `${label ?? key}: ${codes.split(/[~,]/).map(name).join(", ")}`;
  });
// The explorer may have taken the place of the document already.
const chosen = place.querySelector(".landing .choice");
if (clauses.length && chosen) {
  const line = document.createElement("p");
  line.id = "pending";
  line.textContent = `${place.dataset.pending} ${clauses.join("; ")}`;
  chosen.replaceChildren(line);
}
