import { hasRole } from "../../check/node-behaviour.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelBefore } from "../journey-pair.js";
import { reachedNodes, type Versions } from "./versions.js";

/** Finds locks of the account that a user can no longer come to, where none is left. */
export function goneLocks({ before, after, pair }: Versions): readonly Consequence[] {
  if (reachedNodes(after).some(locksAccount)) return [];
  const locks = reachedNodes(before).filter(locksAccount);
  return locks.map((node) => ({ kind: "lock-gone", node: labelBefore(node, pair), security: "lockout" }));
}

/** The same node unlocks accounts too. */
function locksAccount(node: JourneyNode): boolean {
  return hasRole(node, "locks-account") && node.properties.get("lockAction")?.value !== "UNLOCK";
}
