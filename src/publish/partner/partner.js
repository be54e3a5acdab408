// What the partner does with a view: it shows the link of what the reader
// looks at, and sets other colours and another language.
const view = document.getElementById("element");
const shown = document.getElementById("shown");
const show = ({ detail }) => (shown.textContent = detail);
for (const type of ["ready", "statechange", "error"]) view.addEventListener(type, show);
document.getElementById("dark").onclick = () => view.setAttribute("theme", "dark");
document.getElementById("indonesian").onclick = () => view.setAttribute("lang", "id");
