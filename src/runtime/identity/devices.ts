import { getOwn, isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { NodeState } from "../node-state.js";
import { idOf } from "../world/identity-store.js";
import type { World } from "../world/world.js";
import type { ManagedObject } from "../world/world-options.js";

/** A device, or a part of one, as the client describes it. */
export type JsonMap = { readonly [key: string]: JsonValue };

/** The key of shared state that holds the collected device profile. */
export const deviceProfileKey = "forgeRock.device.profile";

/** The user's attribute in which the simulation keeps trusted devices. */
export const devicesAttribute = "deviceProfiles";

/** The collected device profile. */
export function deviceProfileOf(state: NodeState): JsonMap | undefined {
  const profile = state.get(deviceProfileKey);
  return isJsonObject(profile) ? profile : undefined;
}

/** The message of the exception for a part that the profile in state lacks. */
export function missingFromDevice(part: string): string {
  return `Device Profile Collector Node to collect device attribute is required: ${part}`;
}

/** A user's trusted devices, oldest first. */
export function devicesOf(user: ManagedObject): readonly JsonMap[] {
  const held = user[devicesAttribute];
  return Array.isArray(held) ? held.filter(isJsonObject) : [];
}

/** The trusted device with the same identifier as the profile. */
export function storedDevice(user: ManagedObject, profile: JsonMap): JsonMap | undefined {
  const identifier = getOwn(profile, "identifier");
  return devicesOf(user).find((device) => getOwn(device, "identifier") === identifier);
}

/** Notes at the user that the trusted device has been used now. */
export function noteUse(world: World, user: ManagedObject, used: JsonMap): void {
  const devices = devicesOf(user).map((each) =>
    each === used ? { ...each, lastSelectedDate: world.clock.now } : each,
  );
  world.identities.patch(idOf(user), { [devicesAttribute]: devices });
}

/** A place on earth, in degrees. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

export function locationOf(device: JsonMap | undefined): Location | undefined {
  const location = device && getOwn(device, "location");
  if (!isJsonObject(location)) return undefined;
  const { latitude, longitude } = location;
  return typeof latitude === "number" && typeof longitude === "number" ? { latitude, longitude } : undefined;
}

/** The distance between two places on the great circle, in kilometres. */
export function distanceBetween(first: Location, second: Location): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = radians(second.latitude - first.latitude);
  const east = radians(second.longitude - first.longitude);
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(first.latitude)) * Math.cos(radians(second.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The number of members in which two profiles differ. */
export function differences(first: JsonValue | undefined, second: JsonValue | undefined): number {
  let count = 0;
  const pairs: (readonly [JsonValue | undefined, JsonValue | undefined])[] = [[first, second]];
  for (const [one, other] of pairs) {
    if (isJsonObject(one) && isJsonObject(other)) {
      for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
        pairs.push([getOwn(one, key), getOwn(other, key)]);
      }
    } else if (JSON.stringify(one) !== JSON.stringify(other)) count++;
  }
  return count;
}
