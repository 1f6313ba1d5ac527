import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey, Setting } from "../model/model.js";
import { realmsIn } from "../model/realm-values.js";
import { allNodes } from "../model/used-resources.js";
import type { Json } from "../text/json.js";
import { textsIn } from "../text/texts-in.js";
import { nodeLabel } from "./describe-node.js";

/** A value that names a realm that its journey is not for. */
export interface ValueOfAnotherRealm {
  readonly at: Place;
  readonly args: { readonly what: string; readonly realm: string; readonly target: string };
}

/**
 * The values of a journey that name another realm than the one it is for. Nobody can tell whether they are to follow the journey, so
 * they stay. A journey that is known to belong to the realm is not moved, and may well name another one.
 */
export function valuesOfAnotherRealm(journey: Journey, target: string): readonly ValueOfAnotherRealm[] {
  if (journey.origin.kind !== "text" && journey.origin.realm === target) return [];
  const found: ValueOfAnotherRealm[] = [];
  const look = (at: Place, what: string, value: Json, property?: string) => {
    const realms = new Set(textsIn(value).flatMap((text) => realmsIn(text, property)));
    for (const realm of realms) if (realm !== target) found.push({ at, args: { what, realm, target } });
  };
  const lookAt = (settings: ReadonlyMap<string, Setting>, owner: string) => {
    for (const [name, { value, place }] of settings) look(place, `Property "${name}" of ${owner}`, value, name);
  };
  lookAt(journey.settings, "the journey");
  for (const node of allNodes(journey.nodes)) lookAt(node.properties, `node "${nodeLabel(node)}"`);
  for (const { title, body, place } of journey.scripts) look(place, `Script "${title}"`, body);
  for (const { id, content, place } of journey.resources) look(place, `Resource "${id}"`, content);
  if (journey.raw !== undefined) look(journey.place, "The `raw` block", journey.raw);
  return found;
}
