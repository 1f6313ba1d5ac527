import type { ExportOptions, Script } from "../../model/model.js";
import { type Json, type JsonObject, setOwn } from "../../text/json.js";

/** An entry of the export's `scripts`. */
export function scriptObject(script: Script, encoding: ExportOptions["scriptEncoding"]): JsonObject {
  const object: Record<string, Json> = {
    _id: script.id,
    name: script.title,
    script: encodeBody(script.body, encoding),
  };
  for (const [name, setting] of script.properties) setOwn(object, name, setting.value);
  return object;
}

/** A script body as an export holds it. */
export function encodeBody(body: string, encoding: ExportOptions["scriptEncoding"]): Json {
  switch (encoding) {
    case "json":
      return JSON.stringify(body);
    case "base64":
      return base64(new TextEncoder().encode(body));
    case "lines":
      return body.split("\n");
  }
}

const chunkSize = 0x6000;

/** Piece by piece: a call cannot take all bytes of a long script as arguments. A piece is a multiple of three bytes, so pieces join. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += chunkSize) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + chunkSize)));
  }
  return text;
}
