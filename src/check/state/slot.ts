/**
 * Where a piece of node state is kept: shared or transient state, or the shared or transient part of the managed object under
 * construction (`objectAttributes`), with the key. Transient state is what the platform drops when the user is asked something.
 */
export type Slot = `${SlotSpace}:${string}`;

export type SlotSpace = "shared" | "transient" | "attribute" | "transientAttribute";

/** The key of the container of the managed object's attributes. */
export const attributesKey = "objectAttributes";

/** Stands for all keys of a space. */
export const everyKey = "*";

export function slot(space: SlotSpace, key: string): Slot {
  return `${space}:${key}`;
}

/** Whether the platform may drop what is kept there. */
export function isTransient(name: string): boolean {
  return name.startsWith("transient");
}

/** The key in a slot. */
export function keyOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Where a write of a key goes; one of the whole container may set any attribute. */
export function slotOfKey(key: string, transient: boolean): Slot {
  if (key === attributesKey) return slot(transient ? "transientAttribute" : "attribute", everyKey);
  return slot(transient ? "transient" : "shared", key);
}
