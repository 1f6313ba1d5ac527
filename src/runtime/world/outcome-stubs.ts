import type { StubAnswer, WorldOptions } from "./world-options.js";

/** Chooses the outcomes of nodes that must not run: the world's `stubs`. */
export class OutcomeStubs {
  #stubs: NonNullable<WorldOptions["stubs"]>;
  readonly #turns = new Map<string, number>();
  isEmpty: boolean;

  constructor(stubs: WorldOptions["stubs"] = {}) {
    this.#stubs = stubs;
    this.isEmpty = Object.keys(stubs).length === 0;
  }

  get all(): NonNullable<WorldOptions["stubs"]> {
    return this.#stubs;
  }

  /** Puts others in their place; the turns of each begin anew. */
  replace(stubs: NonNullable<WorldOptions["stubs"]>): void {
    this.#stubs = stubs;
    this.#turns.clear();
    this.isEmpty = Object.keys(stubs).length === 0;
  }

  /** The next outcome of a node, or of an inner node of a page; the most exact name wins. */
  next(journey: string, node: string, child: string | undefined): StubAnswer | undefined {
    const place = child === undefined ? node : `${node}.${child}`;
    const names = [`${journey}/${place}`, place, ...(child === undefined ? [] : [child])];
    const name = names.find((candidate) => Object.hasOwn(this.#stubs, candidate));
    if (name === undefined) return undefined;
    const answers = [this.#stubs[name] ?? []].flat();
    const turn = this.#turns.get(name) ?? 0;
    this.#turns.set(name, turn + 1);
    return answers[Math.min(turn, answers.length - 1)];
  }
}
