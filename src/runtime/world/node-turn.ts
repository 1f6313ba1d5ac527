import type { JsonValue } from "../machine.js";
import type { StateSnapshot, StateStores } from "../node-state.js";

/** One turn of a node, for those who watch a run. */
export interface NodeTurn {
  /** The journey's id. */
  readonly journey: string;
  readonly node: string;
  /** The outcome's name in the text; absent where the node waits, or threw. */
  readonly outcome?: string;
  readonly changes: readonly StateChange[];
}

/** A key of node state that a turn has changed; a value that was or is not there is absent. */
export interface StateChange {
  readonly store: keyof StateStores;
  readonly key: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** A turn that has been seen. What it has changed is found when somebody looks, as hardly anybody does. */
export class SeenTurn implements NodeTurn {
  readonly journey: string;
  readonly node: string;
  readonly outcome?: string;
  readonly #before: StateSnapshot;
  readonly #after: StateSnapshot;

  constructor({ journey, node, outcome }: Omit<NodeTurn, "changes">, before: StateSnapshot, after: StateSnapshot) {
    this.journey = journey;
    this.node = node;
    if (outcome !== undefined) this.outcome = outcome;
    this.#before = before;
    this.#after = after;
  }

  get changes(): readonly StateChange[] {
    return this.#before === this.#after ? [] : changesBetween(this.#before, this.#after);
  }

  toJSON(): NodeTurn {
    return { ...this, changes: this.changes };
  }
}

/** What has changed from one state of the stores to another. */
function changesBetween(before: StateSnapshot, after: StateSnapshot): readonly StateChange[] {
  return (["shared", "transient", "secure"] as const).flatMap((store) => {
    const keys = new Set([...before[store].keys(), ...after[store].keys()]);
    return [...keys].flatMap((key): StateChange | readonly StateChange[] => {
      const [old, now] = [before[store].get(key), after[store].get(key)];
      if (old === now) return [];
      return { store, key, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) };
    });
  });
}
