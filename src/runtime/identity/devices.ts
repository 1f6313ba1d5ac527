import { getOwn, isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { NodeState } from "../node-state.js";
import type { ManagedObject } from "../world/world-options.js";

type JsonMap = { readonly [key: string]: JsonValue };

/** Where the collected profile of the device stands in shared state. */
export const deviceProfileKey = "forgeRock.device.profile";

/** Where the simulation keeps a user's trusted devices. */
export const devicesAttribute = "deviceProfiles";

/** The collected profile. */
export function deviceProfileOf(state: NodeState): JsonMap | undefined {
  const profile = state.get(deviceProfileKey);
  return isJsonObject(profile) ? profile : undefined;
}

/** A user's trusted devices, oldest first. */
export function devicesOf(user: ManagedObject): readonly JsonMap[] {
  const held = user[devicesAttribute];
  return Array.isArray(held) ? held.filter(isJsonObject) : [];
}

/** The stored device with the same identifier. */
export function storedDevice(user: ManagedObject, profile: JsonMap): JsonMap | undefined {
  const identifier = getOwn(profile, "identifier");
  return devicesOf(user).find((device) => getOwn(device, "identifier") === identifier);
}

/** Where a device is, in degrees. */
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

/** Kilometres on the great circle between two places. */
export function distanceBetween(first: Location, second: Location): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = radians(second.latitude - first.latitude);
  const east = radians(second.longitude - first.longitude);
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(first.latitude)) * Math.cos(radians(second.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** In how many places two profiles differ. */
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
