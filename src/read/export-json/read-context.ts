import type { NodeType } from "../../catalogue/node-type.js";
import type { ExportOptions, Setting } from "../../model/model.js";
import type { Json, JsonObject } from "../../text/json.js";
import type { ExportPlaces } from "../journey-export.js";
import { sortedEntries, withSortedKeys } from "./export-parts.js";
import type { JsonPlace } from "./json-place.js";

/** What reading the parts of one journey shares. */
export interface ReadContext {
  readonly value: JsonObject;
  readonly tree: JsonObject;
  readonly places: ExportPlaces;
  readonly options: ExportOptions;
  readonly lookUp: (typeId: string) => NodeType | undefined;
  /** The names that the nodes have in the model, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** All members of an object as settings, but those named; sorted, since the order of an export's keys means nothing. */
export function settingsOf(object: JsonObject, without: ReadonlySet<string>, place: JsonPlace): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const [key, value] of sortedEntries(object)) {
    if (!without.has(key)) settings.set(key, settingOf(value, place.child(key)));
  }
  return settings;
}

/** A value of the export as a setting: an export says everything explicitly. */
export function settingOf(value: Json, place: JsonPlace): Setting {
  return { value: withSortedKeys(value), explicit: true, place };
}
