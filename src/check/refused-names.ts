import { versionOf } from "../catalogue/catalogue.js";
import type { JourneyGraph } from "../model/graph.js";
import type { JourneyNode } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import { hasRole } from "./node-behaviour.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";

/** A node that asks for a name which no account has, before a check of the account that has it. */
export interface RefusedName {
  readonly asker: JourneyNode;
  readonly check: JourneyNode;
}

/** Finds names that are to be new, with the check of a password behind them that no account is created before. */
export function findRefusedNames({ graph, reached }: JourneyFacts): readonly RefusedName[] {
  const askers = graph.vertices.flatMap((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return [];
    const asker = [vertex.node, ...vertex.node.children].find(wantsNewName);
    return asker === undefined ? [] : [{ asker, index }];
  });
  if (askers.length === 0) return [];
  const checkBehind = nextChecks(graph);
  return askers.flatMap(({ asker, index }) => {
    const check = (graph.outgoing[index] ?? []).map(({ to }) => checkBehind.get(to)).find((each) => each !== undefined);
    return check === undefined ? [] : [{ asker, check }];
  });
}

/** A check of a password that a vertex is or leads to, without anything between that may change the name. */
function nextChecks(graph: JourneyGraph): ReadonlyMap<number, JourneyNode> {
  const found = new Map<number, JourneyNode>();
  for (const [index, vertex] of graph.vertices.entries())
    if (vertex.kind === "node" && checksAccount(vertex.node)) found.set(index, vertex.node);
  // The iteration also visits vertices that it has added.
  for (const [index, check] of found) {
    for (const { from } of graph.incoming[index] ?? []) {
      const before = graph.vertices[from];
      const isPassed = before?.kind === "node" && [before.node, ...before.node.children].every(leavesNameAlone);
      if (isPassed && !found.has(from)) found.set(from, check);
    }
  }
  return found;
}

function wantsNewName({ typeId, properties }: JourneyNode): boolean {
  return typeId === "ValidatedUsernameNode" && properties.get("validateInput")?.value === true;
}

function leavesNameAlone(node: JourneyNode): boolean {
  if (!isWellKnown(node) || hasRole(node, "creates-account") || hasRole(node, "writes-account")) return false;
  const outputs = (node.type && versionOf(node.type, node.version)?.outputs) ?? [];
  return node.children.length > 0 || outputs.every(({ key }) => key !== "username" && key !== "*");
}

function checksAccount({ type, version }: JourneyNode): boolean {
  const inputs = (type && versionOf(type, version)?.inputs) ?? [];
  return type?.roles?.includes("checks-credential") === true && inputs.some(({ key }) => key === "password");
}
