import { isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";
import type { World } from "../world/world.js";
import type { ManagedObject } from "../world/world-options.js";
import { fromBase32, oneTimeCode } from "./one-time-code.js";

/** A registered authenticator app, as the simulation keeps it in the user's attribute `oathDeviceProfiles`. */
export interface OathDevice {
  /** The shared secret in base 32. */
  readonly secret: string;
  /** The next counter of HOTP, or the last interval in which a TOTP code was used. */
  readonly counter: number;
  readonly recoveryCodes: readonly string[];
}

/** The user's attribute in which the simulation keeps registered apps. The platform's own form is encrypted. */
export const oathAttribute = "oathDeviceProfiles";

/** The user named by `username` in state; `undefined` when the name is missing or unknown. */
export function userOf({ state, world }: NodeContext): ManagedObject | undefined {
  const username = state.get("username");
  return typeof username === "string" ? world.identities.findUser(username) : undefined;
}

export function oathDeviceOf(user: ManagedObject): OathDevice | undefined {
  const held = user[oathAttribute];
  return Array.isArray(held) ? readOathDevice(held[0]) : undefined;
}

export function readOathDevice(value: JsonValue | undefined): OathDevice | undefined {
  if (!isJsonObject(value)) return undefined;
  const { secret, counter, recoveryCodes } = value;
  if (typeof secret !== "string") return undefined;
  return {
    secret,
    counter: typeof counter === "number" ? counter : 0,
    recoveryCodes: Array.isArray(recoveryCodes) ? recoveryCodes.map(String) : [],
  };
}

export function writeOathDevice(device: OathDevice): JsonValue {
  return { ...device };
}

export function storeOathDevice(world: World, user: ManagedObject, device: OathDevice): void {
  world.identities.patch(idOf(user), { [oathAttribute]: [writeOathDevice(device)] });
}

/** The code that a user's authenticator app shows now; a test can submit it. */
export async function currentCode(
  world: World,
  userName: string,
  seconds = 30,
  digits = 6,
): Promise<string | undefined> {
  const user = world.identities.findUser(userName);
  const device = user && oathDeviceOf(user);
  if (!device) return undefined;
  const interval = Math.floor(world.clock.now / 1000 / seconds);
  return oneTimeCode(fromBase32(device.secret), interval, { digits, hash: "SHA-1" });
}
