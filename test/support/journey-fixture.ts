import type {
  Connection,
  Coordinates,
  Journey,
  JourneyNode,
  NodeOutcome,
  Setting,
  Target,
} from "../../src/model/model.js";
import { textOrigin } from "../../src/model/origin.js";
import type { Json } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";

const place = { source: new SourceFile("fixture.journey", ""), range: { start: 0, end: 0 } };

export function setting(value: Json): Setting {
  return { value, explicit: true, place };
}

export function settings(values: Readonly<Record<string, Json>>): ReadonlyMap<string, Setting> {
  return new Map(Object.entries(values).map(([key, value]) => [key, setting(value)]));
}

/** A target: "success" and "failure" are the ends, `#x` is a foreign id, anything else is a node's name. */
function target(name: string): Target {
  if (name === "success" || name === "failure") return { kind: name };
  return name.startsWith("#") ? { kind: "foreign", id: name.slice(1) } : { kind: "node", name, id: `id-${name}` };
}

export function connection(outcomeId: string, to: string | Target): Connection {
  return { outcomeId, target: typeof to === "string" ? target(to) : to, place, targetPlace: place };
}

export function outcome(id: string, more: Partial<NodeOutcome> = {}): NodeOutcome {
  return { id, displayName: id, outcome: id, child: undefined, ...more };
}

/** A node with the outcomes of its connections. */
export function node(
  name: string,
  connections: Readonly<Record<string, string>>,
  more: Partial<JourneyNode> = {},
): JourneyNode {
  return {
    name,
    id: `id-${name}`,
    displayName: name,
    typeId: "FixtureNode",
    version: "1.0",
    type: undefined,
    properties: new Map(),
    bodyOverrides: new Map(),
    outcomes: Object.keys(connections).map((id) => outcome(id)),
    outcomesKnown: true,
    connections: Object.entries(connections).map(([id, to]) => connection(id, to)),
    children: [],
    page: undefined,
    coordinates: undefined,
    place,
    namePlace: place,
    typePlace: place,
    ...more,
  };
}

export function journey(
  entry: string | undefined,
  nodes: readonly JourneyNode[],
  more: Partial<Journey> = {},
): Journey {
  return {
    name: "Fixture",
    id: "Fixture",
    place,
    origin: textOrigin,
    settings: new Map(),
    categories: undefined,
    entry: entry === undefined ? undefined : connection("", entry),
    nodes,
    scripts: [],
    resources: [],
    rules: [],
    exportOptions: { nodeVersions: true, outcomes: true, coordinates: true, defaults: true, scriptEncoding: "json" },
    terminalCoordinates: new Map<"start" | "success" | "failure", Coordinates>(),
    raw: undefined,
    ...more,
  };
}

/** A journey of `n0`, `n1` and so on. Each list holds the numbers of one node's targets; the two after the last node are success and failure. */
export function journeyOfNumbers(
  targets: readonly (readonly number[])[],
  more: (index: number) => Partial<JourneyNode> = () => ({}),
): Journey {
  const nameOf = (index: number) => {
    const at = index % (targets.length + 2);
    if (at === targets.length) return "success";
    return at > targets.length ? "failure" : `n${at}`;
  };
  const nodes = targets.map((list, index) =>
    node(
      `n${index}`,
      Object.fromEntries(list.map((to, outcomeIndex) => [`o${outcomeIndex}`, nameOf(to)])),
      more(index),
    ),
  );
  return journey(targets.length > 0 ? "n0" : undefined, nodes);
}
