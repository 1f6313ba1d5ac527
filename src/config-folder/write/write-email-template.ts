import { templatePrefix } from "../../model/resource-content.js";
import { isJsonObject, type Json, setOwn } from "../../text/json.js";
import { folderOf, localisedTemplateTexts } from "../frconfig-layout.js";
import { toolFileName } from "../tool-file-name.js";
import { fileNamedBy } from "./existing-folder.js";
import type { FrConfigNames } from "./frconfig-names.js";

/**
 * Writes an e-mail template as fr-config-manager does: each text and the styles have files of their own. A template that the folder
 * has already keeps its files, and texts that stand in the template itself. Returns false for a template whose id does not match its
 * name, since a reader of the folder would not find it.
 */
export function writeEmailTemplate(
  name: string,
  content: Json,
  names: FrConfigNames,
  write: { readonly text: (path: string, text: string) => void; readonly json: (path: string, value: Json) => void },
): boolean {
  if (!isJsonObject(content) || content._id !== templatePrefix + name) return false;
  const { there, file, stem } = names.template(name);
  const template: Record<string, Json> = {};
  const move = (usual: string, text: Json | undefined, before: Json | undefined): Json | undefined => {
    if (typeof text !== "string" || typeof before === "string") return text;
    const named = fileNamedBy(before) ?? usual;
    write.text(folderOf(file) + named, text);
    return { file: named };
  };
  for (const key of Object.keys(content)) {
    const value = content[key] ?? null;
    const before = there?.value[key];
    const extension = localisedTemplateTexts.get(key);
    if (extension !== undefined && isJsonObject(value)) {
      const texts = isJsonObject(before) ? before : {};
      const moved: Record<string, Json> = {};
      for (const locale of Object.keys(value)) {
        const usual = `${stem}.${toolFileName(locale)}.${extension}`;
        setOwn(moved, locale, move(usual, value[locale], texts[locale]) ?? null);
      }
      setOwn(template, key, moved);
    } else {
      // The tool writes no file for empty styles.
      const isApart = key === "styles" && (value !== "" || fileNamedBy(before) !== undefined);
      setOwn(template, key, isApart ? (move(`${stem}.css`, value, before) ?? null) : value);
    }
  }
  write.json(file, template);
  return true;
}
