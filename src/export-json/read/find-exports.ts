import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { sectionOf, sections } from "../sections.js";
import { bareTreeToExport, isBareTree } from "./bare-tree.js";
import { fromLists } from "./from-lists.js";
import type { JourneyExport } from "./journey-export.js";

/**
 * Journeys are found down to this depth, which is enough for all known exports (`realm.<name>.trees.<journey>`) and
 * stops hostile ones.
 */
const deepestJourney = 12;

/** The journeys in a JSON document. */
export interface FoundExports {
  readonly journeys: readonly JourneyExport[];
  readonly malformed: readonly MalformedEntry[];
}

/** An entry of a `trees` object that is not a journey, or of a list that is no node. */
export interface MalformedEntry {
  readonly diagnostic: Diagnostic;
  /** Whether the object holds journeys, as this entry or one beside it shows; other configuration has members of this name too. */
  readonly isAmongJourneys: boolean;
}

interface Visit {
  readonly value: Json;
  readonly place: JsonPlace;
  /** The member's name; `undefined` for the whole document and for items of a list. */
  readonly key: string | undefined;
  readonly realm: string | undefined;
  /**
   * Whether a tree object alone counts as a journey here: as the whole document, an item of a list, or an entry of
   * `trees`.
   */
  readonly mayBeBare: boolean;
  readonly depth: number;
}

/**
 * Finds all journeys of a document, in its order: at the top, under `trees`, in a list, or inside the export of a whole
 * configuration.
 */
export function findExports(document: Json, whole: JsonPlace, fallbackId: string): FoundExports {
  const journeys: JourneyExport[] = [];
  const malformed: MalformedEntry[] = [];
  const open: Visit[] = [
    { value: document, place: whole, key: undefined, realm: undefined, mayBeBare: true, depth: 0 },
  ];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { value, place, key, realm } = visit;
    if (isJourneyExport(value)) {
      const id = key ?? treeId(sectionOf(value, "tree")) ?? fallbackId;
      const { diagnostics, ...read } = fromLists(value, place);
      journeys.push({ id, realm, layout: "export", ...read });
      malformed.push(...diagnostics.map((diagnostic) => ({ diagnostic, isAmongJourneys: true })));
    } else if (visit.mayBeBare && isBareTree(value)) {
      journeys.push(bareTreeToExport(value, key ?? treeId(value) ?? fallbackId, realm, place));
    } else if (visit.depth < deepestJourney) {
      if (key === "trees" && isJsonObject(value)) {
        malformed.push(...malformedEntries(value, place).filter((each) => each.isAmongJourneys || visit.depth === 1));
      }
      pushMembers(visit, open);
    }
  }
  return { journeys, malformed };
}

function isJourneyExport(value: Json): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const tree = getOwn(value, sections.tree.name);
  if (!isJsonObject(tree)) return false;
  return (
    isJsonObject(getOwn(value, sections.body.name)) ||
    Array.isArray(getOwn(value, sections.body.name)) ||
    isJsonObject(getOwn(tree, "nodes")) ||
    Object.hasOwn(tree, "entryNodeId")
  );
}

function treeId(tree: Json): string | undefined {
  const id = isJsonObject(tree) ? getOwn(tree, "_id") : undefined;
  return typeof id === "string" ? id : undefined;
}

function malformedEntries(trees: JsonObject, place: JsonPlace): readonly MalformedEntry[] {
  const isAmongJourneys = Object.values(trees).some(isMeantAsJourney);
  return Object.keys(trees).flatMap((id) => {
    const entry = getOwn(trees, id) ?? null;
    if (isJourneyExport(entry) || isBareTree(entry)) return [];
    const problem = isJsonObject(entry) ? "it has no `tree` object with nodes" : "it is not an object";
    const diagnostic = createDiagnostic("malformed-journey", place.child(id), { journey: id, problem });
    return [{ diagnostic, isAmongJourneys }];
  });
}

/** Whether a value is a journey, or what is left of one. */
function isMeantAsJourney(entry: Json): boolean {
  return isJsonObject(entry) && [sections.tree.name, "nodes", "entryNodeId"].some((name) => Object.hasOwn(entry, name));
}

/** Adds the members in reverse, so that the first one is visited next. */
function pushMembers({ value, place, key, realm, depth }: Visit, open: Visit[]): void {
  const push = (member: Json, name: string | number, more: Pick<Visit, "key" | "realm" | "mayBeBare">) => {
    if (typeof member === "object" && member !== null) {
      open.push({ value: member, place: place.child(name), ...more, depth: depth + 1 });
    }
  };
  if (Array.isArray(value)) {
    for (const [index, item] of [...(value as readonly Json[]).entries()].reverse()) {
      push(item, index, { key: undefined, realm, mayBeBare: true });
    }
  } else if (isJsonObject(value)) {
    for (const name of Object.keys(value).reverse()) {
      const isInRealm = key === "realm";
      push(getOwn(value, name) ?? null, name, {
        key: name,
        realm: isInRealm ? name : realm,
        mayBeBare: key === "trees",
      });
    }
  }
}
