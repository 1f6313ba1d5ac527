import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { textMember } from "../export-json/export-parts.js";
import { type FolderPart, folderOf } from "./folder-file.js";

/** Finds the bodies of scripts that lie in files of their own: `"script": { "file": "scripts-content/…/x.js" }`. */
export class ScriptBodies {
  readonly #files: ReadonlyMap<string, string>;
  readonly #diagnostics: Diagnostic[];
  readonly #reported = new Set<string>();

  constructor(files: ReadonlyMap<string, string>, diagnostics: Diagnostic[]) {
    this.#files = files;
    this.#diagnostics = diagnostics;
  }

  /** The script object with its body in it; `undefined` with a diagnostic where the body's file is missing. */
  complete(part: FolderPart): JsonObject | undefined {
    const script = getOwn(part.value, "script");
    const file = isJsonObject(script) ? textMember(script, "file") : undefined;
    if (file === undefined) return part.value;
    // The path counts from the folder `scripts`, the object lies one folder below.
    const folder = folderOf(part.path);
    const body = this.#files.get(resolvePath(folder, `../${file}`)) ?? this.#files.get(resolvePath(folder, file));
    if (body === undefined) {
      this.#report(part, file);
      return undefined;
    }
    const result: Record<string, Json> = {};
    for (const key of Object.keys(part.value)) {
      setOwn(result, key, key === "script" ? JSON.stringify(body) : part.value[key]);
    }
    return result;
  }

  #report(part: FolderPart, file: string): void {
    if (this.#reported.has(part.path)) return;
    this.#reported.add(part.path);
    const script = textMember(part.value, "name") ?? textMember(part.value, "_id") ?? "";
    this.#diagnostics.push(createDiagnostic("missing-script-file", part.place.child("script"), { script, file }));
  }
}

/** Follows `.` and `..` inside the folder given; a path that leads out of it names no file. */
function resolvePath(folder: string, path: string): string {
  const segments: string[] = [];
  for (const segment of `${folder}${path}`.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return "";
    } else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return (folder.startsWith("/") ? "/" : "") + segments.join("/");
}
