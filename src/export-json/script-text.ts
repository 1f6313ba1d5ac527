import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";

/** The body of a script, and how the export encodes it; `plain` is the text itself. */
export interface DecodedScript {
  readonly body: string;
  readonly encoding: "json" | "base64" | "lines" | "plain";
}

/** Decodes the scripts of an export, by id. Those that cannot be decoded are missing. */
export function decodeScripts(scripts: JsonObject): ReadonlyMap<string, DecodedScript> {
  const found = new Map<string, DecodedScript>();
  for (const id of Object.keys(scripts)) {
    const script = scripts[id];
    const decoded = isJsonObject(script) ? decodeScript(getOwn(script, "script") ?? null) : undefined;
    if (decoded) found.set(id, decoded);
  }
  return found;
}

/**
 * Decodes the body of a script: a list of lines, JSON text inside a string, base64, or plain text. `undefined` where
 * the value is none of these, or where encoding it again would not give the same value.
 */
export function decodeScript(value: Json): DecodedScript | undefined {
  if (typeof value === "string") {
    const text = decodeJsonText(value);
    if (text !== undefined) return { body: text, encoding: "json" };
    const decoded = decodeBase64(value);
    return decoded === undefined ? { body: value, encoding: "plain" } : { body: decoded, encoding: "base64" };
  }
  if (!Array.isArray(value)) return undefined;
  const lines = value as readonly Json[];
  // A line that holds a line end would come back as two lines, and no line at all as one empty line.
  const isExact = lines.length > 0 && lines.every((line) => typeof line === "string" && !line.includes("\n"));
  return isExact ? { body: lines.join("\n"), encoding: "lines" } : undefined;
}

function decodeJsonText(text: string): string | undefined {
  if (!text.startsWith('"') || !text.endsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

const base64Text = /^[A-Za-z0-9+/]+={0,2}$/;
/** Text that holds these was not a script; the decoder writes the last one for bytes that are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const binaryCharacter = /[\u0000-\u0008\u000e-\u001f\ufffd]/;

function decodeBase64(text: string): string | undefined {
  if (text.length % 4 !== 0 || !base64Text.test(text)) return undefined;
  const binary = atob(text);
  // A plain loop: `Uint8Array.from` goes through an iterator, which takes ten times as long.
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  // Without `ignoreBOM` the decoder would swallow a byte order mark, and the way back would lose it.
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return binaryCharacter.test(decoded) ? undefined : decoded;
}

/** Encodes the body of a script for an export; `decodeScript` gives the same body back. */
export function encodeScript(body: string, encoding: DecodedScript["encoding"]): Json {
  switch (encoding) {
    case "plain":
      return body;
    case "json":
      return JSON.stringify(body);
    case "base64":
      return encodeBase64(new TextEncoder().encode(body));
    case "lines":
      return body.split("\n");
  }
}

const chunkSize = 0x6000;

/**
 * Encodes piece by piece, since a call cannot take all bytes of a long script as arguments. Each piece has a multiple
 * of three bytes, so that the results can be joined.
 */
function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += chunkSize) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + chunkSize)));
  }
  return text;
}
