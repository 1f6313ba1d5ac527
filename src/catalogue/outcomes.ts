import { isJsonObject, type Json } from "../text/json.js";
import { versionOf } from "./catalogue.js";
import { judgeCondition, type Verdict } from "./condition.js";
import type { NodeType, OutcomePart, OutcomeRule, PropertyCondition } from "./node-type.js";
import { isPlaceholder } from "./placeholder.js";

/** An outcome as derived; the same shape as the model's. */
export interface DerivedOutcome {
  /** As the platform writes it: under page version 2.0 with the child's id in front. */
  readonly id: string;
  readonly displayName: string;
  /** As the author writes it. */
  readonly outcome: string;
  /** The name of the page's inner node that has the outcome. */
  readonly child: string | undefined;
}

export interface DerivedOutcomes {
  readonly outcomes: readonly DerivedOutcome[];
  /** False where the list may be wrong: an unknown type, or a property that only the tenant knows. */
  readonly known: boolean;
}

/** What a page's outcomes need of one of its inner nodes. */
export interface ChildOutcomes {
  readonly id: string;
  readonly name: string;
  /** The catalogue's `allowedInPage: "standalone"`. */
  readonly standalone: boolean;
  readonly outcomes: readonly DerivedOutcome[];
  readonly known: boolean;
}

/** What a part of a rule may look at. */
interface Situation {
  readonly type: NodeType;
  readonly version: string;
  readonly properties: ReadonlyMap<string, Json>;
  readonly children: readonly ChildOutcomes[];
  readonly lookUp: (name: string) => NodeType | undefined;
}

/**
 * Computes a node's outcomes from the catalogue's rule, as the platform does from the node's settings: the parts in their
 * order, each id once. Where a setting is a placeholder, every outcome that it could lead to is listed.
 */
export function deriveOutcomes(
  type: NodeType,
  version: string,
  properties: ReadonlyMap<string, Json>,
  children: readonly ChildOutcomes[],
  lookUp: (name: string) => NodeType | undefined,
): DerivedOutcomes {
  const rule = versionOf(type, version)?.outcomes;
  if (!rule) return unknownOutcomes;
  const situation: Situation = { type, version, properties, children, lookUp };
  const outcomes = new Map<string, DerivedOutcome>();
  let known = isCertain(rule);
  for (const part of rule.parts) {
    const derived = derivePart(part, situation);
    known &&= derived.known;
    for (const outcome of derived.outcomes) if (!outcomes.has(outcome.id)) outcomes.set(outcome.id, outcome);
  }
  return { outcomes: [...outcomes.values()], known };
}

/** Whether older or other releases of the type had an outcome with this id: accepted when read, never written. */
export function isAlsoSeenOutcome(type: NodeType, version: string, id: string): boolean {
  return versionOf(type, version)?.outcomes.alsoSeen?.some((ids) => ids.includes(id)) ?? false;
}

const unknownOutcomes: DerivedOutcomes = { outcomes: [], known: false };

function isCertain(rule: OutcomeRule): boolean {
  return rule.kind !== "unknown" && rule.confidence === undefined;
}

function derivePart(part: OutcomePart, situation: Situation): DerivedOutcomes {
  if ("id" in part) return whenHolds(part.when, situation, () => single(part, situation));
  if ("each" in part) return whenHolds(part.when, situation, () => eachEntry(part.each, situation));
  if ("eachKey" in part) return whenHolds(part.when, situation, () => eachKey(part.eachKey, situation));
  if ("delegate" in part) return delegated(part.delegate, situation);
  return part.childOutcomes === "last"
    ? lastChild(situation.children)
    : prefixedChildren(part.idPrefix, situation.children);
}

function whenHolds(
  condition: PropertyCondition | undefined,
  situation: Situation,
  derive: () => DerivedOutcomes,
): DerivedOutcomes {
  const verdict: Verdict = condition ? judgeCondition(condition, situation.properties) : "yes";
  if (verdict === "no") return { outcomes: [], known: true };
  const derived = derive();
  return verdict === "yes" ? derived : { outcomes: derived.outcomes, known: false };
}

function single(part: Extract<OutcomePart, { readonly id: string }>, situation: Situation): DerivedOutcomes {
  const given = part.displayNameFrom === undefined ? undefined : propertyValue(part.displayNameFrom, situation);
  const displayName = typeof given === "string" && given !== "" ? given : part.displayName;
  return { outcomes: [plain(part.id, displayName)], known: true };
}

function eachEntry(property: string, situation: Situation): DerivedOutcomes {
  const value = propertyValue(property, situation);
  if (value === undefined) return { outcomes: [], known: true };
  if (!Array.isArray(value)) return unknownOutcomes;
  const texts = value.filter((entry) => typeof entry === "string" && !isPlaceholder(entry));
  return { outcomes: texts.map((text) => plain(text, text)), known: texts.length === value.length };
}

function eachKey(property: string, situation: Situation): DerivedOutcomes {
  const value = propertyValue(property, situation);
  if (value === undefined) return { outcomes: [], known: true };
  if (!isJsonObject(value) || isPlaceholder(value)) return unknownOutcomes;
  return { outcomes: Object.keys(value).map((key) => plain(key, key)), known: true };
}

/** Every outcome that the named type can have, conditional ones included; its list-valued parts give none. */
function delegated(property: string, situation: Situation): DerivedOutcomes {
  const name = propertyValue(property, situation);
  const type = typeof name === "string" && !isPlaceholder(name) ? situation.lookUp(name) : undefined;
  const rule = type && versionOf(type, type.defaultVersion)?.outcomes;
  if (!rule) return unknownOutcomes;
  const outcomes = rule.parts.flatMap((part) => ("id" in part ? [plain(part.id, part.displayName)] : []));
  return { outcomes, known: isCertain(rule) };
}

/** Version 1.0: the outcomes of the last inner node that has any. */
function lastChild(children: readonly ChildOutcomes[]): DerivedOutcomes {
  const last = lastWithOutcomes(children);
  if (!last) return { outcomes: [], known: children.length === 0 };
  return { outcomes: last.outcomes.map((outcome) => ({ ...outcome, child: last.name })), known: last.known };
}

/** Version 2.0: those of the last ordinary inner node, then of every standalone one, with the inner node's id in front. */
function prefixedChildren(prefix: string, children: readonly ChildOutcomes[]): DerivedOutcomes {
  const ordinary = lastWithOutcomes(children.filter((child) => !child.standalone));
  const contributing = [...(ordinary ? [ordinary] : []), ...children.filter((child) => child.standalone)];
  const outcomes = contributing.flatMap((child) =>
    child.outcomes.map((outcome) => ({
      ...outcome,
      id: prefix.replace("{childId}", () => child.id) + outcome.outcome,
      child: child.name,
    })),
  );
  const known = contributing.length === 0 ? children.length === 0 : contributing.every((child) => child.known);
  return { outcomes, known };
}

/** A node whose outcomes are not known counts as having some. */
function lastWithOutcomes(children: readonly ChildOutcomes[]): ChildOutcomes | undefined {
  return children.findLast((child) => child.outcomes.length > 0 || !child.known);
}

/** The property's value, or the catalogue's default where the node does not have it. */
function propertyValue(property: string, situation: Situation): Json | undefined {
  const given = situation.properties.get(property);
  if (given !== undefined) return given;
  return versionOf(situation.type, situation.version)?.properties?.find((known) => known.name === property)?.default;
}

function plain(id: string, displayName: string): DerivedOutcome {
  return { id, displayName, outcome: id, child: undefined };
}
