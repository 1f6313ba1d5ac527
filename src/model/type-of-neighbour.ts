import { versionOf } from "../catalogue/catalogue.js";
import type { NodeProperty } from "../catalogue/node-type.js";
import type { PageMember } from "../syntax/ast.js";
import { builtNodeMembers } from "../syntax/reserved-names.js";
import { isUnknownProperty } from "./known-properties.js";
import type { NodeOutcome } from "./model.js";
import { wordsOfIdentifier } from "./name-words.js";
import { namedOtherwise } from "./named-otherwise.js";
import type { NodeDraft } from "./node-table.js";
import { lookUpNodeType, type ResolvedType, resolveNodeType, typeNames } from "./node-types.js";
import { matchingOutcomes } from "./outcome-index.js";
import { type JourneyScope, placeIn } from "./scope.js";

const mostOffered = 3;

/**
 * The type that a node is meant to have, where settings and outcomes of it say that it is another one than its head names: the only one
 * that has all of them; of several, those whose names are like its own. Settings alone say so where a
 * person wrote them. It is reported at the type, and the node is read as one of it.
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
  const bySettings = strange.keys.length > 0 && strange.outcomes.length === 0 && idRange === undefined;
  if (!bySettings && (isMisplaced ? strange.keys.length === 0 : !saysAnother(strange))) return undefined;
  // One strange outcome, and those of many types, say so only together with all others, and for a type that is called much the same.
  const isLittle =
    strange.keys.length === 0 &&
    (strange.outcomes.length === 1 || strange.outcomes.every((outcome) => plainOutcomes.has(outcome)));
  // `success` for `true` is a habit, and no sign of another type.
  const isHabit = isLittle && possibleOutcomes(resolved, members)?.every(({ id }) => plainOutcomes.has(id)) === true;
  if (isHabit && strange.outcomes.every((outcome) => plainOutcomes.has(outcome))) return undefined;
  const arrows = members.flatMap((member) =>
    member.kind === "edge" ? member.outcomes.map(({ outcome }) => outcome.text) : [],
  );
  const { name: written } = declaration.type;
  const as = (text: string): ResolvedType => {
    const type = { name: { ...written, text }, version: undefined, range: written.range };
    return resolveNodeType({ ...declaration, type }, scope);
  };
  const keys = settingsOf(members);
  const isSole = members.some((member) => member.kind === "edge" && member.outcomes.length === 0);
  const fits = (text: string) => {
    if (lookUpNodeType(text, scope) === undefined) return false;
    const other = as(text);
    if (other.type === undefined || other.type === resolved.type || !other.known.complete) return false;
    if (isMisplaced && (["noCallbacks", "no"].includes(other.type.allowedInPage) || !other.known.outcomes))
      return false;
    const needed = [...other.known.demanded, ...other.known.emptyByDefault.map(({ name }) => name)];
    if (needed.some((name) => !keys.has(name))) return false;
    const outcomes = possibleOutcomes(other, members);
    if (outcomes === undefined || (isSole && page === undefined && outcomes.length !== 1)) return false;
    const { keys: otherKeys, outcomes: otherOutcomes } = strangeTo(other, members, scope, false);
    return otherKeys.length + otherOutcomes.length === 0 && (!isLittle || isSibling(written.text, text, other, arrows));
  };
  const found = mostLikely(written.text, [...new Set(typeNames(scope))].filter(fits), { as, arrows, scope });
  const [only, ...others] = found;
  if (only === undefined || found.length > ((bySettings && !isMisplaced) || isLittle ? 1 : mostOffered))
    return undefined;
  const place = placeIn(scope, written.range);
  const [key] = strange.keys;
  const [outcome = "", ...more] = strange.outcomes;
  const all = [...strange.keys, ...strange.outcomes].map((each) => `\`${each}\``);
  const has = others.length === 0 ? "It has" : "They have";
  const lacking = bySettings ? resolved.known.demanded.filter((name) => !keys.has(name)) : [];
  const own = lacking.length === 1 ? ` \`${written.text}\` has \`${lacking[0]}\` instead.` : "";
  const help = `Did you mean the type ${found.map((each) => `\`${each}\``).join(" or ")}? ${has} ${all.join(", ")}.${own}`;
  const error = { help, severity: "error" } as const;
  if (key !== undefined) scope.reporter.report("unknown-property", place, { type: resolved.id, property: key }, error);
  else {
    const args = { node: declaration.name?.text ?? "", outcome, others: more };
    scope.reporter.report("unknown-outcome", place, args, error);
  }
  return as(only);
}

/** Whether a type has a word of the other's name, beside what many types are called, and an arrow for each of its outcomes. */
function isSibling(written: string, text: string, type: ResolvedType, arrows: readonly string[]): boolean {
  const words = wordsOfIdentifier(written).filter((word) => !plainWords.has(word));
  const own = wordsOfIdentifier(text);
  return words.some((word) => own.includes(word)) && certainOutcomes(type).every((outcome) => arrows.includes(outcome));
}

const plainOutcomes: ReadonlySet<string> = new Set([
  "true",
  "false",
  "success",
  "failure",
  "SUCCESS",
  "ERROR",
  "error",
]);

const plainWords: ReadonlySet<string> = new Set(["Node", "Decision", "Collector", "Set"]);

/** What is known of a node, to choose between the types that it may be of. */
interface Choice {
  readonly as: (type: string) => ResolvedType;
  readonly arrows: readonly string[];
  readonly scope: JourneyScope;
}

/**
 * Of several types, those whose names have most words of the one that is written; of these those with an arrow for each outcome that they always
 * have, and of these those of the journey's other nodes.
 */
function mostLikely(written: string, types: readonly string[], { as, arrows, scope }: Choice): readonly string[] {
  if (types.length < 2) return types;
  const words = comparedWords(written);
  const counts = types.map((type) => comparedWords(type).filter((word) => words.includes(word)).length);
  const most = Math.max(...counts);
  const alike = types.filter((_, index) => counts[index] === most);
  const neighbours = neighbourTypes(scope);
  const isWhole = (type: string) => certainOutcomes(as(type)).every((outcome) => arrows.includes(outcome));
  return preferred(
    preferred(alike, (type) => arrows.length === 0 || isWhole(type)),
    (type) => neighbours.has(type),
  );
}

/** Those for which something holds, or else all. */
function preferred(types: readonly string[], holds: (type: string) => boolean): readonly string[] {
  const found = types.filter(holds);
  return found.length > 0 ? found : types;
}

/** The words of a name; what one type saves, another one stores. */
function comparedWords(name: string): readonly string[] {
  return wordsOfIdentifier(name).map((word) => (word === "Save" ? "Storage" : word));
}

/**
 * The outcomes that a type has at the most, where these members are written; `undefined` where they do not tell, or all come from settings.
 */
function possibleOutcomes(
  { type, version, known }: ResolvedType,
  members: readonly PageMember[],
): readonly NodeOutcome[] | undefined {
  if (known.outcomes !== undefined) return known.outcomes.known ? known.outcomes.outcomes : undefined;
  const parts = (type && versionOf(type, version)?.outcomes.parts) ?? [];
  const ids: NodeOutcome[] = [];
  const add = (id: string, displayName = id) => ids.push({ id, outcome: id, displayName, child: undefined });
  for (const part of parts) {
    if ("id" in part) add(part.id, part.displayName);
    else if (!("each" in part)) return undefined;
    else {
      const texts = listedTexts(part.each, members) ?? defaultTexts(known.properties?.get(part.each));
      if (texts === "any") return undefined;
      for (const each of texts) add(each);
    }
  }
  return ids.length > 0 ? ids : undefined;
}

/** The texts of a list as they are written; `any` where it may hold others, and `undefined` where there is none. */
function listedTexts(property: string, members: readonly PageMember[]): readonly string[] | "any" | undefined {
  const given = members.find((member) => member.kind === "property" && member.key.text === property);
  if (given?.kind !== "property") return undefined;
  if (given.value?.kind !== "list") return "any";
  const texts = given.value.items.map((item) => {
    const [text, more] = item.kind === "string" ? item.parts : [];
    return typeof text === "string" && more === undefined ? text : undefined;
  });
  return texts.every((text) => text !== undefined) ? texts : "any";
}

function defaultTexts(property: NodeProperty | undefined): readonly string[] {
  const value = property?.default;
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** The outcomes that a type has under all settings. */
function certainOutcomes({ type, version }: ResolvedType): readonly string[] {
  const parts = (type && versionOf(type, version)?.outcomes.parts) ?? [];
  return parts.flatMap((part) => ("id" in part && part.when === undefined ? [part.id] : []));
}

interface Strange {
  readonly keys: readonly string[];
  readonly outcomes: readonly string[];
}

/** Settings alone may be left over from another type, in an export as in the text that is imported from it. */
function saysAnother({ outcomes }: Strange): boolean {
  return outcomes.length > 0;
}

/** The settings and outcomes of a node that a type has not; without those that are nearly its own, which are misspelt. */
function strangeTo(
  resolved: ResolvedType,
  members: readonly PageMember[],
  { reporter }: JourneyScope,
  exceptMisspelt: boolean,
): Strange {
  const { type, known } = resolved;
  const keys: string[] = [];
  const outcomes: string[] = [];
  const isStrange = (text: string, names: Iterable<string>) =>
    !exceptMisspelt || reporter.nearest(text, names) === undefined;
  const { properties = new Map<string, NodeProperty>() } = known;
  const isCalled = (text: string) =>
    exceptMisspelt && namedOtherwise(text, properties, [...properties.keys()], () => false).names.length > 0;
  const possible = possibleOutcomes(resolved, members);
  for (const member of members) {
    if (member.kind === "property") {
      const { text } = member.key;
      const isKnown = builtNodeMembers.has(text) || text.startsWith("_") || type === undefined;
      if (!isKnown && isUnknownProperty(text, type, known) && isStrange(text, properties.keys()) && !isCalled(text))
        keys.push(text);
    }
    if (member.kind !== "edge" || possible === undefined) continue;
    for (const { outcome, child } of member.outcomes) {
      // In quotes, it is an id of the platform.
      if (
        child !== undefined ||
        outcome.quoted ||
        matchingOutcomes({ outcomes: possible }, undefined, outcome.text).length > 0
      )
        continue;
      const names = possible.map((each) => each.outcome);
      if (isStrange(outcome.text, names)) outcomes.push(outcome.text);
    }
  }
  return { keys: [...new Set(keys)], outcomes: [...new Set(outcomes)] };
}

function settingsOf(members: readonly PageMember[]): ReadonlySet<string> {
  return new Set(members.flatMap((member) => (member.kind === "property" ? [member.key.text] : [])));
}

/** The types of the journey's nodes, as the text calls them. */
function neighbourTypes({ nodes }: JourneyScope): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { declaration, children } of nodes.byName.values())
    for (const each of [declaration, ...[...children.values()].map((child) => child.declaration)])
      if (each.kind === "node" && each.type !== undefined) types.add(each.type.name.text);
  return types;
}
