import type { Place } from "../../diagnostics/diagnostic.js";
import { reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
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
  for (const role of ["writes-account", "creates-account"] as const) {
    for (const { index, node } of facts.playing(role)) {
      if (!facts.reached.has(index) || facts.isGivenState) continue;
      if (node.typeId !== "PatchObjectNode" && node.typeId !== "CreateObjectNode") continue;
      const collected = collectedUpTo(index, graph, known, (at) => writtenBesides(at, facts));
      if (collected.mayBeAnything) continue;
      const isNew = node.typeId === "CreateObjectNode";
      if (isNew ? collected.attributes.has("userName") || !isForUsers(facts.journey, node) : hasMore(collected))
        continue;
      const args = { node: nodeLabel(node), isNew };
      const [ignored] = isNew ? [] : ignoredAttributes(node, collected);
      const [plain] = plainCollectors(index, facts);
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

/** The nodes that ask for a name or a password and collect no attribute, the nearest first. */
function plainCollectors(index: number, { graph }: JourneyFacts): readonly JourneyNode[] {
  return [...reaching(graph, index)].flatMap((at) => {
    const vertex = graph.vertices[at];
    const nodes = vertex?.kind === "node" ? [vertex.node, ...vertex.node.children] : [];
    return nodes.filter(({ typeId }) => typeId === "PasswordCollectorNode" || typeId === "UsernameCollectorNode");
  });
}

/** What a script or an inner journey collects; `undefined` where that is not certain. */
function writtenBesides(vertex: number, facts: JourneyFacts): readonly string[] | undefined {
  const found = facts.graph.vertices[vertex];
  if (found?.kind !== "node") return undefined;
  const call = facts.calls.find(({ node }) => node === found.node);
  const inner = call && facts.model.journeyById(call.inner);
  const scripts = inner?.scripts ?? facts.journey.scripts;
  const isCertain = inner === undefined ? call === undefined && found.node.typeId === "ScriptedDecisionNode" : true;
  if (!isCertain || (inner !== undefined && facts.model.callsOf(inner).length > 0)) return undefined;
  // A script may change the attributes in place.
  if (scripts.some(({ body }) => body.includes("objectAttributes"))) return undefined;
  return facts.state.attributesAt(vertex);
}
