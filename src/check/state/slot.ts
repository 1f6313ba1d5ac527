/**
 * A storage place of node state: shared or transient state, or the shared or transient part of the managed object under
 * construction (`objectAttributes`), together with the key. The platform drops transient state when it asks the user
 * something.
 */
export type Slot = `${SlotSpace}:${string}`;

export type SlotSpace = "shared" | "transient" | "attribute" | "transientAttribute";

/** The key of the container of the managed object's attributes. */
export const attributesKey = "objectAttributes";

/** Stands for all keys. */
export const everyKey = "*";

export function slot(space: SlotSpace, key: string): Slot {
  return `${space}:${key}`;
}

/** Whether the platform may drop the content of a slot. */
export function isTransient(name: string): boolean {
  return name.startsWith("transient");
}

/** The key of a slot. */
export function keyOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The slot that a write of a key changes. A write of the whole container may set any attribute. */
export function slotOfKey(key: string, transient: boolean): Slot {
  if (key === attributesKey) return slot(transient ? "transientAttribute" : "attribute", everyKey);
  return slot(transient ? "transient" : "shared", key);
}
