import type { NodeType } from "../../catalogue/node-type.js";
import type { ExportOptions, Setting } from "../../model/model.js";
import type { Json, JsonObject } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { sortedKeys, withSortedKeys } from "../../text/sorted-json.js";
import type { DecodedScript } from "../script-text.js";
import type { ExportPlaces } from "./journey-export.js";
import type { NodeOutline } from "./node-outline.js";
import type { NodeOutcomes } from "./read-outcomes.js";

/** What reading the parts of one journey shares. */
export interface ReadContext {
  readonly value: JsonObject;
  readonly tree: JsonObject;
  readonly places: ExportPlaces;
  readonly options: ExportOptions;
  readonly lookUp: (typeId: string) => NodeType | undefined;
  readonly outlines: ReadonlyMap<string, NodeOutline>;
  readonly outcomes: NodeOutcomes;
  readonly scripts: ReadonlyMap<string, DecodedScript>;
  /** The name that a node has in the model, by its id. */
  readonly nameOf: (id: string) => string;
}

/** All members of an object as settings, but those named; sorted, since the order of an export's keys means nothing. */
export function settingsOf(object: JsonObject, without: ReadonlySet<string>, place: JsonPlace): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const key of sortedKeys(object)) {
    if (!without.has(key)) settings.set(key, settingOf(object[key] ?? null, place.child(key)));
  }
  return settings;
}

/** A value of the export as a setting: an export says everything explicitly. */
export function settingOf(value: Json, place: JsonPlace): Setting {
  return { value: withSortedKeys(value), explicit: true, place };
}
