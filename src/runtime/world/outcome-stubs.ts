import type { StubAnswer, Stubs } from "./world-options.js";

/** The answers as they are used: a text has become an answer with that outcome. */
type WholeStubs = { readonly [node: string]: StubAnswer | readonly StubAnswer[] };

/** Chooses the outcomes of nodes that must not run: the world's `stubs`. */
export class OutcomeStubs {
  #stubs: WholeStubs = {};
  readonly #turns = new Map<string, number>();
  isEmpty = true;

  constructor(stubs: Stubs = {}) {
    this.replace(stubs);
  }

  get all(): WholeStubs {
    return this.#stubs;
  }

  /** Puts others in their place; the turns of each begin anew. */
  replace(stubs: Stubs): void {
    this.#stubs = Object.fromEntries(Object.entries(stubs).map(([node, given]) => [node, wholeAnswers(given)]));
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

function wholeAnswers(given: Stubs[string]): StubAnswer | readonly StubAnswer[] {
  return isList(given) ? given.map(wholeAnswer) : wholeAnswer(given);
}

function isList(given: Stubs[string]): given is readonly (string | StubAnswer)[] {
  return Array.isArray(given);
}

function wholeAnswer(given: string | StubAnswer): StubAnswer {
  return typeof given === "string" ? { outcome: given } : given;
}
