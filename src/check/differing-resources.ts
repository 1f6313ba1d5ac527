import { isPlaceholder } from "../catalogue/placeholder.js";
import type { JourneyNode, Setting } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import { markedProperties } from "./marked-properties.js";

/** A node with the kind of object that it is for. */
export interface NodeResource {
  readonly node: JourneyNode;
  readonly setting: Setting;
  readonly resource: string;
}

/** The nodes of a journey that say what kind of object they are for. */
export function nodeResources({ nodes }: JourneyFacts): readonly NodeResource[] {
  return nodes.flatMap((node) => {
    const property = markedProperties(node).references.find(({ name }) => name === "identityResource");
    const setting = property && node.properties.get(property.name);
    const resource = setting?.value;
    if (setting === undefined || typeof resource !== "string" || resource === "" || isPlaceholder(resource)) return [];
    return [{ node, setting, resource }];
  });
}

/** The journey's own kind of object; `undefined` where an export does not say it, or says the default of all realms. */
export function certainResource({ journey }: JourneyFacts): string | undefined {
  const own = journey.settings.get("identityResource")?.value;
  // Some tools write the setting that is not there as the text `null`.
  const isSaid = typeof own === "string" && own !== "" && own !== "null" && own !== "managed/user";
  return isSaid && !isPlaceholder(own) ? own : undefined;
}

/** Two nodes of one journey for different kinds of objects: not both can fit it. */
export interface DifferingResources {
  readonly odd: NodeResource;
  readonly other: NodeResource;
}

/** The nodes that are for another kind of object than most; the later one of two. */
export function findDifferingResources(resources: readonly NodeResource[]): readonly DifferingResources[] {
  const counts = new Map<string, number>();
  for (const { resource } of resources) counts.set(resource, (counts.get(resource) ?? 0) + 1);
  const count = (resource: string) => counts.get(resource) ?? 0;
  const [first, ...rest] = resources;
  if (first === undefined) return [];
  const most = rest.reduce((best, each) => (count(each.resource) > count(best.resource) ? each : best), first);
  return resources.flatMap((odd) => (odd.resource === most.resource ? [] : [{ odd, other: most }]));
}
