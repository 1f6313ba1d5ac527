import { decide } from "../../catalogue/condition.js";
import type { PropertyReference } from "../../catalogue/node-type.js";
import { isPlaceholder } from "../../catalogue/placeholder.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { Journey, JourneyNode, Setting } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import type { Json } from "../../text/json.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { propertyValues } from "../node-behaviour.js";
import { reachedNodes } from "../reached-nodes.js";
import { journeyRule } from "../rule.js";

interface Container {
  readonly word: string;
  /** Ids of this kind that the export brings; empty where it brings none, which says nothing. */
  readonly ids: (journey: Journey) => ReadonlySet<string>;
}

/** The kinds of dependency that an export brings as a whole if it brings them at all. */
const containers: { readonly [Kind in PropertyReference["kind"]]?: Container } = {
  script: { word: "script", ids: (journey) => new Set(journey.scripts.map((script) => script.id)) },
  emailTemplate: { word: "e-mail template", ids: (journey) => resourceIds(journey, "emailTemplate") },
  socialProvider: { word: "social provider", ids: (journey) => resourceIds(journey, "socialIdentityProvider") },
};

/**
 * Reports what the nodes of an export use and the export does not bring, but only where it brings others of the kind: an
 * export without any was made without dependencies, and a journey in text leaves most of them to the tenant. The tenant
 * may have what is missing, so a report may be harmless.
 */
export const missingReference = journeyRule("missing-reference", "may-overreport", (journey, report, facts) => {
  if (!isFromExport(journey)) return;
  const reported = new Set<string>();
  for (const node of allNodes([...reachedNodes(journey, facts)])) {
    for (const { kind, ids, setting } of referencesOf(node)) {
      const container = containers[kind];
      const brought = container?.ids(journey);
      if (container === undefined || brought === undefined || brought.size === 0) continue;
      const missing = ids.filter((id) => !brought.has(id) && !reported.has(`${kind} ${id}`));
      for (const id of missing) reported.add(`${kind} ${id}`);
      if (missing.length === 0) continue;
      report({ at: setting.place, args: { node: nodeLabel(node), kind: container.word, ids: missing } });
    }
  }
});

function resourceIds(journey: Journey, kind: "emailTemplate" | "socialIdentityProvider"): ReadonlySet<string> {
  return new Set(journey.resources.filter((resource) => resource.kind === kind).map((resource) => resource.id));
}

function* referencesOf(
  node: JourneyNode,
): Iterable<{ readonly kind: PropertyReference["kind"]; readonly ids: readonly string[]; readonly setting: Setting }> {
  for (const { name, reference } of propertiesByName(node.type, node.version)?.values() ?? []) {
    const setting = node.properties.get(name);
    if (reference === undefined || setting === undefined) continue;
    if (reference.when !== undefined && decide(reference.when, propertyValues(node)) !== "yes") continue;
    const values: readonly Json[] = Array.isArray(setting.value) ? setting.value : [setting.value];
    const ids = values.filter((id) => typeof id === "string" && id !== "" && id !== "[Empty]" && !isPlaceholder(id));
    yield { kind: reference.kind, ids: ids as readonly string[], setting };
  }
}
