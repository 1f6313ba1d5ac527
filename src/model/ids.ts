import { sha1Words } from "../text/sha1.js";
import type { Target } from "./model.js";

/** The namespace of all ids that journeyc derives. It must never change, or all derived ids would change. */
export const idNamespace = "80d2a914-740a-4e23-a8dc-977fbdfbfe46";

/** The platform's fixed ids of the end nodes, and the key of the start in `staticNodes`. */
export const terminalIds = {
  start: "startNode",
  success: "70e691a5-1e33-4ac3-a356-e7b6d60d92e0",
  failure: "e301438c-0bd0-429c-ab0c-66126501069a",
} as const;

/** The id of a target, as `connections` and `entryNodeId` have it. */
export function targetId(target: Target): string {
  switch (target.kind) {
    case "node":
    case "foreign":
      return target.id;
    case "success":
    case "failure":
      return terminalIds[target.kind];
  }
}

/** Whether two arrows lead to the same place. Nodes are compared by id, because names may differ. */
export function isSameTarget(left: Target, right: Target | undefined): boolean {
  if (right === undefined || left.kind !== right.kind) return false;
  if (left.kind === "node" && right.kind === "node") return left.id === right.id;
  return left.kind !== "foreign" || right.kind !== "foreign" || left.id === right.id;
}

/** Derives the id of a node for which the text sets none. `path` is `Node`, or `Page/Node` for an inner node. */
export function deriveNodeId(journeyId: string, path: string): string {
  return nameBasedUuid(`${journeyId}/${path}`);
}

/** Derives the id of a script for which the text sets none. */
export function deriveScriptId(name: string): string {
  return nameBasedUuid(name);
}

/** In how many characters two spellings of one id differ at most. */
export const mostMisspeltInId = 2;

/** The ids inside a text, for `replace`. */
export const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Whether an id comes from a name, as derived ids do; the platform gives random ones. */
export function isNameBased(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(id);
}

/** A UUID of version 5 (RFC 9562) in the fixed namespace. */
export function nameBasedUuid(name: string): string {
  const words = digestOf(name);
  const [a, b, c, d] = [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0];
  const version = hex16((b & 0x0fff) | 0x5000);
  const variant = hex16(((c >>> 16) & 0x3fff) | 0x8000);
  const node = hex16(c) + hex16(d >>> 16) + hex16(d);
  return `${hex16(a >>> 16)}${hex16(a)}-${hex16(b >>> 16)}-${version}-${variant}-${node}`;
}

const encoder = new TextEncoder();
const hexadecimal = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));
const namespaceBytes = Uint8Array.from(idNamespace.replaceAll("-", "").match(/../g) ?? [], (pair) =>
  Number.parseInt(pair, 16),
);

/** The low sixteen bits as four hexadecimal digits. */
function hex16(value: number): string {
  return (hexadecimal[(value >>> 8) & 0xff] as string) + (hexadecimal[value & 0xff] as string);
}

/** A buffer for short ASCII names, which most names are: they need no encoder and no array of their own. */
const shortBytes = new Uint8Array(256);
shortBytes.set(namespaceBytes);

function digestOf(name: string): Int32Array {
  const start = namespaceBytes.length;
  if (name.length > shortBytes.length - start) return digestOfLong(name);
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code > 0x7f) return digestOfLong(name);
    shortBytes[start + index] = code;
  }
  return sha1Words(shortBytes, start + name.length);
}

function digestOfLong(name: string): Int32Array {
  const encoded = encoder.encode(name);
  const bytes = new Uint8Array(namespaceBytes.length + encoded.length);
  bytes.set(namespaceBytes);
  bytes.set(encoded, namespaceBytes.length);
  return sha1Words(bytes, bytes.length);
}
