import type { NodeProperty } from "../../catalogue/node-type.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { Journey, JourneyNode, Setting } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { isJsonObject } from "../../text/json.js";
import { childPointer } from "../../text/json-source.js";
import { jsonPlace } from "../json-place.js";

/** A property that holds a text in several languages. */
export interface LocalisedText {
  readonly node: JourneyNode;
  readonly property: NodeProperty;
  readonly setting: Setting;
  /** The texts by locale; none where the platform's own default is shown. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The localised texts that a journey's author has written. */
export function* localisedTexts(journey: Journey): Iterable<LocalisedText> {
  for (const node of allNodes(journey.nodes)) {
    for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
      const setting = property.localized ? node.properties.get(property.name) : undefined;
      if (setting === undefined || !setting.explicit || !isJsonObject(setting.value)) continue;
      const texts = Object.entries(setting.value).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      );
      if (texts.length > 0) yield { node, property, setting, texts: new Map(texts) };
    }
  }
}

/** Where the text of one locale stands. */
export function placeOfLocale({ setting }: LocalisedText, locale: string): Place {
  const pointer = childPointer("", locale);
  const found = setting.inner?.get(pointer);
  if (found) return found;
  const { source, pointer: outer } = setting.place;
  return outer === undefined ? setting.place : jsonPlace(source, outer + pointer);
}
