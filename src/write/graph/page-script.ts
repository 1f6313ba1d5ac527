/**
 * The script of the page. Texts of a journey come from the data block and are inserted through `textContent` only. The
 * page's security policy allows no other script than exactly this text.
 */
export const pageScript = `"use strict";
const data = JSON.parse(document.getElementById("journey-data").textContent);
const canvas = document.getElementById("canvas");
const svg = canvas.querySelector("svg");
const panel = document.getElementById("panel");
const search = document.getElementById("search");
const matches = document.getElementById("matches");
const size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
const nodes = [...svg.querySelectorAll("[data-node]")];
let view = { x: 0, y: 0, scale: 1 };
let selected;

function draw() {
  svg.style.transform = "translate(" + view.x + "px," + view.y + "px) scale(" + view.scale + ")";
}

function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  const scale = Math.min(4, Math.max(0.05, view.scale * factor));
  const by = scale / view.scale;
  view = { x: x - (x - view.x) * by, y: y - (y - view.y) * by, scale };
  draw();
}

function fit() {
  const scale = Math.min(1.25, canvas.clientWidth / size.width, canvas.clientHeight / size.height);
  const left = Math.max(0, (canvas.clientWidth - size.width * scale) / 2);
  view = { x: left, y: Math.max(0, (canvas.clientHeight - size.height * scale) / 2), scale };
  draw();
}

function pan(x, y) {
  view = { ...view, x: view.x + x, y: view.y + y };
  draw();
}

function bringIntoView(node) {
  const box = node.getBoundingClientRect();
  const frame = canvas.getBoundingClientRect();
  const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  if (inside) return;
  pan(frame.left + frame.width / 2 - box.left - box.width / 2, frame.top + frame.height / 2 - box.top - box.height / 2);
}

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
  if (node === undefined) return;
  node.classList.add("selected");
  const index = node.dataset.node;
  for (const path of svg.querySelectorAll('[data-to="' + index + '"] path:not(.halo)')) path.classList.add("lit");
  for (const path of svg.querySelectorAll('[data-from="' + index + '"]')) light(path);
  const close = element("button", "\\u2715", panel);
  close.id = "close";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => leave());
  describe(data[index], panel);
  bringIntoView(node);
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

function find(text) {
  const wanted = text.trim().toLowerCase();
  const found = wanted === "" ? [] : nodes.filter((node) => JSON.stringify(data[node.dataset.node]).toLowerCase().includes(JSON.stringify(wanted).slice(1, -1)));
  for (const node of nodes) node.classList.toggle("found", found.includes(node));
  canvas.classList.toggle("searching", wanted !== "");
  matches.textContent = wanted === "" ? "" : found.length + " found";
  return found;
}

let next = 0;
search.addEventListener("input", () => {
  next = 0;
  const [first] = find(search.value);
  if (first) bringIntoView(first);
});
search.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    search.value = "";
    find("");
  }
  if (event.key !== "Enter") return;
  const found = find(search.value);
  if (found.length > 0) select(found[next++ % found.length]);
});

for (const node of nodes) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    select(node);
  });
  node.addEventListener("focus", () => bringIntoView(node));
}

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const frame = canvas.getBoundingClientRect();
  if (event.ctrlKey || !event.shiftKey) zoom(Math.exp(-event.deltaY / 400), event.clientX - frame.left, event.clientY - frame.top);
  else pan(-event.deltaY - event.deltaX, 0);
}, { passive: false });

const pointers = new Map();
let moved = 0;
canvas.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  if (pointers.size === 0) moved = 0;
  pointers.set(event.pointerId, event);
});
addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  pointers.set(event.pointerId, event);
  const [x, y] = [event.clientX - before.clientX, event.clientY - before.clientY];
  moved += Math.abs(x) + Math.abs(y);
  const other = [...pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
  if (other) {
    const distance = (pointer) => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY) || 1;
    const frame = canvas.getBoundingClientRect();
    zoom(distance(event) / distance(before), other.clientX - frame.left, other.clientY - frame.top);
  } else if (moved > 4) {
    canvas.classList.add("dragging");
    pan(x, y);
  }
});
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, (event) => {
    pointers.delete(event.pointerId);
    canvas.classList.remove("dragging");
  });
}
canvas.addEventListener("click", (event) => {
  if (moved > 4) return;
  const node = event.target.closest("[data-node]");
  if (node) select(node);
  else select(undefined);
});

const steps = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
addEventListener("keydown", (event) => {
  if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit();
  else if (event.key === "/") search.focus();
  else if (event.key === "Escape") leave();
  else if (steps[event.key] && !panel.contains(event.target)) pan(...steps[event.key]);
  else return;
  event.preventDefault();
});
document.getElementById("in").addEventListener("click", () => zoom(1.25));
document.getElementById("out").addEventListener("click", () => zoom(0.8));
document.getElementById("fit").addEventListener("click", fit);
addEventListener("resize", draw);
fit();
`;

/**
 * The SHA-256 hash by which the security policy names the script. A test fails when the script changes and this does
 * not.
 */
export const pageScriptHash = "sha256-G1gzkGGModg35bkpXw/q5qPaFMGE14ibWWozVKObCC0=";
