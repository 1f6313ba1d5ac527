import { versionOf } from "../../catalogue/catalogue.js";
import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import type { Json } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { isWellKnown } from "../proof/proof-of-outcome.js";
import { journeyRule } from "../rule.js";

/**
 * Reports changes of an account for which nothing has been collected but what the account was looked up by, and new accounts
 * without a user name. Scripts, inner journeys and nodes that are not well known may collect anything.
 */
export const nothingToSave = journeyRule("nothing-to-save", "may-miss", (facts, report) => {
  const { graph } = facts;
  const known = new Map<number, Collected>();
  for (const role of ["writes-account", "creates-account"] as const) {
    for (const { index, node } of facts.playing(role)) {
      if (!facts.reached.has(index) || facts.isGivenState) continue;
      if (node.typeId !== "PatchObjectNode" && node.typeId !== "CreateObjectNode") continue;
      const collected = collectedUpTo(index, graph, known);
      if (collected.mayBeAnything) continue;
      const isNew = node.typeId === "CreateObjectNode";
      if (isNew ? collected.attributes.has("userName") || !isForUsers(facts, node) : hasMore(collected)) continue;
      report({ at: node.namePlace, args: { node: nodeLabel(node), isNew } });
    }
  }
});

/** What a node and all that may come before it put together. */
interface Collected {
  mayBeAnything: boolean;
  readonly attributes: Set<string>;
  /** What accounts are looked up by, and what changes leave out. */
  readonly without: Set<string>;
}

/** Behind a vertex for which this is known nothing is walked: journeys have many writers in a row. The writer itself collects nothing. */
function collectedUpTo(index: number, graph: JourneyGraph, known: Map<number, Collected>): Collected {
  const collected: Collected = { mayBeAnything: false, attributes: new Set(), without: new Set(["userName", "_id"]) };
  const seen = new Set([index]);
  // The set grows while it is walked.
  for (const vertex of seen) {
    const before = known.get(vertex);
    if (before !== undefined) {
      collected.mayBeAnything ||= before.mayBeAnything;
      for (const attribute of before.attributes) collected.attributes.add(attribute);
      for (const attribute of before.without) collected.without.add(attribute);
      continue;
    }
    const found = graph.vertices[vertex];
    if (found?.kind === "node")
      for (const node of [found.node, ...found.node.children]) addTo(collected, node, vertex === index);
    for (const { from } of graph.incoming[vertex] ?? []) seen.add(from);
  }
  known.set(index, collected);
  return collected;
}

function addTo(collected: Collected, node: JourneyNode, isWriter: boolean): void {
  for (const name of ["identityAttribute", "ignoredFields"]) {
    for (const each of namesIn(node.properties.get(name)?.value ?? []) ?? []) collected.without.add(each);
  }
  if (isWriter || node.children.length > 0 || node.typeId === "PageNode") return;
  const attributes = attributesOf(node);
  if (attributes === undefined) collected.mayBeAnything = true;
  for (const attribute of attributes ?? []) collected.attributes.add(attribute);
}

function isForUsers({ journey }: JourneyFacts, { properties }: JourneyNode): boolean {
  const resource = properties.get("identityResource")?.value ?? journey.settings.get("identityResource")?.value;
  return typeof resource === "string" && /^managed\/(?:\w+_)?user$/.test(resource);
}

/** What a node collects, by type; `undefined` where that is not known. */
function attributesOf(node: JourneyNode): readonly string[] | undefined {
  const given = (property: string, other: string) => namesIn(node.properties.get(property)?.value ?? other);
  switch (node.typeId) {
    case "AttributeCollectorNode":
      return namesIn(node.properties.get("attributesToCollect")?.value ?? []);
    case "ValidatedUsernameNode":
      return given("usernameAttribute", "userName");
    case "ValidatedPasswordNode":
      return given("passwordAttribute", "password");
    case "IdentifyExistingUserNode":
      return given("identifier", "userName");
    case "SessionDataNode":
      return given("sharedStateKey", "userName");
    case "KbaCreateNode":
      return ["kbaInfo"];
    case "ConsentNode":
      return ["consentedMappings"];
    case "AcceptTermsAndConditionsNode":
      return ["termsAccepted"];
    case "UsernameCollectorNode":
    case "PasswordCollectorNode":
      return [];
    default: {
      if (!isWellKnown(node)) return undefined;
      const outputs = node.type && versionOf(node.type, node.version)?.outputs;
      return outputs?.some(({ store }) => store === "objectAttributes" || store === "any") === false ? [] : undefined;
    }
  }
}

function namesIn(value: Json): readonly string[] | undefined {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  if (list.some(isPlaceholder)) return undefined;
  return list.filter((each) => typeof each === "string");
}

/** Whether more was collected than what accounts are looked up by, and what the change leaves out. */
function hasMore({ attributes, without }: Collected): boolean {
  return [...attributes].some((each) => !without.has(each));
}
