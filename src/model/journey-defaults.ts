import type { Json } from "../text/json.js";
import { usersOfRealm } from "./realm.js";

/** The default settings of a journey: those that the admin console gives a new one. */
export function journeyDefaults(realm: string): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    ["enabled", true],
    ["identityResource", usersOfRealm(realm)],
    ["innerTreeOnly", false],
    ["mustRun", false],
  ]);
}
