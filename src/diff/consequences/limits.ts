import { hasRole } from "../../check/node-behaviour.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import type { ComparedVersion, Versions } from "./versions.js";

/** Finds locks of the account that a user can no longer come to where none is left, and limits of attempts that are higher. */
export function weakerLimits({ before, after }: Versions): readonly Consequence[] {
  const consequences: Consequence[] = [];
  const locks = reachedNodes(before).filter(locksAccount);
  if (!reachedNodes(after).some(locksAccount)) {
    for (const node of locks) {
      consequences.push({ kind: "lock-gone", node: labelOf(before.partnerOf(node) ?? node), security: "lockout" });
    }
  }
  const gone = reachedNodes(before).filter((node) => before.partnerOf(node) === undefined);
  for (const node of reachedNodes(after)) {
    const is = limitOf(node);
    const partner = after.partnerOf(node);
    // A new node stands in the place of those that are gone.
    const limits = (partner === undefined ? gone : [partner]).flatMap((old) => limitOf(old) ?? []);
    const was = Math.max(...limits);
    if (is === undefined || limits.length === 0 || is <= was) continue;
    consequences.push({
      kind: "limit-raised",
      node: labelOf(node),
      property: limit,
      before: was,
      after: is,
      security: "lockout",
    });
  }
  return consequences;
}

/** The setting that says how often a user may try; only `RetryLimitDecisionNode` has one. */
const limit = "retryLimit";

function limitOf(node: JourneyNode): number | undefined {
  const value = hasRole(node, "limits-retries") ? node.properties.get(limit)?.value : undefined;
  return typeof value === "number" ? value : undefined;
}

/** The same node unlocks accounts too. */
function locksAccount(node: JourneyNode): boolean {
  return hasRole(node, "locks-account") && node.properties.get("lockAction")?.value !== "UNLOCK";
}

function reachedNodes({ vertexOf, reached }: ComparedVersion): readonly JourneyNode[] {
  return [...vertexOf].flatMap(([node, vertex]) => (reached.has(vertex) ? [node] : []));
}
