import { type Action, decide, fail } from "../action.js";
import { deviceProfileOf, missingFromDevice } from "../identity/devices.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";

/** Decides whether the device is free of tampering, by its jailbreak score. */
export const deviceTamperingVerificationNode: NodeBehaviour = {
  type: "DeviceTamperingVerificationNode",
  runs: "fully",
  note: "The score is read from `metadata.platform.jailBreakScore`.",
  inputs: () => ["forgeRock.device.profile"],
  process({ properties, state }: NodeContext): Action {
    const profile = deviceProfileOf(state);
    if (!profile || !("metadata" in profile)) return fail(missingFromDevice("metadata"));
    const score = readPath(profile, "metadata/platform/jailBreakScore");
    // A client that reports no score is not trusted.
    return decide(typeof score === "number" && score <= properties.number("score", 0));
  },
};
