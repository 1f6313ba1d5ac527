import { markedProperties } from "../check/marked-properties.js";
import type { JourneyNode } from "../model/model.js";
import { isJsonObject, type Json } from "../text/json.js";
import type { ShownText } from "./description.js";

/** The texts that a node shows, in one language each. */
export function shownTexts(node: JourneyNode): readonly ShownText[] {
  return markedProperties(node).localised.flatMap(({ name }) => {
    const text = localisedText(name, node.properties.get(name)?.value);
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
