import fc from "fast-check";
import { type Json, type JsonObject, setOwn } from "../../src/text/json.js";
import { fixtureIds } from "./export-fixture.js";

/** One change at a path into the export. */
type Edit =
  | { readonly kind: "remove" }
  | { readonly kind: "set"; readonly value: Json }
  | { readonly kind: "rename"; readonly key: string };

const anyValue = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    7,
    -0.5,
    "",
    "x",
    [],
    {},
    ["a\nb"],
    "PageNode",
    "Check",
    "Sign In Page",
    "SignInPag",
    "DataStoreDecision",
    "success",
    "1.0",
    ...Object.values(fixtureIds),
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant<Edit>({ kind: "remove" }),
  anyValue.map((value): Edit => ({ kind: "set", value })),
  fc
    .constantFrom("_id", "_type", "nodes", "start", "script", "__proto__", "x", ...Object.values(fixtureIds))
    .map((key): Edit => ({ kind: "rename", key })),
);
/** Random edits: members to pick on the way down, and the change to make there. */
export const anyEdits = fc.array(fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), anyEdit), {
  minLength: 1,
  maxLength: 6,
});

/** Makes the edits in a JSON object, in place. */
export function editJson(value: JsonObject, edits: readonly (readonly [readonly number[], Edit])[]): void {
  // A copy: what one edit has put in, the next one may change.
  for (const [picks, change] of edits) edit(value, picks, structuredClone(change));
}

/** Walks down by picking members as long as there are any, and changes the value at the end. */
function edit(value: JsonObject, picks: readonly number[], change: Edit): void {
  let at: JsonObject | readonly Json[] = value;
  for (const [depth, pick] of picks.entries()) {
    const keys: string[] = Object.keys(at);
    if (keys.length === 0) return;
    const key = keys[pick % keys.length]!;
    const next: Json | undefined = (at as JsonObject)[key];
    if (depth === picks.length - 1 || typeof next !== "object" || next === null) {
      changeMember(at, key, change);
      return;
    }
    at = next;
  }
}

function changeMember(of: JsonObject | readonly Json[], key: string, change: Edit): void {
  if (Array.isArray(of)) {
    if (change.kind === "remove") of.splice(Number(key), 1);
    else if (change.kind === "set") of[Number(key)] = change.value;
    return;
  }
  const object = of as Record<string, Json>;
  const before = object[key] ?? null;
  delete object[key];
  if (change.kind === "set") setOwn(object, key, change.value);
  if (change.kind === "rename") setOwn(object, change.key, before);
}
