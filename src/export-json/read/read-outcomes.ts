import type { NodeType } from "../../catalogue/node-type.js";
import { type DerivedOutcomes, deriveOutcomes } from "../../catalogue/outcomes.js";
import { knownVersion } from "../../model/known-properties.js";
import { listedOutcomes } from "../../model/listed-outcomes.js";
import type { NodeOutcome } from "../../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { withSortedKeys } from "../../text/sorted-json.js";
import type { NodeOutline } from "./node-outline.js";

/** The outcomes of a node, and the body's own list where it differs from the one derived from the catalogue. */
export interface ReadOutcomes {
  readonly outcomes: readonly NodeOutcome[];
  readonly known: boolean;
  /** The `_outcomes` of the body, where they are not those that the node's type and properties give. */
  readonly override: Json | undefined;
}

/**
 * The outcomes of a journey's nodes, read once for each node: from the list in its body, or else by the rule in the
 * catalogue.
 */
export class NodeOutcomes {
  readonly #lookUp: (typeId: string) => NodeType | undefined;
  readonly #known = new Map<NodeOutline, ReadOutcomes>();

  constructor(lookUp: (typeId: string) => NodeType | undefined) {
    this.#lookUp = lookUp;
  }

  /**
   * The outcomes of a node. `nameOf` gives the names of a page's inner nodes, which the ids of outcomes do not depend
   * on.
   */
  of(outline: NodeOutline, nameOf: (id: string) => string): ReadOutcomes {
    if (outline.children.length > 0) return readOutcomes(outline, this.#derive(outline, nameOf));
    let outcomes = this.#known.get(outline);
    if (outcomes === undefined) {
      outcomes = readOutcomes(outline, this.#derive(outline, nameOf));
      this.#known.set(outline, outcomes);
    }
    return outcomes;
  }

  #derive(outline: NodeOutline, nameOf: (id: string) => string): DerivedOutcomes {
    const type = this.#lookUp(outline.typeId);
    if (!type) return { outcomes: [], known: false };
    const fixed = knownVersion(type, outline.version).outcomes;
    if (fixed) return fixed;
    const children = outline.children.map((child) => {
      const { outcomes, known } = this.of(child, nameOf);
      const standalone = this.#lookUp(child.typeId)?.allowedInPage === "standalone";
      return { id: child.id, name: nameOf(child.id), standalone, outcomes, known };
    });
    return deriveOutcomes(type, outline.version, propertyValues(outline.body), children, this.#lookUp);
  }
}

function readOutcomes({ body }: NodeOutline, { outcomes, known }: DerivedOutcomes): ReadOutcomes {
  const given = body && getOwn(body, "_outcomes");
  if (given === undefined) return { outcomes, known, override: undefined };
  // The writer writes no guessed outcomes, so the list is kept even where the guess is right.
  if (isListOf(given, outcomes)) return { outcomes, known: true, override: known ? undefined : given };
  const listed = listOutcomes(given, outcomes);
  return { outcomes: listed ?? outcomes, known: known || listed !== undefined, override: given };
}

function propertyValues(body: JsonObject | undefined): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const key of Object.keys(body ?? {})) values.set(key, withSortedKeys(body?.[key] ?? null));
  return values;
}

/** Whether the list in a body has exactly these outcomes, in the platform's form. */
function isListOf(given: Json, outcomes: readonly NodeOutcome[]): boolean {
  if (!Array.isArray(given) || given.length !== outcomes.length) return false;
  for (let index = 0; index < outcomes.length; index++) {
    const entry: Json = (given as readonly Json[])[index] ?? null;
    const outcome = outcomes[index];
    if (!isJsonObject(entry) || entry.id !== outcome?.id || entry.displayName !== outcome?.displayName) return false;
    if (Object.keys(entry).length !== 2) return false;
  }
  return true;
}

/** The outcomes in a list, with the names of those that the type derives. */
function listOutcomes(given: Json, derived: readonly NodeOutcome[]): readonly NodeOutcome[] | undefined {
  const known = new Map(derived.map((outcome) => [outcome.id, outcome]));
  return listedOutcomes(given)?.map((listed) => {
    const same = known.get(listed.id);
    return same === undefined ? listed : { ...listed, outcome: same.outcome, child: same.child };
  });
}
