import { versionOf } from "../../catalogue/catalogue.js";
import type { JourneyGraph } from "../../model/graph.js";
import { reachableFrom, reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts, NodeVertex } from "../journey-facts.js";
import { hasRole } from "../node-behaviour.js";
import { meaningOf } from "../outcome-meaning.js";
import { isWellKnown } from "../proof/proof-of-outcome.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that work on an account which every way to success creates only behind them. Nothing is reported where something
 * before them may have found an account: a check, a session, a script, an inner journey or an unknown node.
 */
export const usedBeforeCreated = journeyRule("used-before-created", "may-miss", (facts, report) => {
  const creators = facts.playing("creates-account").filter(({ index }) => facts.reached.has(index));
  if (creators.length === 0 || facts.isGivenState) return;
  for (const at of accountUsers(facts)) {
    const creator = creatorBehind(at, creators, facts);
    if (creator === undefined || !isAloneBefore(at, facts.graph)) continue;
    report({
      at: at.node.namePlace,
      args: { node: nodeLabel(at.node), creator: nodeLabel(creator) },
      related: [{ place: creator.namePlace, message: "The account is created here" }],
    });
  }
});

function accountUsers({ graph, reached }: JourneyFacts): readonly NodeVertex[] {
  return graph.vertices.flatMap((vertex, index) =>
    vertex.kind === "node" && reached.has(index) && needsAccount(vertex.node) ? [{ index, node: vertex.node }] : [],
  );
}

/** A mail for which the address is looked up goes to nobody, too. */
function needsAccount(node: JourneyNode): boolean {
  if (node.typeId === "EmailSuspendNode") return node.properties.get("objectLookup")?.value === true;
  return hasRole(node, "needs-account");
}

/** The node that creates the account, where each way from a node to success leads through one. */
function creatorBehind({ index }: NodeVertex, creators: readonly NodeVertex[], { graph }: JourneyFacts) {
  const behind = reachableFrom(graph, index);
  const creator = creators.find((each) => behind.has(each.index));
  if (creator === undefined || !behind.has(graph.success)) return undefined;
  const isCreator = new Set(creators.map((each) => each.index));
  const without = reachableFrom(graph, index, ({ from, connection }) => {
    const vertex = graph.vertices[from];
    if (!isCreator.has(from) || vertex?.kind !== "node") return true;
    return meaningOf(vertex.node, connection.outcomeId) === "failed";
  });
  return without.has(graph.success) ? undefined : creator.node;
}

/** Whether nothing before a node may have found or made an account. */
function isAloneBefore({ index }: NodeVertex, graph: JourneyGraph): boolean {
  for (const each of reaching(graph, index)) {
    const vertex = graph.vertices[each];
    if (each === index || vertex?.kind !== "node") continue;
    const { node } = vertex;
    if (![node, ...node.children].every((one) => isWellKnown(one) && !mayFindAccount(one))) return false;
  }
  return true;
}

/** A code or a link proves a mailbox, not an account. */
function mayFindAccount({ type, typeId, version }: JourneyNode): boolean {
  const roles = type?.roles ?? [];
  if (roles.includes("checks-code") || typeId === "EmailSuspendNode") return false;
  if (type?.provenOn !== undefined || roles.some((role) => /-account$|^takes-session$|^grants-/.test(role)))
    return !roles.includes("needs-account") || roles.includes("identifies-account");
  const outputs = (type && versionOf(type, version)?.outputs) ?? [];
  return outputs.some(({ key, onOutcomes }) => key === "username" && onOutcomes !== undefined);
}
