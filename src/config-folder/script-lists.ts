import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../text/json.js";
import { textMember } from "../text/json-members.js";
import type { JsonPlace } from "../text/json-place.js";

/*
 * Files that hold several scripts: a list of what is to be sent, whose texts lie beside it (`{ "scripts": [{ "payload": { … },
 * "filename": "x.js" }] }` with `scripts-content/x.js`), and exports of scripts, `{ "script": { "<id>": { … } } }`.
 */

/** A script in such a file. Where its text lies in a file of its own, `script` is `{ "file": … }`. */
interface ListedScript {
  readonly value: JsonObject;
  readonly place: JsonPlace;
}

/** The scripts of a file that holds several; none where it is something else. */
export function listedScripts(value: Json, whole: JsonPlace): readonly ListedScript[] {
  if (!isJsonObject(value)) return [];
  const sent = getOwn(value, "scripts") ?? null;
  if (Array.isArray(sent)) {
    const list = whole.child("scripts");
    return (sent as readonly Json[]).flatMap((entry, index) => {
      const payload = isJsonObject(entry) ? getOwn(entry, "payload") : undefined;
      const isWhole = isScript(payload ?? null) && isJsonObject(payload);
      return isWhole ? [{ value: withFile(payload, entry), place: list.child(index).child("payload") }] : [];
    });
  }
  const exported = getOwn(value, "script") ?? null;
  if (!isJsonObject(exported) || !Object.values(exported).every(isScript)) return [];
  const section = whole.child("script");
  return Object.entries(exported).flatMap(([id, script]) =>
    isJsonObject(script) ? [{ value: withFile(script, null), place: section.child(id) }] : [],
  );
}

export function isScript(value: Json): boolean {
  return (
    isJsonObject(value) &&
    Object.hasOwn(value, "script") &&
    Object.hasOwn(value, "context") &&
    textMember(value, "name") !== undefined
  );
}

/** The file with the text of a script, as the script or the entry around it names it; `undefined` where the script holds its text. */
export function textFileOfScript(script: JsonObject, around: Json): string | undefined {
  const filename =
    isJsonObject(around) && Object.hasOwn(around, "payload") ? textMember(around, "filename") : undefined;
  if (filename !== undefined) return `scripts-content/${filename}`;
  const body = getOwn(script, "script") ?? null;
  if (isJsonObject(body)) return textMember(body, "file");
  const prefix = "file://";
  return typeof body === "string" && body.startsWith(prefix) ? body.slice(prefix.length) : undefined;
}

function withFile(script: JsonObject, around: Json): JsonObject {
  const file = textFileOfScript(script, around);
  if (file === undefined) return script;
  const result: Record<string, Json> = {};
  for (const key of Object.keys(script)) setOwn(result, key, key === "script" ? { file } : script[key]);
  return result;
}
