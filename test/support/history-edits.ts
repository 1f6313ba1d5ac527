import type { LooseExport } from "./import-support.js";

/** A number below a limit, the next one each time. */
export type Dice = (limit: number) => number;

/** Random numbers that are the same for the same seed. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const words = [
  "Check",
  "Ask",
  "Verify",
  "Risk",
  "Device",
  "Mail",
  "Phone",
  "Terms",
  "Profile",
  "Session",
  "Token",
  "Route",
];

/** One edit of a journey as somebody makes it in the admin console; `false` where the journey offers nothing for it. */
type Edit = (journey: LooseExport, dice: Dice, id: string) => boolean;

const edits: Readonly<Record<string, Edit>> = {
  rename({ tree }, dice, id) {
    tree.nodes[id].displayName = freshTitle(dice);
    return true;
  },
  setting({ nodes }, dice, id) {
    const keys = Object.keys(nodes[id]).filter((key) => !key.startsWith("_") && isPlain(key, nodes[id][key]));
    const key = pick(keys, dice);
    if (key === undefined) return false;
    const value = nodes[id][key];
    nodes[id][key] =
      typeof value === "boolean" ? !value : typeof value === "number" ? value + 1 + dice(9) : `${value}${dice(99)}`;
    return true;
  },
  add(journey, dice, id) {
    const { connections } = journey.tree.nodes[id];
    const outcome = pick(Object.keys(connections), dice);
    if (outcome === undefined) return false;
    connections[outcome] = addNode(journey, dice, connections[outcome]);
    return true;
  },
  remove(journey, dice, id) {
    const heir = pick(targetsOf(journey, id), dice);
    if (heir === undefined) return false;
    lead(journey, id, heir);
    drop(journey, id);
    return true;
  },
  replace(journey, dice, id) {
    const heir = pick(targetsOf(journey, id), dice);
    if (heir === undefined) return false;
    lead(journey, id, addNode(journey, dice, heir));
    drop(journey, id);
    return true;
  },
  rewire({ tree }, dice, id) {
    const { connections } = tree.nodes[id];
    const outcome = pick(Object.keys(connections), dice);
    if (outcome === undefined) return false;
    connections[outcome] = pick(Object.keys(tree.nodes), dice);
    return true;
  },
  script({ scripts = {} }, dice) {
    const script = scripts[pick(Object.keys(scripts), dice) ?? ""];
    if (typeof script?.script !== "string" || !/^[\w+/=]+$/.test(script.script)) return false;
    const text = Buffer.from(script.script, "base64").toString();
    script.script = Buffer.from(`${text}\nvar edited${dice(1000)} = ${dice(1000)};`).toString("base64");
    return true;
  },
  place({ tree }, dice, id) {
    if (tree.nodes[id].x === undefined) return false;
    tree.nodes[id].x = 10_000 + dice(10_000);
    return true;
  },
  entry({ tree }, dice) {
    tree.entryNodeId = pick(Object.keys(tree.nodes), dice);
    return true;
  },
  intoPage(journey, dice, id) {
    const page = pick(
      Object.keys(journey.nodes).filter((each) => each !== id && journey.nodes[each].nodes?.length > 0),
      dice,
    );
    // A page takes nodes that decide nothing; in front, as the last one gives a page its outcomes.
    const [heir, ...others] = Object.values<string>(journey.tree.nodes[id].connections);
    const isPage = Array.isArray(journey.nodes[id].nodes);
    if (page === undefined || isPage || heir === undefined || heir === id || others.length > 0) return false;
    const { displayName, nodeType } = journey.tree.nodes[id];
    const { nodes } = journey.nodes[page];
    lead(journey, id, heir);
    nodes.unshift({ ...nodes[0], _id: id, displayName, nodeType });
    journey.innerNodes[id] = journey.nodes[id];
    delete journey.tree.nodes[id];
    delete journey.nodes[id];
    return true;
  },
};

/** Makes so many random edits, each of which may undo one before. Returns what was made. */
export function editAtRandom(journey: LooseExport, dice: Dice, count: number): readonly string[] {
  const made: string[] = [];
  for (let tries = 0; tries < count * 4 && made.length < count; tries++) {
    const name = pick(Object.keys(edits), dice) ?? "";
    const ids = Object.keys(journey.tree.nodes);
    const id = pick(ids, dice) ?? "";
    const isLast = ids.length < 3 && ["remove", "replace", "intoPage"].includes(name);
    // A new node is made as another one that is no page.
    const isWithoutModel =
      ["add", "replace"].includes(name) && ids.every((each) => Array.isArray(journey.nodes[each].nodes));
    if (!isLast && !isWithoutModel && edits[name]?.(journey, dice, id)) made.push(`${name} ${id}`);
  }
  return made;
}

function pick<T>(values: readonly T[], dice: Dice): T | undefined {
  return values.length === 0 ? undefined : values[dice(values.length)];
}

function freshTitle(dice: Dice): string {
  return `${pick(words, dice)} ${pick(words, dice)} ${dice(100_000)}`;
}

/** Settings that can be changed without changing outcomes or breaking a reference. */
function isPlain(key: string, value: unknown): boolean {
  return !["script", "tree", "stage"].includes(key) && ["string", "number", "boolean"].includes(typeof value);
}

function freshId(dice: Dice): string {
  const digits = (count: number) => Array.from({ length: count }, () => dice(16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
}

/** Adds a node that is made as another one of the journey is, as an export has one form for all. */
function addNode({ tree, nodes }: LooseExport, dice: Dice, target: string): string {
  const id = freshId(dice);
  const models = Object.keys(tree.nodes).filter((each) => !Array.isArray(nodes[each].nodes));
  const model = pick(models, dice) ?? "";
  const reference = structuredClone(tree.nodes[model]);
  const connections = Object.fromEntries(Object.keys(reference.connections).map((outcome) => [outcome, target]));
  tree.nodes[id] = { ...reference, connections, displayName: freshTitle(dice) };
  nodes[id] = { ...structuredClone(nodes[model]), ...(nodes[model]._id === undefined ? {} : { _id: id }) };
  return id;
}

/** The targets of a node other than itself. */
function targetsOf({ tree }: LooseExport, id: string): readonly string[] {
  return Object.values<string>(tree.nodes[id].connections).filter((target) => target !== id);
}

/** Leads everything that led to a node elsewhere. */
function lead({ tree }: LooseExport, from: string, to: string): void {
  if (tree.entryNodeId === from) tree.entryNodeId = to;
  for (const [id, { connections }] of Object.entries<LooseExport>(tree.nodes)) {
    if (id === from || id === to) continue;
    for (const outcome of Object.keys(connections)) if (connections[outcome] === from) connections[outcome] = to;
  }
  for (const outcome of Object.keys(tree.nodes[to]?.connections ?? {})) {
    if (tree.nodes[to].connections[outcome] === from) tree.nodes[to].connections[outcome] = to;
  }
}

function drop(journey: LooseExport, id: string): void {
  for (const { _id } of journey.nodes[id].nodes ?? []) delete journey.innerNodes?.[_id];
  delete journey.tree.nodes[id];
  delete journey.nodes[id];
}
