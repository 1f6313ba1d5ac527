import type { JWK } from "jose";
import type { JsonValue } from "../../../runtime/machine.js";
import { idOf } from "../../../runtime/world/identity-store.js";
import type { World } from "../../../runtime/world/world.js";
import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { getOwn, isJsonObject } from "../../../text/json.js";

/** A device whose key is bound to a user, as the simulation keeps it. The platform's own form is encrypted. */
export interface BoundDevice {
  readonly uuid: string;
  readonly deviceId: string;
  readonly deviceName: string;
  /** The public key. A signature names it by its `kid`. */
  readonly key: JWK;
  /** Milliseconds since 1970. */
  readonly createdDate: number;
  readonly lastAccessDate: number;
}

/** The user's attribute in which bound devices are kept. */
const attribute = "boundDevices";

export function boundDevicesOf(user: ManagedObject): readonly BoundDevice[] {
  const held = getOwn(user, attribute);
  return Array.isArray(held) ? held.flatMap((each: JsonValue) => readBoundDevice(each) ?? []) : [];
}

/** Reads a device from a user or from node state; `undefined` for anything else. */
export function readBoundDevice(value: JsonValue | undefined): BoundDevice | undefined {
  if (!isJsonObject(value)) return undefined;
  const { uuid, deviceId, deviceName, key, createdDate, lastAccessDate } = value;
  if (typeof uuid !== "string" || typeof deviceId !== "string" || !isJsonObject(key)) return undefined;
  return {
    uuid,
    deviceId,
    deviceName: typeof deviceName === "string" ? deviceName : "",
    key: key as JWK,
    createdDate: typeof createdDate === "number" ? createdDate : 0,
    lastAccessDate: typeof lastAccessDate === "number" ? lastAccessDate : 0,
  };
}

export function writeBoundDevice(device: BoundDevice): JsonValue {
  return { ...device, key: { ...device.key } as JsonValue };
}

/** Keeps a device: a new one, or the new state of one that the user has already. */
export function storeBoundDevice(world: World, user: ManagedObject, device: BoundDevice): void {
  const devices = boundDevicesOf(user);
  const isKnown = devices.some(({ uuid }) => uuid === device.uuid);
  const all = isKnown ? devices.map((each) => (each.uuid === device.uuid ? device : each)) : [...devices, device];
  world.identities.patch(idOf(user), { [attribute]: all.map(writeBoundDevice) });
}
