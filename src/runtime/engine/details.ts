import type { JsonValue } from "../machine.js";

/**
 * Reads the texts of a details node as the platform does: a text that is JSON becomes its value, any other stays text.
 */
export function detailsOf(texts: ReadonlyMap<string, string>): { readonly [name: string]: JsonValue } {
  return Object.fromEntries([...texts].map(([name, text]) => [name, parsed(text)]));
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
