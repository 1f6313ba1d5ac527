import type { JsonValue } from "../machine.js";
import type { HttpStub, OpenidmStub, WorldOptions } from "./world-options.js";

/** A call that a script has made through a binding. */
export interface MadeCall {
  readonly service: "http" | "openidm";
  readonly operation: string;
  /** What the call may be known by, the most usual first: the URL, or the resource. */
  readonly targets: readonly string[];
  /** What was sent. */
  readonly value: JsonValue;
}

const mostCalls = 10_000;

/** Answers the calls of scripts out of the world's `http` and `openidm`, and keeps the calls. */
export class CallStubs {
  /** The calls so far, oldest first; after ten thousand none is added. */
  readonly made: MadeCall[] = [];
  readonly #options: Pick<WorldOptions, "http" | "openidm">;
  readonly #turns = new Map<string, number>();

  constructor(options: Pick<WorldOptions, "http" | "openidm">) {
    this.#options = options;
  }

  note(call: MadeCall): void {
    if (this.made.length < mostCalls) this.made.push(call);
  }

  /** The first answer that fits the request; of several for the same request, the one whose turn it is. */
  http(method: string, url: string): HttpStub | undefined {
    const keyOf = (stub: HttpStub) => JSON.stringify([stub.method?.toUpperCase(), stub.url]);
    const fits = (stub: HttpStub) =>
      (stub.method === undefined || stub.method.toUpperCase() === method) && isTarget(stub.url, url);
    return this.#next(this.#options.http ?? [], fits, keyOf);
  }

  openidm(operation: string, targets: readonly string[]): OpenidmStub | undefined {
    const keyOf = (stub: OpenidmStub) => JSON.stringify([stub.operation, stub.resource, "openidm"]);
    const fits = (stub: OpenidmStub) =>
      (stub.operation === undefined || stub.operation === operation) &&
      targets.some((target) => isTarget(stub.resource, target));
    return this.#next(this.#options.openidm ?? [], fits, keyOf);
  }

  #next<Stub>(stubs: readonly Stub[], fits: (stub: Stub) => boolean, keyOf: (stub: Stub) => string): Stub | undefined {
    const first = stubs.find(fits);
    if (first === undefined) return undefined;
    const key = keyOf(first);
    const same = stubs.filter((stub) => keyOf(stub) === key);
    const turn = this.#turns.get(key) ?? 0;
    this.#turns.set(key, turn + 1);
    return same[Math.min(turn, same.length - 1)];
  }
}

/** Whether a text is what a stub says, of which a `*` at the end stands for anything. */
export function isTarget(written: string, target: string): boolean {
  return written.endsWith("*") ? target.startsWith(written.slice(0, -1)) : target === written;
}
