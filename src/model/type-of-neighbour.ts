import type { PageMember } from "../syntax/ast.js";
import { builtNodeMembers } from "../syntax/reserved-names.js";
import { isUnknownProperty } from "./known-properties.js";
import type { NodeDraft } from "./node-table.js";
import { lookUpNodeType, type ResolvedType, resolveNodeType, typeNames } from "./node-types.js";
import { matchingOutcomes } from "./outcome-index.js";
import { type JourneyScope, placeIn } from "./scope.js";

const mostOffered = 3;

/**
 * The type that a node is meant to have, where settings and outcomes of it say that it is another one than its head names: the only one of the
 * journey's other nodes, or else of all types, that has all of them. On a page, where a type that shows nothing has no place, settings alone say
 * so. It is reported at the type, and the node is read as one of it.
 */
export function typeOfNeighbour(
  { declaration, idRange }: NodeDraft,
  resolved: ResolvedType,
  page: string | undefined,
  scope: JourneyScope,
): ResolvedType | undefined {
  if (declaration.kind !== "node" || declaration.type === undefined || resolved.type === undefined) return undefined;
  const members: readonly PageMember[] = declaration.members;
  const strange = strangeTo(resolved, members, scope, true);
  const showsNothing = ["noCallbacks", "no"].includes(resolved.type.allowedInPage);
  const isMisplaced = page !== undefined && showsNothing && idRange === undefined;
  if (isMisplaced ? strange.keys.length === 0 : !saysAnother(strange)) return undefined;
  const { name: written } = declaration.type;
  const as = (text: string): ResolvedType => {
    const type = { name: { ...written, text }, version: undefined, range: written.range };
    return resolveNodeType({ ...declaration, type }, scope);
  };
  const fits = (text: string) => {
    if (lookUpNodeType(text, scope) === undefined) return false;
    const other = as(text);
    if (other.type === undefined || other.type === resolved.type || !other.known.complete) return false;
    if (isMisplaced && ["noCallbacks", "no"].includes(other.type.allowedInPage)) return false;
    const { keys, outcomes } = strangeTo(other, members, scope, false);
    return keys.length + outcomes.length === 0 && other.known.outcomes !== undefined;
  };
  const near = [...neighbourTypes(scope)].filter(fits);
  const found = near.length > 0 ? near : [...new Set(typeNames(scope))].filter(fits);
  const [only, ...others] = found;
  if (only === undefined || found.length > mostOffered) return undefined;
  const place = placeIn(scope, written.range);
  const [key] = strange.keys;
  const [outcome = "", ...more] = strange.outcomes;
  const all = [...strange.keys, ...strange.outcomes].map((each) => `\`${each}\``);
  const has = others.length === 0 ? "It has" : "They have";
  const help = `Did you mean the type ${found.map((each) => `\`${each}\``).join(" or ")}? ${has} ${all.join(", ")}.`;
  const error = { help, severity: "error" } as const;
  if (key !== undefined) scope.reporter.report("unknown-property", place, { type: resolved.id, property: key }, error);
  else {
    const args = { node: declaration.name?.text ?? "", outcome, others: more };
    scope.reporter.report("unknown-outcome", place, args, error);
  }
  return as(only);
}

interface Strange {
  readonly keys: readonly string[];
  readonly outcomes: readonly string[];
}

/** Settings alone may be left over from another type, in an export as in the text that is imported from it. */
function saysAnother({ keys, outcomes }: Strange): boolean {
  return outcomes.length > 0 && keys.length + outcomes.length > 1;
}

/** The settings and outcomes of a node that a type has not; without those that are nearly its own, which are misspelt. */
function strangeTo(
  { type, known }: ResolvedType,
  members: readonly PageMember[],
  { reporter }: JourneyScope,
  exceptMisspelt: boolean,
): Strange {
  const keys: string[] = [];
  const outcomes: string[] = [];
  const isStrange = (text: string, names: Iterable<string>) =>
    !exceptMisspelt || reporter.nearest(text, names) === undefined;
  for (const member of members) {
    if (member.kind === "property") {
      const { text } = member.key;
      const isKnown = builtNodeMembers.has(text) || text.startsWith("_") || type === undefined;
      if (!isKnown && isUnknownProperty(text, type, known) && isStrange(text, known.properties?.keys() ?? []))
        keys.push(text);
    }
    if (member.kind !== "edge" || known.outcomes?.known !== true) continue;
    for (const { outcome, child } of member.outcomes) {
      // In quotes, it is an id of the platform.
      if (child !== undefined || outcome.quoted || matchingOutcomes(known.outcomes, undefined, outcome.text).length > 0)
        continue;
      const names = known.outcomes.outcomes.map((each) => each.outcome);
      if (isStrange(outcome.text, names)) outcomes.push(outcome.text);
    }
  }
  return { keys: [...new Set(keys)], outcomes: [...new Set(outcomes)] };
}

/** The types of the journey's nodes, as the text calls them. */
function neighbourTypes({ nodes }: JourneyScope): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { declaration, children } of nodes.byName.values())
    for (const each of [declaration, ...[...children.values()].map((child) => child.declaration)])
      if (each.kind === "node" && each.type !== undefined) types.add(each.type.name.text);
  return types;
}
