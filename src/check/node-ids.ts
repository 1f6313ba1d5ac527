import type { Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";

/** The ids of the nodes of journeys. Of a project that is checked again and again, only the journeys that are new are looked at. */
export class NodeIds {
  readonly #idsOf = new Map<Journey, readonly string[]>();
  /** How many journeys have a node of this id. */
  readonly #counts = new Map<string, number>();
  readonly #shared = new Set<string>();

  /** The ids that nodes of several of these journeys have. */
  sharedBy(journeys: readonly Journey[]): ReadonlySet<string> {
    const there = new Set(journeys);
    const gone = [...this.#idsOf.keys()].filter((journey) => !there.has(journey));
    for (const journey of gone) this.#replaceOrRemove(journey, journeys);
    for (const journey of there) if (!this.#idsOf.has(journey)) this.#add(journey);
    return this.#shared;
  }

  /** Most edits leave the ids of a journey as they are. */
  #replaceOrRemove(journey: Journey, journeys: readonly Journey[]): void {
    const ids = this.#idsOf.get(journey) ?? [];
    const next = journeys.find((each) => each.id === journey.id && !this.#idsOf.has(each));
    this.#idsOf.delete(journey);
    if (next !== undefined && hasInTurn(ids, next.nodes, 0) === ids.length) this.#idsOf.set(next, ids);
    else this.#remove(ids);
  }

  #add(journey: Journey): void {
    const ids = allNodes(journey.nodes).map(({ id }) => id);
    this.#idsOf.set(journey, ids);
    for (const id of new Set(ids)) {
      const count = (this.#counts.get(id) ?? 0) + 1;
      this.#counts.set(id, count);
      if (count > 1) this.#shared.add(id);
    }
  }

  #remove(ids: readonly string[]): void {
    for (const id of new Set(ids)) {
      const count = (this.#counts.get(id) ?? 0) - 1;
      if (count > 0) this.#counts.set(id, count);
      else this.#counts.delete(id);
      if (count === 1) this.#shared.delete(id);
    }
  }
}

/** Behind which of the ids, from one on, those of the nodes end, if they are the same in turn; otherwise `undefined`. */
function hasInTurn(ids: readonly string[], nodes: readonly JourneyNode[], from: number): number | undefined {
  let at: number | undefined = from;
  for (const { id, children } of nodes) {
    if (at === undefined || ids[at] !== id) return undefined;
    at = hasInTurn(ids, children, at + 1);
  }
  return at;
}
