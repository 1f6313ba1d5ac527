import type { Journey, JourneyNode } from "../model/model.js";

/** The ids of the nodes of journeys. Of a project that is checked again and again, only the journeys that are new are looked at. */
export class NodeIds {
  readonly #idsOf = new Map<Journey, ReadonlySet<string>>();
  /** How many journeys have a node of this id. */
  readonly #counts = new Map<string, number>();
  readonly #shared = new Set<string>();

  /** The ids that nodes of several of these journeys have. */
  sharedBy(journeys: readonly Journey[]): ReadonlySet<string> {
    const there = new Set(journeys);
    for (const [journey, ids] of this.#idsOf) if (!there.has(journey)) this.#remove(journey, ids);
    for (const journey of there) if (!this.#idsOf.has(journey)) this.#add(journey);
    return this.#shared;
  }

  #add(journey: Journey): void {
    const ids = new Set<string>();
    addIds(journey.nodes, ids);
    this.#idsOf.set(journey, ids);
    for (const id of ids) {
      const count = (this.#counts.get(id) ?? 0) + 1;
      this.#counts.set(id, count);
      if (count > 1) this.#shared.add(id);
    }
  }

  #remove(journey: Journey, ids: ReadonlySet<string>): void {
    this.#idsOf.delete(journey);
    for (const id of ids) {
      const count = (this.#counts.get(id) ?? 0) - 1;
      if (count > 0) this.#counts.set(id, count);
      else this.#counts.delete(id);
      if (count === 1) this.#shared.delete(id);
    }
  }
}

function addIds(nodes: readonly JourneyNode[], ids: Set<string>): void {
  for (const { id, children } of nodes) {
    ids.add(id);
    addIds(children, ids);
  }
}
