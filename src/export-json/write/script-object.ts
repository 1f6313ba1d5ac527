import type { ExportOptions, Script } from "../../model/model.js";
import { type Json, type JsonObject, setOwn } from "../../text/json.js";
import { encodeScript } from "../script-text.js";

/** Makes the entry of a script in the export. */
export function scriptObject(script: Script, encoding: ExportOptions["scriptEncoding"]): JsonObject {
  const object: Record<string, Json> = {
    _id: script.id,
    name: script.title,
    script: encodeScript(script.body, encoding),
  };
  for (const [name, setting] of script.properties) setOwn(object, name, setting.value);
  return object;
}
