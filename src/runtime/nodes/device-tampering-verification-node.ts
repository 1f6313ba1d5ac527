import { type Action, decide, fail } from "../action.js";
import { deviceProfileOf } from "../identity/devices.js";
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
    if (!profile) return fail("There is no device profile in state");
    const score = readPath(profile, "metadata/platform/jailBreakScore");
    return decide((typeof score === "number" ? score : 0) <= properties.number("score", 0));
  },
};
