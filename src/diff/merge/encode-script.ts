import type { DecodedScript } from "../../read/export-json/script-text.js";
import type { Json } from "../../text/json.js";
import { encodeBody } from "../../write/export-json/script-object.js";

/** A script's body in the form in which it was found. */
export function encodeScript(body: string, encoding: DecodedScript["encoding"]): Json {
  return encoding === "plain" ? body : encodeBody(body, encoding);
}
