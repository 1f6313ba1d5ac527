import type { DecodedScript } from "../../export-json/read/script-text.js";
import { encodeBody } from "../../export-json/write/script-object.js";
import type { Json } from "../../text/json.js";

/** A script's body in the form in which it was found. */
export function encodeScript(body: string, encoding: DecodedScript["encoding"]): Json {
  return encoding === "plain" ? body : encodeBody(body, encoding);
}
