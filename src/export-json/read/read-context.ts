import type { NodeType } from "../../catalogue/node-type.js";
import type { ExportOptions, Setting } from "../../model/model.js";
import type { Json, JsonObject } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { sortedKeys, withSortedKeys } from "../../text/sorted-json.js";
import type { DecodedScript } from "../script-text.js";
import type { ExportPlaces } from "./journey-export.js";
import type { NodeOutline } from "./node-outline.js";
import type { NodeOutcomes } from "./read-outcomes.js";

/** Everything that the readers of one journey's parts need. */
export interface ReadContext {
  readonly value: JsonObject;
  readonly tree: JsonObject;
  readonly places: ExportPlaces;
  readonly options: ExportOptions;
  readonly lookUp: (typeId: string) => NodeType | undefined;
  readonly outlines: ReadonlyMap<string, NodeOutline>;
  readonly outcomes: NodeOutcomes;
  readonly scripts: ReadonlyMap<string, DecodedScript>;
  /** Gives the name of a node in the model by its id. */
  readonly nameOf: (id: string) => string;
}

/**
 * The members of an object as settings, without some of them. They are sorted, since the order of members means nothing
 * in JSON.
 */
export function settingsOf(object: JsonObject, without: ReadonlySet<string>, place: JsonPlace): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const key of sortedKeys(object)) {
    if (!without.has(key)) settings.set(key, settingOf(object[key] ?? null, place.child(key)));
  }
  return settings;
}

/** A value of the export as a setting. It is explicit, since an export leaves no defaults out. */
export function settingOf(value: Json, place: JsonPlace): Setting {
  return { value: withSortedKeys(value), explicit: true, place };
}
