import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import { folderOf, localisedTemplateTexts, scriptTextPaths } from "../frconfig-layout.js";
import type { FolderPart } from "./folder-file.js";

/**
 * Puts texts that lie in files of their own back into the objects that name these files, as in `{ "file":
 * "scripts-content/…/x.js" }`.
 */
export class TextFiles {
  readonly #files: ReadonlyMap<string, string>;
  readonly #diagnostics: Diagnostic[];
  readonly #reported = new Set<string>();

  constructor(files: ReadonlyMap<string, string>, diagnostics: Diagnostic[]) {
    this.#files = files;
    this.#diagnostics = diagnostics;
  }

  /** The script object with its text in it; `undefined` and a diagnostic where the file with the text is missing. */
  completeScript(part: FolderPart): JsonObject | undefined {
    const file = fileOf(getOwn(part.value, "script"));
    if (file === undefined) return part.value;
    for (const path of scriptTextPaths(file)) {
      const body = this.#text(part, path);
      if (body !== undefined) return withMember(part.value, "script", JSON.stringify(body));
    }
    this.#report(part, "Script", textMember(part.value, "name") ?? "", file);
    return undefined;
  }

  /**
   * The e-mail template with its texts and styles in it; `undefined` and a diagnostic where one of their files is
   * missing.
   */
  completeTemplate(part: FolderPart): JsonObject | undefined {
    const result: Record<string, Json> = {};
    for (const key of Object.keys(part.value)) {
      const member = getOwn(part.value, key) ?? null;
      const texts = localisedTemplateTexts.has(key) && isJsonObject(member) ? this.#localised(part, member) : undefined;
      const value = texts ?? this.#inline(part, member);
      if (value === undefined) return undefined;
      setOwn(result, key, value);
    }
    return result;
  }

  #localised(part: FolderPart, texts: JsonObject): JsonObject | undefined {
    const result: Record<string, Json> = {};
    for (const locale of Object.keys(texts)) {
      const text = this.#inline(part, getOwn(texts, locale) ?? null);
      if (text === undefined) return undefined;
      setOwn(result, locale, text);
    }
    return result;
  }

  #inline(part: FolderPart, value: Json): Json | undefined {
    const file = fileOf(value);
    if (file === undefined) return value;
    const text = this.#text(part, file);
    if (text === undefined) this.#report(part, "E-mail template", textMember(part.value, "_id") ?? "", file);
    return text;
  }

  #text(part: FolderPart, file: string): string | undefined {
    const path = resolvePath(folderOf(part.path), file);
    return path === undefined ? undefined : this.#files.get(path);
  }

  #report(part: FolderPart, what: string, name: string, file: string): void {
    if (this.#reported.has(part.path)) return;
    this.#reported.add(part.path);
    this.#diagnostics.push(createDiagnostic("missing-text-file", part.place, { what, name, file }));
  }
}

function fileOf(value: Json | undefined): string | undefined {
  return isJsonObject(value) && Object.keys(value).length === 1 ? textMember(value, "file") : undefined;
}

function withMember(object: JsonObject, key: string, value: Json): JsonObject {
  const result: Record<string, Json> = {};
  for (const name of Object.keys(object)) setOwn(result, name, name === key ? value : object[name]);
  return result;
}

/** Joins a folder and a path with `.` and `..` in it; a folder outside of the working directory begins with `..` itself. */
export function resolvePath(folder: string, path: string): string | undefined {
  const isAbsolute = folder.startsWith("/");
  const segments: string[] = [];
  for (const segment of `${folder}${path}`.split("/")) {
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (segment === ".." && isAbsolute) return undefined;
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return (isAbsolute ? "/" : "") + segments.join("/");
}
