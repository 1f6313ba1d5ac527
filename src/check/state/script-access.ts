import { type ScriptToken, scriptTokens } from "../../rhino/script-tokens.js";
import { BoundedCache } from "../../text/bounded-cache.js";
import { attributesKey, everyKey, type Slot, slot, slotOfKey } from "./slot.js";

/** The use that a script makes of node state, as far as its text proves it. */
export interface ScriptAccess {
  /** Keys that the script reads by a literal name. */
  readonly reads: readonly ScriptRead[];
  readonly writes: readonly ScriptWrite[];
  /** Whether it may write keys that its text does not show. */
  readonly writesAnything: boolean;
}

export interface ScriptRead {
  readonly key: string;
  /** Offset in the script's body. */
  readonly at: number;
}

export interface ScriptWrite {
  readonly slot: Slot;
  readonly at: number;
  /** Whether the value is computed from the parameters of the request. */
  readonly fromRequest: boolean;
}

const nothing: ScriptAccess = { reads: [], writes: [], writesAnything: false };
const mayTouchState = /State\b|\brequire\b|\beval\b|\bFunction\b/;
const cache = new BoundedCache<ScriptAccess>(4096);

/** Analyses how a script's body uses `nodeState`, `sharedState` and `transientState`. */
export function scriptAccess(body: string): ScriptAccess {
  if (!mayTouchState.test(body)) return nothing;
  return cache.get(body, () => new AccessReader(scriptTokens(body)).run());
}

const stores: ReadonlySet<string> = new Set(["nodeState", "sharedState", "transientState"]);
/** Names that bring in code or state that the text does not show. */
const unknowns: ReadonlySet<string> = new Set([
  "require",
  "eval",
  "Function",
  "replaceSharedState",
  "replaceTransientState",
]);
const readers: ReadonlySet<string> = new Set(["get", "getObject"]);
const harmless: ReadonlySet<string> = new Set([
  "isDefined",
  "containsKey",
  "keys",
  "keySet",
  "size",
  "isEmpty",
  "remove",
  "toString",
  "equals",
]);
/**
 * For each writing method, whether it writes transient state; `undefined` means that the object it is called on
 * decides.
 */
const writers: ReadonlyMap<string, boolean | undefined> = new Map([
  ["putShared", false],
  ["putTransient", true],
  ["put", undefined],
]);

class AccessReader {
  readonly #tokens: readonly ScriptToken[];
  readonly #reads: ScriptRead[] = [];
  readonly #writes: ScriptWrite[] = [];
  #writesAnything = false;

  constructor(tokens: readonly ScriptToken[]) {
    this.#tokens = tokens;
  }

  run(): ScriptAccess {
    for (const [at, token] of this.#tokens.entries()) {
      if (token.kind !== "name") continue;
      if (unknowns.has(token.text)) this.#writesAnything = true;
      else if (stores.has(token.text) && this.#sign(at - 1) !== ".") this.#use(at, token);
    }
    return { reads: this.#reads, writes: this.#writes, writesAnything: this.#writesAnything };
  }

  /** Handles one mention of a state object. */
  #use(at: number, store: ScriptToken): void {
    const member = this.#tokens[at + 2];
    if (this.#sign(at + 1) === "." && member?.kind === "name") {
      if (this.#sign(at + 3) === "(") this.#call(at + 4, store, member.text);
      else this.#member(at + 3, store, member.text);
    } else if (this.#sign(at + 1) === "[" && member?.kind === "text" && this.#sign(at + 3) === "]") {
      this.#member(at + 4, store, member.text);
    } else if (!this.#isOnlyCompared(at)) this.#writesAnything = true;
  }

  /** Handles a method call; `at` is the first token after the bracket. */
  #call(at: number, store: ScriptToken, method: string): void {
    if (harmless.has(method)) return;
    const argument = this.#tokens[at];
    const after = this.#sign(at + 1);
    const key = argument?.kind === "text" && (after === ")" || after === ",") ? argument : undefined;
    if (readers.has(method)) {
      if (key?.text === attributesKey) this.#attributes(at + 1, store);
      else if (key) this.#reads.push({ key: key.text, at: key.start });
      return;
    }
    if (!writers.has(method) || key === undefined) {
      this.#writesAnything = true;
      return;
    }
    const transient = writers.get(method) ?? store.text === "transientState";
    this.#write(slotOfKey(key.text, transient), key.start, at + 1);
  }

  /** Handles `sharedState.key` or `sharedState["key"]`, read or assigned. */
  #member(after: number, store: ScriptToken, key: string): void {
    if (store.text === "nodeState") this.#writesAnything = true;
    else if (this.#sign(after) === "=" && this.#sign(after + 1) !== "=") {
      this.#write(slotOfKey(key, store.text === "transientState"), store.start, after);
    } else this.#reads.push({ key, at: store.start });
  }

  /** Handles the container of attributes: a script that has it may change it, unless it only reads one attribute. */
  #attributes(close: number, store: ScriptToken): void {
    if (this.#sign(close + 1) === "." && this.#tokens[close + 2]?.text === "get") return;
    this.#writes.push({ slot: slot("attribute", everyKey), at: store.start, fromRequest: false });
  }

  #write(to: Slot, at: number, from: number): void {
    this.#writes.push({ slot: to, at, fromRequest: this.#mentionsRequest(from) });
  }

  /** Whether the rest of the statement or call uses the parameters of the request. */
  #mentionsRequest(from: number): boolean {
    let depth = 0;
    for (let at = from; at < this.#tokens.length; at++) {
      const token = this.#tokens[at];
      if (token?.kind === "name" && token.text === "requestParameters") return true;
      const sign = this.#sign(at);
      if (sign === "(") depth++;
      if (sign === ";" || (sign === ")" && depth-- === 0)) return false;
    }
    return false;
  }

  /**
   * Whether the state object is only tested and not passed on: `typeof nodeState`, `if (nodeState)`, `nodeState !=
   * null`.
   */
  #isOnlyCompared(at: number): boolean {
    if (this.#tokens[at - 1]?.text === "typeof") return true;
    const next = this.#sign(at + 1);
    if ((next === "!" || next === "=") && this.#sign(at + 2) === "=") return true;
    if (next === "&" || next === "|" || next === "?") return next !== "|" && this.#sign(at - 1) === "(";
    return next === ")" && this.#sign(at - 1) === "(" && this.#tokens[at - 2]?.text === "if";
  }

  #sign(at: number): string | undefined {
    const token = this.#tokens[at];
    return token?.kind === "sign" ? token.text : undefined;
  }
}
