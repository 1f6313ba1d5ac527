import type { JsonValue } from "../machine.js";

/** Details as answers carry them: a text that is JSON becomes what it says. */
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
