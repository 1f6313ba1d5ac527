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
  const { graph } = facts;
  const isBehindUser = isCreatedBehind(creators, graph);
  const mayHaveAccount = behindFinders(graph);
  for (const { index, node } of accountUsers(facts)) {
    if (!isBehindUser(index) || mayHaveAccount.has(index)) continue;
    const behind = reachableFrom(graph, index);
    const creator = creators.find((each) => behind.has(each.index));
    if (creator === undefined) continue;
    report({
      at: node.namePlace,
      args: { node: nodeLabel(node), creator: nodeLabel(creator.node) },
      related: [{ place: creator.node.namePlace, message: "The account is created here" }],
      // A node that has no place on its page is mostly of another type than was meant.
      restsOn: node.children.map(({ namePlace }) => namePlace),
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

/** Whether a way from a vertex leads to success, and each one leads through a node that creates the account. */
function isCreatedBehind(creators: readonly NodeVertex[], graph: JourneyGraph): (index: number) => boolean {
  const isCreator = new Set(creators.map(({ index }) => index));
  const toSuccess = reaching(graph, graph.success);
  const withoutCreator = reaching(graph, graph.success, ({ from, connection }) => {
    const vertex = graph.vertices[from];
    if (!isCreator.has(from) || vertex?.kind !== "node") return true;
    return meaningOf(vertex.node, connection.outcomeId) === "failed";
  });
  return (index) => toSuccess.has(index) && !withoutCreator.has(index);
}

/** The vertices before which something may have found or made an account. */
function behindFinders(graph: JourneyGraph): ReadonlySet<number> {
  const next = graph.vertices.flatMap((vertex, index) => {
    if (vertex.kind !== "node") return [];
    const { node } = vertex;
    const isNone = [node, ...node.children].every((one) => isWellKnown(one) && !mayFindAccount(one));
    // Where it has found none, there is none.
    const found = (graph.outgoing[index] ?? []).filter(
      ({ connection }) => node.typeId !== "IdentifyExistingUserNode" || connection.outcomeId !== "false",
    );
    return isNone ? [] : found.map(({ to }) => to);
  });
  return reachableFrom(graph, next);
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
