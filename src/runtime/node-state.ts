import { isJsonObject } from "../text/json.js";
import type { JsonValue } from "./machine.js";
import { StateStore } from "./state-store.js";

type JsonMap = { readonly [key: string]: JsonValue };

/** The three stores of one journey's node state. Values are immutable: a change stores another value. */
export interface StateStores {
  /** Lives as long as the journey. Whoever holds the authId can read it: it is signed, not encrypted. */
  readonly shared: StateStore;
  /** Lives until the next callbacks are sent. */
  readonly transient: StateStore;
  /** Transient values that survived a callback because a later node declares them as inputs. */
  readonly secure: StateStore;
}

/** Container keys whose members `mergeShared` and `mergeTransient` merge one by one. */
const containers: ReadonlySet<string> = new Set(["objectAttributes"]);

/**
 * The container of the managed object under construction. A node that declares an attribute as input keeps it alive
 * inside this container too.
 */
export const objectAttributes = "objectAttributes";

/** Node state as a node sees it: every key, or only the keys that it declares as inputs. */
export class NodeState {
  readonly #stores: StateStores;
  readonly #visible: ReadonlySet<string> | undefined;

  constructor(stores: StateStores, inputs: readonly string[] = []) {
    this.#stores = stores;
    this.#visible = inputs.length === 0 || inputs.includes("*") ? undefined : new Set(inputs);
  }

  /** A view of the same stores that shows only the declared inputs; an empty list or `*` shows every key. */
  limitedTo(inputs: readonly string[]): NodeState {
    return new NodeState(this.#stores, inputs);
  }

  /** The first value found in transient, then secure, then shared state. */
  get(key: string): JsonValue | undefined {
    if (!this.#sees(key)) return undefined;
    const { transient, secure, shared } = this.#stores;
    return transient.get(key) ?? secure.get(key) ?? shared.get(key);
  }

  /**
   * The maps of all stores merged into one: transient members win over secure ones, and those over shared ones.
   * `undefined` where no store has a map.
   */
  getObject(key: string): JsonMap | undefined {
    if (!this.#sees(key)) return undefined;
    const { transient, secure, shared } = this.#stores;
    const found = [shared.get(key), secure.get(key), transient.get(key)].filter(isJsonObject);
    return found.length === 0 ? undefined : found.reduce(mergeMaps);
  }

  isDefined(key: string): boolean {
    return this.get(key) !== undefined;
  }

  keys(): ReadonlySet<string> {
    const { transient, secure, shared } = this.#stores;
    const all = [...transient.keys(), ...secure.keys(), ...shared.keys()];
    return new Set(all.filter((key) => this.#sees(key)));
  }

  getShared(key: string): JsonValue | undefined {
    return this.#stores.shared.get(key);
  }

  getTransient(key: string): JsonValue | undefined {
    return this.#stores.transient.get(key);
  }

  getSecure(key: string): JsonValue | undefined {
    return this.#stores.secure.get(key);
  }

  /** The entries of shared state alone, for scripts of the legacy engine. */
  sharedEntries(): ReadonlyMap<string, JsonValue> {
    return this.#visibleOf(this.#stores.shared);
  }

  transientEntries(): ReadonlyMap<string, JsonValue> {
    return this.#visibleOf(this.#stores.transient);
  }

  putShared(key: string, value: JsonValue): void {
    this.#stores.shared.set(key, value);
  }

  putTransient(key: string, value: JsonValue): void {
    this.#stores.transient.set(key, value);
  }

  /** Removes the key from all stores. */
  remove(key: string): void {
    this.#stores.shared.delete(key);
    this.#stores.transient.delete(key);
    this.#stores.secure.delete(key);
  }

  removeShared(key: string): void {
    this.#stores.shared.delete(key);
  }

  removeTransient(key: string): void {
    this.#stores.transient.delete(key);
  }

  /**
   * Stores each member in shared state and removes it from the other stores. Only container keys are merged member by
   * member.
   */
  mergeShared(values: JsonMap): void {
    this.#merge(values, this.#stores.shared, [this.#stores.transient, this.#stores.secure]);
  }

  mergeTransient(values: JsonMap): void {
    this.#merge(values, this.#stores.transient, [this.#stores.shared, this.#stores.secure]);
  }

  #merge(values: JsonMap, into: StateStore, others: readonly StateStore[]): void {
    for (const [key, value] of Object.entries(values)) {
      if (containers.has(key) && isJsonObject(value)) {
        const old = into.get(key);
        into.set(key, isJsonObject(old) ? mergeMaps(old, value) : value);
        for (const other of others) dropMembers(other, key, Object.keys(value));
      } else {
        into.set(key, value);
        for (const other of others) other.delete(key);
      }
    }
  }

  #sees(key: string): boolean {
    return this.#visible === undefined || this.#visible.has(key);
  }

  #visibleOf(store: StateStore): ReadonlyMap<string, JsonValue> {
    return this.#visible ? new Map([...store].filter(([key]) => this.#sees(key))) : store.entries;
  }
}

/** Empty stores for a journey that starts. */
export function emptyStores(): StateStores {
  return { shared: StateStore.empty(), transient: StateStore.empty(), secure: StateStore.empty() };
}

/** What the stores hold at one time. */
export interface StateSnapshot {
  readonly shared: ReadonlyMap<string, JsonValue>;
  readonly transient: ReadonlyMap<string, JsonValue>;
  readonly secure: ReadonlyMap<string, JsonValue>;
}

/** What the stores hold now; the same snapshot as before where nothing has changed since. */
export function snapshotOf({ shared, transient, secure }: StateStores, last?: StateSnapshot): StateSnapshot {
  const now = { shared: shared.entries, transient: transient.entries, secure: secure.entries };
  const isSame = last?.shared === now.shared && last.transient === now.transient && last.secure === now.secure;
  return isSame ? last : now;
}

/** Stores with the same values, of which the others notice nothing. */
export function copyStores({ shared, transient, secure }: StateStores): StateStores {
  return { shared: shared.copy(), transient: transient.copy(), secure: secure.copy() };
}

function dropMembers(store: StateStore, container: string, names: readonly string[]): void {
  const held = store.get(container);
  if (!isJsonObject(held)) return;
  const rest = Object.entries(held).filter(([name]) => !names.includes(name));
  if (rest.length === 0) store.delete(container);
  else store.set(container, Object.fromEntries(rest));
}

/** Merges two levels of members; a map deeper inside replaces the old one as a whole. */
function mergeMaps(low: JsonMap, high: JsonMap): JsonMap {
  const merged = new Map(Object.entries(low));
  for (const [key, value] of Object.entries(high)) {
    const old = merged.get(key);
    merged.set(key, isJsonObject(old) && isJsonObject(value) ? { ...old, ...value } : value);
  }
  return Object.fromEntries(merged);
}
