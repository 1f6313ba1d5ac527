import type { NodeType } from "../../catalogue/node-type.js";
import { deriveOutcomes } from "../../catalogue/outcomes.js";
import type { NodeOutcome } from "../../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { textMember, withSortedKeys } from "./export-parts.js";
import { type NodeOutline, outlineVersion } from "./node-outline.js";

/** What a node's outcomes are, and whether the body says other ones than the catalogue derives. */
export interface ReadOutcomes {
  readonly outcomes: readonly NodeOutcome[];
  readonly known: boolean;
  /** The body's `_outcomes`, where they are not what the node's type and properties give. */
  readonly override: Json | undefined;
}

/** The outcomes of a node: the body's own list wins, the catalogue's rule stands in. `nameOf` names a page's inner nodes. */
export function readOutcomes(
  outline: NodeOutline,
  lookUp: (typeId: string) => NodeType | undefined,
  nameOf: (id: string) => string,
): ReadOutcomes {
  const derived = derive(outline, lookUp, nameOf);
  const given = outline.body && getOwn(outline.body, "_outcomes");
  if (given === undefined) return { ...derived, override: undefined };
  const listed = listOutcomes(given, derived.outcomes);
  if (!listed) return { ...derived, override: given };
  // A rule that is only a guess is not written, so the list has to be said even where the guess is right.
  const isDerived = derived.known && isSameList(listed, derived.outcomes);
  return { outcomes: listed, known: true, override: isDerived ? undefined : given };
}

/** The ids of a node's outcomes in their order; cheaper than all of `readOutcomes`, and enough to order and name nodes. */
export function outcomeIds(outline: NodeOutline, lookUp: (typeId: string) => NodeType | undefined): readonly string[] {
  const given = outline.body && getOwn(outline.body, "_outcomes");
  const listed = given === undefined ? undefined : listOutcomes(given, []);
  return (listed ?? derive(outline, lookUp, (id) => id).outcomes).map((outcome) => outcome.id);
}

function derive(
  outline: NodeOutline,
  lookUp: (typeId: string) => NodeType | undefined,
  nameOf: (id: string) => string,
): { readonly outcomes: readonly NodeOutcome[]; readonly known: boolean } {
  const type = lookUp(outline.typeId);
  if (!type) return { outcomes: [], known: false };
  const children = outline.children.map((child) => {
    const { outcomes, known } = readOutcomes(child, lookUp, nameOf);
    const standalone = lookUp(child.typeId)?.allowedInPage === "standalone";
    return { id: child.id, name: nameOf(child.id), standalone, outcomes, known };
  });
  return deriveOutcomes(type, outlineVersion(outline), propertyValues(outline.body), children, lookUp);
}

function propertyValues(body: JsonObject | undefined): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const key of Object.keys(body ?? {})) values.set(key, withSortedKeys(body?.[key] ?? null));
  return values;
}

/** The list as outcomes; `undefined` where it has another form than the platform's. */
function listOutcomes(given: Json, derived: readonly NodeOutcome[]): readonly NodeOutcome[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const known = new Map(derived.map((outcome) => [outcome.id, outcome]));
  const outcomes: NodeOutcome[] = [];
  for (const entry of given as readonly Json[]) {
    if (!isJsonObject(entry) || Object.keys(entry).length !== 2) return undefined;
    const id = textMember(entry, "id");
    const displayName = textMember(entry, "displayName");
    if (id === undefined || displayName === undefined) return undefined;
    outcomes.push({ id, displayName, outcome: known.get(id)?.outcome ?? id, child: known.get(id)?.child });
  }
  return outcomes;
}

function isSameList(left: readonly NodeOutcome[], right: readonly NodeOutcome[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ id, displayName }, index) => id === right[index]?.id && displayName === right[index]?.displayName)
  );
}
