import { readDuration } from "../../text/duration.js";
import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import type { Properties } from "../properties.js";

/** Decides whether enough time has passed since the user was created. */
export const timeSinceDecisionNode: NodeBehaviour = {
  type: "TimeSinceDecisionNode",
  runs: "fully",
  note: "`elapsedTime` is a duration such as `7 days`; a number alone counts minutes. The world's users carry `createDate`.",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties, world } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const elapsed = elapsedTime(properties);
    const { createDate } = world.identities.metaOf(found.user);
    if (createDate === undefined || createDate === "") return decide(false);
    if (elapsed === undefined) return fail(`The elapsed time "${properties.text("elapsedTime")}" is no duration`);
    const created = Date.parse(createDate);
    if (Number.isNaN(created)) return fail(`The creation date "${createDate}" cannot be read`);
    return decide(created + elapsed <= world.clock.now);
  },
};

function elapsedTime(properties: Properties): number | undefined {
  const value = properties.value("elapsedTime");
  return typeof value === "number" ? value * 60_000 : readDuration(properties.text("elapsedTime"));
}
