import type { Json } from "../text/json.js";
import { usersOfRealm } from "./realm.js";

/** The settings of a journey that hold without being written, as the admin console gives them to a new journey. */
export function journeyDefaults(realm: string): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    ["enabled", true],
    ["identityResource", usersOfRealm(realm)],
    ["innerTreeOnly", false],
    ["mustRun", false],
  ]);
}
