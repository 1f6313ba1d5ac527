import { versionOf } from "../catalogue/catalogue.js";
import { isPlaceholder } from "../catalogue/placeholder.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { JourneyGraph } from "../model/graph.js";
import type { Journey, JourneyNode } from "../model/model.js";
import type { Json } from "../text/json.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";

/** What a node and all that may come before it put together. */
export interface Collected {
  mayBeAnything: boolean;
  readonly attributes: Set<string>;
  /** What accounts are looked up by, and what changes leave out. */
  readonly without: Set<string>;
}

/**
 * Scripts, inner journeys and nodes that are not well known may collect anything, unless `writtenAt` knows what.
 * Behind a vertex for which this is known nothing is walked: journeys have many writers in a row. The writer itself collects nothing, and neither
 * does a node that `passesOver` names.
 */
export function collectedUpTo(
  index: number,
  graph: JourneyGraph,
  known: Map<number, Collected>,
  writtenAt: (vertex: number) => readonly string[] | undefined = () => undefined,
  passesOver: (node: JourneyNode) => boolean = () => false,
): Collected {
  const collected: Collected = {
    mayBeAnything: false,
    attributes: new Set(),
    without: new Set(["userName", "username", "_id"]),
  };
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
      for (const node of [found.node, ...found.node.children]) {
        if (passesOver(node)) continue;
        const unclear = () => (node === found.node ? writtenAt(vertex) : undefined);
        addTo(collected, node, vertex === index, unclear);
      }
    for (const { from } of graph.incoming[vertex] ?? []) seen.add(from);
  }
  known.set(index, collected);
  return collected;
}

/** Where collectors say what they ask for; all of a collector that does not say it in its own words. */
export function listsOfAttributes(nodes: readonly JourneyNode[]): readonly Place[] {
  return nodes.flatMap(({ typeId, properties, place, namePlace }) => {
    const username = typeId === "ValidatedUsernameNode" ? properties.get("usernameAttribute") : undefined;
    if (username?.explicit === true) return [username.place];
    if (typeId !== "AttributeCollectorNode") return [];
    const list = properties.get("attributesToCollect");
    return list?.explicit === true ? [list.place] : [place, namePlace];
  });
}

/** Where a new account is made, this node has found none, and has kept nothing. */
export function findsAccount({ typeId }: JourneyNode): boolean {
  return typeId === "IdentifyExistingUserNode";
}

function addTo(
  collected: Collected,
  node: JourneyNode,
  isWriter: boolean,
  unclear: () => readonly string[] | undefined,
): void {
  for (const name of ["identityAttribute", "ignoredFields"]) {
    // By their password, no accounts are looked up, whatever a setting says.
    for (const each of namesIn(node.properties.get(name)?.value ?? []) ?? [])
      if (name !== "identityAttribute" || each !== "password") collected.without.add(each);
  }
  if (isWriter || node.children.length > 0) return;
  const attributes = attributesCollectedBy(node) ?? unclear();
  if (attributes === undefined) collected.mayBeAnything = true;
  for (const attribute of attributes ?? []) collected.attributes.add(attribute);
}

/** What a node collects, by type; `undefined` where that is not known. */
export function attributesCollectedBy(node: JourneyNode): readonly string[] | undefined {
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

/** Whether an attribute is one that a list names, or a member of it: `preferences/updates` of `preferences`. */
export function isCoveredBy(attribute: string, name: string): boolean {
  return attribute === name || attribute.startsWith(`${name}/`);
}

/** Whether a node writes users, and not other managed objects. */
export function isForUsers({ settings }: Journey, { properties }: JourneyNode): boolean {
  const resource = properties.get("identityResource")?.value ?? settings.get("identityResource")?.value;
  return typeof resource === "string" && /^managed\/(?:\w+_)?user$/.test(resource);
}
