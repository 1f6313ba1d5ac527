import { versionOf } from "../catalogue/catalogue.js";
import { reachableFrom } from "../model/graph-reachability.js";
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
  return graph.vertices.flatMap((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return [];
    const asker = [vertex.node, ...vertex.node.children].find(wantsNewName);
    if (asker === undefined) return [];
    const passes = (from: number) => {
      const at = graph.vertices[from];
      return from === index || (at?.kind === "node" && [at.node, ...at.node.children].every(leavesNameAlone));
    };
    const behind = reachableFrom(graph, index, ({ from }) => passes(from));
    const [check] = [...behind].flatMap((each) => {
      const at = graph.vertices[each];
      return each !== index && at?.kind === "node" && checksAccount(at.node) ? [at.node] : [];
    });
    return check === undefined ? [] : [{ asker, check }];
  });
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
