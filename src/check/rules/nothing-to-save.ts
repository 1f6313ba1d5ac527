import { versionOf } from "../../catalogue/catalogue.js";
import { isPlaceholder } from "../../catalogue/placeholder.js";
import { reaching } from "../../model/graph-reachability.js";
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
  const known = new Map<JourneyNode, readonly Part[]>();
  const partsOf = (node: JourneyNode) => {
    const parts = known.get(node) ?? [node, ...node.children].map(partOf);
    known.set(node, parts);
    return parts;
  };
  for (const role of ["writes-account", "creates-account"] as const) {
    for (const { index, node } of facts.playing(role)) {
      if (!facts.reached.has(index) || facts.isGivenState) continue;
      if (node.typeId !== "PatchObjectNode" && node.typeId !== "CreateObjectNode") continue;
      const before = [...reaching(graph, index)].flatMap((vertex) => {
        const found = graph.vertices[vertex];
        return found?.kind === "node" && found.node !== node ? partsOf(found.node) : [];
      });
      const collected = collectedBy(before);
      if (collected === undefined) continue;
      const isNew = node.typeId === "CreateObjectNode";
      if (
        isNew
          ? collected.has("userName") || !isForUsers(facts, node)
          : hasMore(collected, [...partsOf(node), ...before])
      )
        continue;
      report({ at: node.namePlace, args: { node: nodeLabel(node), isNew } });
    }
  }
});

function isForUsers({ journey }: JourneyFacts, { properties }: JourneyNode): boolean {
  const resource = properties.get("identityResource")?.value ?? journey.settings.get("identityResource")?.value;
  return typeof resource === "string" && /^managed\/(?:\w+_)?user$/.test(resource);
}

/** A node or inner node, as far as this rule looks at it: found once, because many writers may come after it. */
interface Part {
  /** `undefined` where it may collect anything. */
  readonly collects: readonly string[] | undefined;
  /** What accounts are looked up by, and what a change leaves out. */
  readonly without: readonly string[];
}

function partOf(node: JourneyNode): Part {
  const isPage = node.children.length > 0 || node.typeId === "PageNode";
  const without = ["identityAttribute", "ignoredFields"].flatMap(
    (name) => namesIn(node.properties.get(name)?.value ?? []) ?? [],
  );
  return { collects: isPage ? [] : attributesOf(node), without };
}

/** The attributes that nodes put together; `undefined` where one may put anything there. */
function collectedBy(parts: readonly Part[]): ReadonlySet<string> | undefined {
  const collected = new Set<string>();
  for (const { collects } of parts) {
    if (collects === undefined) return undefined;
    for (const attribute of collects) collected.add(attribute);
  }
  return collected;
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
function hasMore(collected: ReadonlySet<string>, parts: readonly Part[]): boolean {
  const without = new Set(["userName", "_id"]);
  for (const part of parts) for (const name of part.without) without.add(name);
  return [...collected].some((each) => !without.has(each));
}
