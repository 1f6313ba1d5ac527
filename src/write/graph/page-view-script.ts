/** The part of the page's script that moves and zooms the picture, with the overview map. */
export const pageViewScript = `
const size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
// Below this scale names have less than 10 pixels. The page never begins with less.
const legible = 0.8;
let view = { x: 0, y: 0, scale: 1 };
// What was shown last, as long as nobody moves it: the beginning or everything. It is shown again where the window changes.
let shown;
let wantsMap = true;
let room = { width: canvas.clientWidth, height: canvas.clientHeight };

function show(x, y, scale) {
  view = { x, y, scale };
  svg.style.transform = "translate(" + x + "px," + y + "px) scale(" + scale + ")";
  const place = { x: -x / scale, y: -y / scale, width: room.width / scale, height: room.height / scale };
  for (const name in place) frame.setAttribute(name, place[name]);
  const isWhole = place.x <= 0 && place.y <= 0 && place.x + place.width >= size.width && place.y + place.height >= size.height;
  map.hidden = isWhole || !wantsMap;
}

function zoom(factor, x = room.width / 2, y = room.height / 2) {
  const scale = Math.min(4, Math.max(0.05, view.scale * factor));
  const by = scale / view.scale;
  shown = undefined;
  show(x - (x - view.x) * by, y - (y - view.y) * by, scale);
}

function pan(x, y) {
  shown = undefined;
  show(view.x + x, view.y + y, view.scale);
}

function wholeScale() {
  return Math.min(1.25, room.width / size.width, room.height / size.height);
}

function center(length, picture) {
  return Math.max(0, (length - picture) / 2);
}

// Everything, however small.
function fit() {
  const scale = wholeScale();
  show(center(room.width, size.width * scale), center(room.height, size.height * scale), scale);
  shown = fit;
}

// Everything where it is legible, else the beginning.
function home() {
  const scale = Math.max(legible, wholeScale());
  const [width, height] = [size.width * scale, size.height * scale];
  const start = boxOf("start");
  const middle = room.height / 2 - (start.y + start.height / 2) * scale;
  const top = height <= room.height ? center(room.height, height) : Math.min(0, Math.max(room.height - height, middle));
  show(center(room.width, width), top, scale);
  shown = home;
}

function resized() {
  const before = room;
  room = { width: canvas.clientWidth, height: canvas.clientHeight };
  if (shown) shown();
  else show(view.x + (room.width - before.width) / 2, view.y + (room.height - before.height) / 2, view.scale);
}

function boxOf(name) {
  const box = map.querySelector('[data-box="' + name + '"]');
  return Object.fromEntries(["x", "y", "width", "height"].map((key) => [key, Number(box.getAttribute(key))]));
}

// Shows a node, at a scale of at least so much: where it stands if all of it can be seen, else in the middle.
function reveal(node, least = 0) {
  const box = boxOf(node.dataset.node);
  const scale = Math.max(view.scale, least);
  const [left, top] = [view.x + box.x * scale, view.y + box.y * scale];
  const [right, bottom] = [left + box.width * scale, top + box.height * scale];
  const isUnderMap = !map.hidden && right > map.offsetLeft && bottom > map.offsetTop;
  const isSeen = scale === view.scale && left >= 0 && top >= 0 && right <= room.width && bottom <= room.height;
  if (isSeen && !isUnderMap) return;
  shown = undefined;
  // Of a node that is higher than the window, the top with its name.
  const y = Math.max(8, (room.height - box.height * scale) / 2) - box.y * scale;
  show((room.width - box.width * scale) / 2 - box.x * scale, y, scale);
}

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const edge = canvas.getBoundingClientRect();
  if (event.ctrlKey || !event.shiftKey) zoom(Math.exp(-event.deltaY / 400), event.clientX - edge.left, event.clientY - edge.top);
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
    const edge = canvas.getBoundingClientRect();
    zoom(distance(event) / distance(before), other.clientX - edge.left, other.clientY - edge.top);
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

// A click on the map, or a drag across it, shows that place in the middle.
for (const type of ["pointerdown", "pointermove", "click"]) {
  map.addEventListener(type, (event) => {
    event.stopPropagation();
    if (type === "click" || event.buttons !== 1) return;
    const edge = map.firstElementChild.getBoundingClientRect();
    const [x, y] = [(event.clientX - edge.left) / edge.width, (event.clientY - edge.top) / edge.height];
    shown = undefined;
    show(room.width / 2 - x * size.width * view.scale, room.height / 2 - y * size.height * view.scale, view.scale);
  });
}

function toggleMap() {
  wantsMap = !wantsMap;
  show(view.x, view.y, view.scale);
}
`;
