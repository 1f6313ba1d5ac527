import { sha1 } from "./sha1.js";

/** The namespace of every id that journeyc derives. It must never change: all derived ids would. */
export const idNamespace = "80d2a914-740a-4e23-a8dc-977fbdfbfe46";

/** The platform's constants for the end nodes, and the canvas key of the start. */
export const terminalIds = {
  start: "startNode",
  success: "70e691a5-1e33-4ac3-a356-e7b6d60d92e0",
  failure: "e301438c-0bd0-429c-ab0c-66126501069a",
} as const;

/** The id of a node that the text gives no id. `path` is `Node`, or `Page/Node` for an inner node. */
export function deriveNodeId(journeyId: string, path: string): string {
  return nameBasedUuid(`${journeyId}/${path}`);
}

/** The id of a script that the text gives no id. */
export function deriveScriptId(name: string): string {
  return nameBasedUuid(name);
}

/** A UUID of version 5 (RFC 9562) in the fixed namespace. */
export function nameBasedUuid(name: string): string {
  const digest = sha1(namespacedBytes(name));
  digest[6] = ((digest[6] as number) & 0x0f) | 0x50;
  digest[8] = ((digest[8] as number) & 0x3f) | 0x80;
  let text = "";
  for (let index = 0; index < 16; index++) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += "-";
    text += hexadecimal[digest[index] as number] as string;
  }
  return text;
}

const encoder = new TextEncoder();
const hexadecimal = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));
const namespaceBytes = Uint8Array.from(idNamespace.replaceAll("-", "").match(/../g) ?? [], (pair) =>
  Number.parseInt(pair, 16),
);

/** Names are nearly always ASCII, which needs no encoder. */
function namespacedBytes(name: string): Uint8Array {
  const start = namespaceBytes.length;
  const bytes = new Uint8Array(start + name.length);
  bytes.set(namespaceBytes);
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code > 0x7f) return concatenate(namespaceBytes, encoder.encode(name));
    bytes[start + index] = code;
  }
  return bytes;
}

function concatenate(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
