import type { NodeProperty } from "../../catalogue/node-type.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import type { JourneyNode, Setting } from "../../model/model.js";
import { isJsonObject } from "../../text/json.js";
import { JsonPlace } from "../../text/json-place.js";
import { childPointer } from "../../text/json-pointer.js";
import { markedProperties } from "../marked-properties.js";

/** A property that holds a text in several languages. */
export interface LocalisedText {
  readonly node: JourneyNode;
  readonly property: NodeProperty;
  readonly setting: Setting;
  /** The texts by locale; empty where the platform's own default is shown. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The localised texts that a journey's author has written. */
export function findLocalisedTexts(nodes: readonly JourneyNode[]): readonly LocalisedText[] {
  const found: LocalisedText[] = [];
  for (const node of nodes) {
    for (const property of markedProperties(node).localised) {
      const setting = node.properties.get(property.name);
      if (setting === undefined || !setting.explicit || !isJsonObject(setting.value)) continue;
      const texts = new Map<string, string>();
      for (const [locale, text] of Object.entries(setting.value)) if (typeof text === "string") texts.set(locale, text);
      if (texts.size > 0) found.push({ node, property, setting, texts });
    }
  }
  return found;
}

/** The place of the text in one locale. */
export function placeOfLocale({ setting }: LocalisedText, locale: string): Place {
  const pointer = childPointer("", locale);
  const found = setting.inner?.get(pointer);
  if (found) return found;
  const { source, pointer: outer } = setting.place;
  return outer === undefined ? setting.place : JsonPlace.at(source, outer + pointer);
}
