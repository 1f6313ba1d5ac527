import { type Action, decide, fail, goTo } from "../action.js";
import { deviceProfileOf, distanceBetween, locationOf, noteUse, storedDevice } from "../identity/devices.js";
import { userOf } from "../identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Compares the device's location with the one stored for the trusted device. */
export const deviceLocationMatchNode: NodeBehaviour = {
  type: "DeviceLocationMatchNode",
  runs: "fully",
  note: "The distance is in kilometres.",
  inputs: () => ["username", "forgeRock.device.profile"],
  process(context: NodeContext): Action {
    const { state, world } = context;
    const profile = deviceProfileOf(state);
    const now = locationOf(profile);
    if (!profile || !("identifier" in profile) || !now) return goTo("unknownDevice");
    const user = userOf(context);
    if (!user || !world.identities.isActive(user)) return fail("User does not exist or inactive");
    const stored = storedDevice(user, profile);
    const before = locationOf(stored);
    if (!stored || !before) return goTo("unknownDevice");
    noteUse(world, user, stored);
    return decide(distanceBetween(before, now) < context.properties.number("distance", 10));
  },
};
