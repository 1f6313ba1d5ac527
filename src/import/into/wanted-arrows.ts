import type { Edge, OutcomeReference } from "../../syntax/ast.js";

interface WantedArrow {
  readonly edge: Edge;
  /** The outcome as this arrow names it; absent for `-> Target`, which means the only one. */
  readonly reference: OutcomeReference | undefined;
  readonly position: number;
}

/** Finds the arrow of an outcome among those that the writer would write. */
export class WantedArrows {
  /** The first arrow of each name, with the inner node that it names beside it. */
  readonly #byName = new Map<string, WantedArrow>();
  readonly #ofOnlyOutcome: WantedArrow | undefined;

  constructor(edges: readonly Edge[]) {
    let position = 0;
    for (const edge of edges) {
      if (edge.outcomes.length === 0) {
        this.#ofOnlyOutcome ??= { edge, reference: undefined, position: position++ };
      }
      for (const reference of edge.outcomes) {
        const key = keyOf(reference.outcome.text, reference.child?.text);
        if (!this.#byName.has(key)) this.#byName.set(key, { edge, reference, position: position++ });
      }
    }
  }

  /** The first arrow that names the outcome by one of its names, alone or behind its inner node. */
  of(names: readonly (string | undefined)[], child: string | undefined): WantedArrow | undefined {
    const found = names.flatMap((name) =>
      name === undefined ? [] : [this.#byName.get(keyOf(name, undefined)), this.#byName.get(keyOf(name, child))],
    );
    const arrows = [this.#ofOnlyOutcome, ...found].filter((arrow) => arrow !== undefined);
    return arrows.sort((left, right) => left.position - right.position)[0];
  }
}

function keyOf(name: string, child: string | undefined): string {
  return JSON.stringify([name, child ?? null]);
}
