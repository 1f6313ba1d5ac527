import { encodeFileName } from "../../text/file-name.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { stableJson } from "../../text/stable-json.js";
import { localisedTemplateTexts, templateFiles, templatePrefix } from "../frconfig-layout.js";

/**
 * Writes an e-mail template as fr-config-manager does, each text and the styles in files of their own. False for a template that
 * does not have the id that the layout finds it by.
 */
export function writeEmailTemplate(name: string, content: Json, files: Map<string, string>): boolean {
  if (!isJsonObject(content) || content._id !== templatePrefix + name) return false;
  const { folder, stem } = templateFiles(name);
  const template: Record<string, Json> = {};
  const move = (file: string, text: Json | undefined): Json | undefined => {
    // An empty text has no file, as the tool has it.
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
