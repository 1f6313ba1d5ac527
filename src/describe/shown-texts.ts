import { markedProperties } from "../check/marked-properties.js";
import type { JourneyNode } from "../model/model.js";
import { isJsonObject, type Json } from "../text/json.js";
import type { ShownText } from "./description.js";

/** The texts that a node shows, in one language each; those without locales as they are. */
export function shownTexts(node: JourneyNode): readonly ShownText[] {
  return markedProperties(node).shown.flatMap(({ name }): readonly ShownText[] => {
    const value = node.properties.get(name)?.value;
    if (typeof value === "string" && value.trim() !== "") return [{ property: name, text: value, otherLocales: [] }];
    const text = localisedText(name, value);
    return text === undefined ? [] : [text];
  });
}

/** English where there is some, else the first language; `undefined` where there is no text. */
export function localisedText(property: string, value: Json | undefined): ShownText | undefined {
  if (value === undefined || !isJsonObject(value)) return undefined;
  const texts = Object.entries(value).flatMap(([locale, text]) =>
    typeof text === "string" && text !== "" ? [[locale, text] as const] : [],
  );
  const shown = texts.find(([locale]) => /^en(?![a-z])/i.test(locale)) ?? texts[0];
  if (shown === undefined) return undefined;
  const otherLocales = texts.map(([locale]) => locale).filter((locale) => locale !== shown[0]);
  return { property, text: shown[1], otherLocales: otherLocales.sort() };
}
