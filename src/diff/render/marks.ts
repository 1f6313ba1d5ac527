import type { Journey, JourneyNode } from "../../model/model.js";
import type { Mark } from "../../write/graph/mark.js";
import type { Change, NodeLabel } from "../difference.js";
import type { JourneyPair } from "../journey-pair.js";
import { nodeText } from "./describe-change.js";

/** The marks for the nodes of the new version. */
export function marksOf(changes: readonly Change[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  const mark = (node: NodeLabel, as: Mark) => {
    const name = nodeText(node);
    // An added node stays marked as added. A page counts as changed when one of its inner nodes changed.
    if (!marks.has(name) || as !== "changed") marks.set(name, as);
    if (node.page !== undefined && !marks.has(node.page)) marks.set(node.page, "changed");
  };
  for (const change of changes) {
    if (!("node" in change)) continue;
    if (change.kind === "node-added") mark(change.node, "added");
    else if (change.kind !== "node-removed") mark(change.node, "changed");
  }
  return marks;
}

/** The marks for the nodes of the old version, by their old names. */
export function marksBefore(marks: ReadonlyMap<string, Mark>, pair: JourneyPair): ReadonlyMap<string, Mark> {
  const result = new Map<string, Mark>();
  for (const page of pair.before.nodes) {
    for (const node of [page, ...page.children]) {
      const other = pair.nodes.afterOf(node);
      const mark = other === undefined ? "removed" : marks.get(fullNameOf(other));
      if (mark !== undefined) result.set(fullNameOf(node), mark);
    }
  }
  return result;
}

function fullNameOf({ name, page }: JourneyNode): string {
  return page === undefined ? name : `${page}.${name}`;
}

/** A journey that also contains the removed nodes, and the marks of all nodes. */
export interface MarkedJourney {
  readonly journey: Journey;
  readonly marks: ReadonlyMap<string, Mark>;
}

/** The new version together with the removed nodes of the old one, so that one picture shows both. */
export function withRemoved(pair: JourneyPair, marks: ReadonlyMap<string, Mark>): MarkedJourney {
  const taken = new Set(pair.after.nodes.map(({ name }) => name));
  const names = new Map<string, string>();
  const gone = pair.before.nodes.filter((node) => pair.nodes.afterOf(node) === undefined);
  for (const { id, name } of gone) names.set(id, freeName(name, taken));
  const removed = gone.map((node): JourneyNode => {
    const name = names.get(node.id) ?? node.name;
    return {
      ...node,
      name,
      children: node.children.map((child) => ({ ...child, page: name })),
      connections: node.connections.map((connection) => {
        const { target } = connection;
        if (target.kind !== "node") return connection;
        const targetName = names.get(target.id) ?? pair.namesBefore.get(target.id) ?? target.name;
        return { ...connection, target: { ...target, name: targetName } };
      }),
    };
  });
  const all = new Map(marks);
  for (const { name } of removed) all.set(name, "removed");
  return { journey: { ...pair.after, nodes: [...pair.after.nodes, ...removed] }, marks: all };
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  taken.add(free);
  return free;
}
