import type { Resource } from "../../model/model.js";
import { encodeFileName } from "../../text/file-name.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { stableJson } from "../../text/stable-json.js";

/** The members that hold a text for each locale, with the extension of their files. */
const localisedTexts: ReadonlyMap<string, string> = new Map([
  ["html", "html"],
  ["message", "md"],
]);

/**
 * Writes an e-mail template as fr-config-manager does, each text and the styles in files of their own. False for any
 * other resource, and for a template that does not have the id that the layout finds it by.
 */
export function writeEmailTemplate({ kind, id, content }: Resource, files: Map<string, string>): boolean {
  if (kind !== "emailTemplate" || !isJsonObject(content) || content._id !== `emailTemplate/${id}`) return false;
  const name = encodeFileName(id);
  const folder = `email-templates/${name}/`;
  const template: Record<string, Json> = {};
  const move = (file: string, text: Json | undefined): Json | undefined => {
    // An empty text has no file, as the tool has it.
    if (typeof text !== "string" || text === "") return text;
    files.set(folder + file, text);
    return { file };
  };
  for (const key of Object.keys(content)) {
    const value = content[key] ?? null;
    const extension = localisedTexts.get(key);
    if (extension !== undefined && isJsonObject(value)) {
      setOwn(
        template,
        key,
        mapTexts(value, (locale, text) => move(`${name}.${encodeFileName(locale)}.${extension}`, text)),
      );
    } else {
      setOwn(template, key, key === "styles" ? (move(`${name}.css`, value) ?? null) : value);
    }
  }
  files.set(`${folder}${name}.json`, stableJson(template));
  return true;
}

function mapTexts(texts: JsonObject, change: (locale: string, text: Json | undefined) => Json | undefined): JsonObject {
  const result: Record<string, Json> = {};
  for (const locale of Object.keys(texts)) setOwn(result, locale, change(locale, texts[locale]) ?? null);
  return result;
}
