import type { JsonValue } from "../../../runtime/machine.js";
import { idOf } from "../../../runtime/world/identity-store.js";
import type { World } from "../../../runtime/world/world.js";
import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { getOwn, isJsonObject } from "../../../text/json.js";

/** A registered phone, as the simulation keeps it. The platform's own form is encrypted. */
export interface PushDevice {
  readonly uuid: string;
  /** The id under which phone and platform know the registration. */
  readonly mechanismUid: string;
  readonly deviceName: string;
  readonly issuer: string;
  readonly recoveryCodes: readonly string[];
}

const attribute = "pushDeviceProfiles";

/** The first phone of a user, which is the one that the platform asks. */
export function pushDeviceOf(user: ManagedObject): PushDevice | undefined {
  const held = getOwn(user, attribute);
  return Array.isArray(held) ? readPushDevice(held[0]) : undefined;
}

export function readPushDevice(value: JsonValue | undefined): PushDevice | undefined {
  if (!isJsonObject(value)) return undefined;
  const { uuid, mechanismUid, deviceName, issuer, recoveryCodes } = value;
  if (typeof uuid !== "string" || typeof mechanismUid !== "string") return undefined;
  return {
    uuid,
    mechanismUid,
    deviceName: typeof deviceName === "string" ? deviceName : "",
    issuer: typeof issuer === "string" ? issuer : "",
    recoveryCodes: Array.isArray(recoveryCodes) ? recoveryCodes.map(String) : [],
  };
}

export function writePushDevice(device: PushDevice): JsonValue {
  return { ...device, recoveryCodes: [...device.recoveryCodes] };
}

export function storePushDevice(world: World, user: ManagedObject, device: PushDevice): void {
  world.identities.patch(idOf(user), { [attribute]: [writePushDevice(device)] });
}
