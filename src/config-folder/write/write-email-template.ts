import { encodeFileName } from "../../text/file-name.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { stableJson } from "../../text/stable-json.js";
import { localisedTemplateTexts, templateFiles, templatePrefix } from "../frconfig-layout.js";

/**
 * Writes an e-mail template as fr-config-manager does: each text and the styles have files of their own. Returns false
 * for a template whose id does not match its name, since a reader of the folder would not find it.
 */
export function writeEmailTemplate(name: string, content: Json, files: Map<string, string>): boolean {
  if (!isJsonObject(content) || content._id !== templatePrefix + name) return false;
  const { folder, stem } = templateFiles(name);
  const template: Record<string, Json> = {};
  const move = (file: string, text: Json | undefined): Json | undefined => {
    // The tool writes no file for an empty text.
    if (typeof text !== "string" || text === "") return text;
    files.set(folder + file, text);
    return { file };
  };
  for (const key of Object.keys(content)) {
    const value = content[key] ?? null;
    const extension = localisedTemplateTexts.get(key);
    if (extension !== undefined && isJsonObject(value)) {
      setOwn(
        template,
        key,
        mapTexts(value, (locale, text) => move(`${stem}.${encodeFileName(locale)}.${extension}`, text)),
      );
    } else {
      setOwn(template, key, key === "styles" ? (move(`${stem}.css`, value) ?? null) : value);
    }
  }
  files.set(`${folder}${stem}.json`, stableJson(template));
  return true;
}

function mapTexts(texts: JsonObject, change: (locale: string, text: Json | undefined) => Json | undefined): JsonObject {
  const result: Record<string, Json> = {};
  for (const locale of Object.keys(texts)) setOwn(result, locale, change(locale, texts[locale]) ?? null);
  return result;
}
