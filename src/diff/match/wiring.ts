import type { Journey, JourneyNode, Target } from "../../model/model.js";

/** An arrow for matching: it has no ids, and its outcome is as authors write it. */
export interface Wire {
  readonly label: string;
  /** `undefined` where the arrow comes from the start. */
  readonly from: JourneyNode | undefined;
  readonly to: JourneyNode | string;
}

/** The nodes of a journey and their arrows in both directions. */
export interface Wiring {
  readonly nodes: readonly JourneyNode[];
  readonly entry: Wire | undefined;
  readonly out: ReadonlyMap<JourneyNode, readonly Wire[]>;
  readonly in: ReadonlyMap<JourneyNode, readonly Wire[]>;
}

export function wiringOf(journey: Journey): Wiring {
  const byId = new Map(journey.nodes.map((node) => [node.id, node]));
  const incoming = new Map<JourneyNode, Wire[]>();
  const add = (label: string, from: JourneyNode | undefined, target: Target): Wire => {
    const to = target.kind === "node" ? (byId.get(target.id) ?? "foreign") : target.kind;
    const wire = { label, from, to };
    if (typeof to !== "string") {
      const wires = incoming.get(to);
      if (wires) wires.push(wire);
      else incoming.set(to, [wire]);
    }
    return wire;
  };
  const entry = journey.entry && add("", undefined, journey.entry.target);
  const out = new Map(
    journey.nodes.map((node) => [
      node,
      node.connections.map(({ outcomeId, target }) => add(outcomeLabel(node, outcomeId), node, target)),
    ]),
  );
  return { nodes: journey.nodes, entry, out, in: incoming };
}

/** An outcome with the inner node's place on the page instead of its id. */
function outcomeLabel(node: JourneyNode, outcomeId: string): string {
  if (node.children.length === 0) return outcomeId;
  for (const [index, child] of node.children.entries()) {
    if (outcomeId.startsWith(child.id)) return `${child.typeId} ${index}${outcomeId.slice(child.id.length)}`;
  }
  return outcomeId;
}
