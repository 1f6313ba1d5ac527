/** The part of the page's script that shows the settings of a node, and lights up its arrows. */
export const pagePanelScript = `
let selected;

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function list(title, pairs, parent) {
  if (pairs.length === 0) return;
  element("h3", title, parent);
  const items = element("dl", undefined, parent);
  for (const [key, value] of pairs) {
    element("dt", key, items);
    element("dd", value, items);
  }
}

function describe(facts, parent) {
  element("h2", facts.title, parent);
  element("p", facts.type, parent);
  element("p", facts.name, parent);
  element("p", facts.id, parent);
  list("Outcomes", facts.outcomes, parent);
  list("Settings", facts.settings, parent);
  for (const child of facts.children) {
    const inner = element("section", undefined, parent);
    inner.className = "inner";
    describe(child, inner);
  }
}

function select(node) {
  if (selected) selected.classList.remove("selected");
  for (const lit of svg.querySelectorAll(".lit")) lit.classList.remove("lit");
  selected = node;
  canvas.classList.toggle("selecting", node !== undefined);
  panel.hidden = node === undefined;
  panel.replaceChildren();
  if (node) tell(node.dataset.node);
  // The panel stands beside the picture or below it, not on it.
  resized();
  if (!node) return;
  panel.scrollTop = 0;
  node.classList.add("selected");
  const index = node.dataset.node;
  for (const path of svg.querySelectorAll('[data-to="' + index + '"] path:not(.halo)')) path.classList.add("lit");
  for (const path of svg.querySelectorAll('[data-from="' + index + '"]')) light(path);
  reveal(node);
}

function tell(index) {
  const close = element("button", "\\u2715", panel);
  close.id = "close";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => leave());
  describe(data[index], panel);
}

// An arrow, and of the line that it shares with others the part behind the place where it joins.
function light(arrow) {
  arrow.classList.add("lit");
  const loop = arrow.classList.contains("loop");
  const column = Number(arrow.dataset.column);
  for (const trunk of arrow.parentNode.querySelectorAll(".trunk")) {
    const begins = Number(trunk.dataset.column);
    if (trunk.classList.contains("loop") === loop && (loop ? begins <= column : begins >= column)) trunk.classList.add("lit");
  }
  arrow.parentNode.querySelector(".head").classList.add("lit");
}

function leave() {
  const node = selected;
  select(undefined);
  if (node) node.focus({ preventScroll: true });
}

for (const node of nodes) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    select(node);
  });
  node.addEventListener("focus", () => {
    if (node.matches(":focus-visible")) reveal(node);
  });
}
canvas.addEventListener("click", (event) => {
  if (moved <= 4) select(event.target.closest("[data-node]") ?? undefined);
});
`;
