import { getOwn, isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import { idOf } from "../world/identity-store.js";
import type { World } from "../world/world.js";
import type { ManagedObject } from "../world/world-options.js";

/** A registered authenticator, as the simulation keeps it. The platform's own form is encrypted. */
export interface WebAuthnDevice {
  readonly uuid: string;
  /** In base64url. */
  readonly credentialId: string;
  /** In COSE form, as base64url. */
  readonly publicKey: string;
  readonly deviceName: string;
  readonly signCount: number;
  /** Milliseconds since 1970. */
  readonly createdDate: number;
  readonly lastAccessDate: number;
  readonly recoveryCodes: readonly string[];
}

/** The user's attribute in which registered authenticators are kept. */
export const webAuthnAttribute = "webauthnDeviceProfiles";

export function webAuthnDevicesOf(user: ManagedObject): readonly WebAuthnDevice[] {
  const held = getOwn(user, webAuthnAttribute);
  return Array.isArray(held) ? held.flatMap((each: JsonValue) => readDevice(each) ?? []) : [];
}

/** Reads a device from a user or from node state; `undefined` for anything else. */
export function readDevice(value: JsonValue | undefined): WebAuthnDevice | undefined {
  if (!isJsonObject(value)) return undefined;
  const { uuid, credentialId, publicKey, deviceName, signCount, createdDate, lastAccessDate, recoveryCodes } = value;
  if (typeof uuid !== "string" || typeof credentialId !== "string" || typeof publicKey !== "string") return undefined;
  return {
    uuid,
    credentialId,
    publicKey,
    deviceName: typeof deviceName === "string" ? deviceName : "",
    signCount: typeof signCount === "number" ? signCount : 0,
    createdDate: typeof createdDate === "number" ? createdDate : 0,
    lastAccessDate: typeof lastAccessDate === "number" ? lastAccessDate : 0,
    recoveryCodes: Array.isArray(recoveryCodes) ? recoveryCodes.map(String) : [],
  };
}

export function writeDevice(device: WebAuthnDevice): JsonValue {
  return { ...device, recoveryCodes: [...device.recoveryCodes] };
}

export function storeDevices(world: World, user: ManagedObject, devices: readonly WebAuthnDevice[]): void {
  world.identities.patch(idOf(user), { [webAuthnAttribute]: devices.map(writeDevice) });
}
