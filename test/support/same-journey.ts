import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { idOfType } from "../../src/export-json/read/ids-of-two-types.js";
import type { Json, JsonObject } from "../../src/text/json.js";

/**
 * The tests' own idea of two journey exports being the same, apart from what the product compares with: one canonical
 * text each. Ignored are `_rev` of tree and bodies, `meta` and `origin`, the order of keys, how script text is encoded,
 * the spelling `innernodes`, and containers that are empty.
 */
export function canonicalJourney(journey: JsonObject): string {
  const flat: [string, string][] = [];
  for (const [member, value] of Object.entries(journey)) {
    if (member === "meta" || member === "origin") continue;
    const name = member === "innernodes" && !("innerNodes" in journey) ? "innerNodes" : member;
    if (name === "tree") flat.push([name, sorted(dropRevision(value))]);
    else if (name === "nodes" || name === "innerNodes") push(flat, name, value, dropRevision);
    else if (name === "scripts") push(flat, name, value, plainScript);
    else push(flat, name, value, (each) => each);
  }
  return flat
    .map(([path, text]) => `${path} = ${text}`)
    .sort()
    .join("\n");
}

/** The journey as it was, where the reader has told that a node of it is read with an id of its own. */
export function withSharedIds(journey: JsonObject, diagnostics: readonly Diagnostic[]): JsonObject {
  let text = JSON.stringify(journey);
  for (const { code, message } of diagnostics) {
    if (code !== "id-of-two-types") continue;
    const [, id, typeId] = /^The id (".*?") belongs to nodes of several types: .* \((.*)\) is read/s.exec(message)!;
    const shared = JSON.parse(id!) as string;
    text = text.replaceAll(idOfType(shared, typeId!), JSON.stringify(shared).slice(1, -1));
  }
  return JSON.parse(text) as JsonObject;
}

function push(flat: [string, string][], name: string, value: Json, change: (value: Json) => Json): void {
  const isContainer = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isContainer) {
    if (Array.isArray(value) && value.length === 0) return;
    flat.push([name, sorted(value)]);
  } else
    for (const [id, each] of Object.entries(value)) flat.push([`${name}[${JSON.stringify(id)}]`, sorted(change(each))]);
}

function dropRevision(value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "_rev"));
}

/** The script's text in the clear, by hand: lines joined, JSON text parsed, base64 decoded. */
function plainScript(value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { script } = value as JsonObject;
  if (
    Array.isArray(script) &&
    script.length > 0 &&
    script.every((line) => typeof line === "string" && !/\n/.test(line))
  ) {
    return { ...value, script: script.join("\n") };
  }
  if (typeof script !== "string") return value;
  if (/^".*"$/s.test(script)) {
    try {
      const text: unknown = JSON.parse(script);
      if (typeof text === "string") return { ...value, script: text };
    } catch {
      // Not JSON text after all.
    }
  }
  const bytes = Buffer.from(script, "base64");
  const text = bytes.toString("utf8");
  const isBase64 = script !== "" && bytes.toString("base64") === script && Buffer.from(text, "utf8").equals(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text that holds these is not a script.
  return isBase64 && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? { ...value, script: text } : value;
}

function sorted(value: Json): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    // As pairs: an object would put keys like "1" first, and swallow "__proto__".
    return {
      "{}": Object.keys(member)
        .sort()
        .map((key) => [key, (member as JsonObject)[key]]),
    };
  });
}
