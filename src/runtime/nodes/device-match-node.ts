import { getOwn } from "../../text/json.js";
import { type Action, decide, fail, goTo, stub } from "../action.js";
import { deviceProfileOf, differences, missingFromDevice, noteUse, storedDevice } from "../identity/devices.js";
import { userOf } from "../identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Compares the device with the user's trusted devices. */
export const deviceMatchNode: NodeBehaviour = {
  type: "DeviceMatchNode",
  runs: "partly",
  note: "Compares by the number of metadata values that differ; with `useScript` the node is a stub.",
  inputs: () => ["username", "forgeRock.device.profile"],
  process(context: NodeContext): Action {
    const { properties, state, world } = context;
    if (properties.flag("useScript", false)) return stub("Comparing devices by script is not simulated");
    const profile = deviceProfileOf(state);
    for (const part of ["metadata", "identifier"]) {
      if (!profile || !(part in profile)) return fail(missingFromDevice(part));
    }
    const user = userOf(context);
    if (!user || !world.identities.isActive(user)) return fail("User does not exist or inactive");
    const stored = profile && storedDevice(user, profile);
    if (!stored || !profile || !("metadata" in stored)) return goTo("unknownDevice");
    const selected = getOwn(stored, "lastSelectedDate");
    const age = typeof selected === "number" ? (world.clock.now - selected) / 86_400_000 : 0;
    if (age > properties.number("expiration", 30)) return decide(false);
    noteUse(world, user, stored);
    const differing = differences(getOwn(stored, "metadata"), getOwn(profile, "metadata"));
    return decide(differing <= properties.number("acceptableVariance", 0));
  },
};
