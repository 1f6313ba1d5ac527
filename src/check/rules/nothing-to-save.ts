import type { Place } from "../../diagnostics/diagnostic.js";
import type { JourneyNode, Script } from "../../model/model.js";
import { type Collected, collectedUpTo, isForUsers } from "../collected-attributes.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { journeyRule } from "../rule.js";

/**
 * Reports changes of an account for which nothing has been collected but what the account was looked up by, and new accounts
 * without a user name. Nodes that are not well known, and scripts and inner journeys that touch attributes, may collect anything.
 */
export const nothingToSave = journeyRule("nothing-to-save", "may-miss", (facts, report) => {
  const { graph } = facts;
  const known = new Map<number, Collected>();
  const writtenAt = writtenBesides(facts);
  let plainBefore: ReadonlyMap<number, JourneyNode> | undefined;
  for (const role of ["writes-account", "creates-account"] as const) {
    for (const { index, node } of facts.playing(role)) {
      if (!facts.reached.has(index) || facts.isGivenState) continue;
      if (node.typeId !== "PatchObjectNode" && node.typeId !== "CreateObjectNode") continue;
      const collected = collectedUpTo(index, graph, known, writtenAt);
      if (collected.mayBeAnything) continue;
      const isNew = node.typeId === "CreateObjectNode";
      if (isNew ? collected.attributes.has("userName") || !isForUsers(facts.journey, node) : hasMore(collected))
        continue;
      const args = { node: nodeLabel(node), isNew };
      const [ignored] = isNew ? [] : ignoredAttributes(node, collected);
      plainBefore ??= plainCollectors(facts);
      const plain = plainBefore.get(index);
      if (ignored !== undefined) {
        const help = `Remove ${JSON.stringify(ignored.name)} from \`ignoredFields\`: nothing else is asked for.`;
        report({ at: ignored.place, args, help });
      } else if (plain !== undefined) {
        const [name, right] = plain.typeId === "PasswordCollectorNode" ? passwords : userNames;
        const help = `Make \`${nodeLabel(plain)}\` a \`${right}\`: a ${name} collects no attribute.`;
        const related = [{ place: plain.namePlace, message: "This node collects no attribute" }];
        report({ at: node.namePlace, args, help, related });
      } else report({ at: node.namePlace, args });
    }
  }
});

/** Whether more was collected than what accounts are looked up by, and what the change leaves out. */
function hasMore({ attributes, without }: Collected): boolean {
  return [...attributes].some((each) => !without.has(each));
}

const passwords = ["Password Collector", "ValidatedPassword"] as const;
const userNames = ["Username Collector", "ValidatedUsername"] as const;

/** What was collected and is left out of the change by the writer's own list. */
function ignoredAttributes(
  { properties }: JourneyNode,
  { attributes }: Collected,
): readonly { readonly name: string; readonly place: Place }[] {
  const setting = properties.get("ignoredFields");
  const value = setting?.value;
  if (setting === undefined || !Array.isArray(value)) return [];
  const lookUp = properties.get("identityAttribute")?.value ?? "userName";
  return value.flatMap((name, at) =>
    typeof name === "string" && attributes.has(name) && name !== lookUp && name !== "userName" && name !== "_id"
      ? [{ name, place: setting.inner?.get(`/${at}`) ?? setting.place }]
      : [],
  );
}

/** By vertex, the nearest node before it that asks for a name or a password and collects no attribute. */
function plainCollectors({ graph }: JourneyFacts): ReadonlyMap<number, JourneyNode> {
  const nearest = new Map<number, JourneyNode>();
  graph.vertices.forEach((vertex, index) => {
    const nodes = vertex.kind === "node" ? [vertex.node, ...vertex.node.children] : [];
    const plain = nodes.find(({ typeId }) => typeId === "PasswordCollectorNode" || typeId === "UsernameCollectorNode");
    if (plain !== undefined) nearest.set(index, plain);
  });
  // The map grows while it is walked, by one step on each way from each of them.
  for (const [index, plain] of nearest)
    for (const { to } of graph.outgoing[index] ?? []) if (!nearest.has(to)) nearest.set(to, plain);
  return nearest;
}

/** Answers what the script or the inner journey at a vertex collects; `undefined` where that is not certain. */
function writtenBesides({ calls, graph, journey, model, state }: JourneyFacts) {
  const callOf = new Map(calls.map((call) => [call.node, call]));
  const known = new Map<readonly Script[], boolean>();
  // A script may change the attributes in place.
  const changeAttributes = (scripts: readonly Script[]) => {
    const change = known.get(scripts) ?? scripts.some(({ body }) => body.includes("objectAttributes"));
    known.set(scripts, change);
    return change;
  };
  return (vertex: number): readonly string[] | undefined => {
    const found = graph.vertices[vertex];
    if (found?.kind !== "node") return undefined;
    const call = callOf.get(found.node);
    const inner = call && model.journeyById(call.inner);
    const isCertain = inner !== undefined || (call === undefined && found.node.typeId === "ScriptedDecisionNode");
    if (!isCertain || (inner !== undefined && model.callsOf(inner).length > 0)) return undefined;
    return changeAttributes(inner?.scripts ?? journey.scripts) ? undefined : state.attributesAt(vertex);
  };
}
