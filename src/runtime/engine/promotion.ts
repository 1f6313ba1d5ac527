import { isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import { objectAttributes, type StateStores } from "../node-state.js";
import type { World } from "../world/world.js";
import type { PreparedJourney, PreparedNode } from "./prepare.js";

/** Finds an inner journey by its id. */
export type FindJourney = (id: string) => PreparedJourney | undefined;

/**
 * The state keys that the given node and all nodes reachable from it declare as inputs. The given node counts because
 * it runs again. As on the platform, `*` does not count.
 */
export function inputsFrom(start: PreparedNode, world: World, findJourney: FindJourney): ReadonlySet<string> {
  const inputs = new Set<string>();
  const seen = new Set<PreparedNode>([start]);
  const visit = (node: PreparedNode | string | undefined) => {
    if (typeof node === "object") seen.add(node);
  };
  // The loop also visits nodes that are added to the set while it runs.
  for (const node of seen) {
    for (const { behaviour, properties } of [node, ...node.children]) {
      for (const key of behaviour?.inputs?.(properties, world) ?? []) if (key !== "*") inputs.add(key);
    }
    if (node.kind === "inner") visit(findJourney(node.properties.text("tree"))?.initial);
    for (const { target } of node.outcomes.values()) visit(target);
  }
  return inputs;
}

/** Keeps the values that are declared as inputs; inside `objectAttributes`, the declared attributes. */
export function keepNamed(
  values: Iterable<readonly [string, JsonValue]>,
  inputs: ReadonlySet<string>,
): Map<string, JsonValue> {
  const kept = new Map<string, JsonValue>();
  for (const [key, value] of values) {
    if (inputs.has(key)) {
      kept.set(key, value);
    } else if (key === objectAttributes && isJsonObject(value)) {
      const attributes = Object.entries(value).filter(([name]) => inputs.has(name));
      if (attributes.length > 0) kept.set(key, Object.fromEntries(attributes));
    }
  }
  return kept;
}

/** Moves transient values to the secure store, as far as a later node declares them; drops all others. */
export function promote(stores: StateStores, inputs: ReadonlySet<string>): void {
  const kept = keepNamed([...stores.secure, ...stores.transient], inputs);
  const held = stores.secure.get(objectAttributes);
  const fresh = stores.transient.get(objectAttributes);
  if (isJsonObject(held) && isJsonObject(fresh)) {
    const merged = keepNamed([[objectAttributes, { ...held, ...fresh }]], inputs).get(objectAttributes);
    if (merged !== undefined) kept.set(objectAttributes, merged);
  }
  stores.secure.replace(kept);
  stores.transient.replace(new Map());
}
