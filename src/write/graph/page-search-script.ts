/** The part of the page's script that searches. */
export const pageSearchScript = `
const all = (facts) => [facts, ...facts.children];

// Where a search looks, the best first: whoever searches for a name wants the node, not what leads to it.
const places = [
  (facts) => [facts.title, facts.name],
  (facts) => facts.children.flatMap((child) => [child.title, child.name]),
  (facts) => all(facts).map((one) => one.type),
  (facts) => all(facts).flatMap((one) => [one.id, ...one.settings.flat()]),
  (facts) => facts.outcomes.map(([label]) => label),
  (facts) => facts.outcomes.map(([, target]) => target),
];

// How good a hit a node is, the least being the best; the whole name is better than a part of it.
function rankOf(facts, wanted) {
  if (places[0](facts).some((name) => name.toLowerCase() === wanted)) return -1;
  return places.findIndex((place) => place(facts).some((text) => text.toLowerCase().includes(wanted))) + 1 || undefined;
}

let hits = [];
let hit = 0;

function find(text) {
  const wanted = text.trim().toLowerCase();
  const ranked = wanted === "" ? [] : nodes.map((node) => ({ node, rank: rankOf(data[node.dataset.node], wanted) }));
  hits = ranked.filter(({ rank }) => rank !== undefined).sort((a, b) => a.rank - b.rank).map(({ node }) => node);
  hit = 0;
  for (const node of nodes) {
    node.classList.toggle("found", hits.includes(node));
    map.querySelector('[data-box="' + node.dataset.node + '"]').classList.toggle("found", hits.includes(node));
  }
  canvas.classList.toggle("searching", wanted !== "");
  matches.textContent = wanted === "" ? "" : "nothing found";
  point();
}

// Goes to the present hit.
function point() {
  for (const node of nodes) node.classList.toggle("current", node === hits[hit]);
  if (hits.length === 0) return;
  matches.textContent = hit + 1 + " of " + hits.length;
  reveal(hits[hit], 1);
}

search.addEventListener("input", () => find(search.value));
search.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    search.value = "";
    find("");
  }
  if (event.key !== "Enter" || hits.length === 0) return;
  // The first Enter opens the hit that is shown already.
  if (selected === hits[hit]) hit = (hit + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
  point();
  select(hits[hit]);
});
`;
