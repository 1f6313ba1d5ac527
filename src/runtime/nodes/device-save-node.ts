import { getOwn } from "../../text/json.js";
import { type Action, onward } from "../action.js";
import { deviceProfileOf, devicesAttribute, devicesOf } from "../identity/devices.js";
import { userOf } from "../identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";

/** Stores the device as trusted. */
export const deviceSaveNode: NodeBehaviour = {
  type: "DeviceSaveNode",
  runs: "fully",
  note: "Goes on without a change when the profile or the user is missing.",
  inputs: () => ["username", "forgeRock.device.profile"],
  process(context: NodeContext): Action {
    const { properties, state, world } = context;
    const profile = deviceProfileOf(state);
    const user = userOf(context);
    if (!profile || !user) return onward;
    const alias = properties.text("variableName");
    const name = alias === "" ? undefined : state.get(alias);
    const kept = Object.entries(profile).filter(
      ([part]) =>
        (part !== "metadata" || properties.flag("saveDeviceMetadata", true)) &&
        (part !== "location" || properties.flag("saveDeviceLocation", true)),
    );
    const device = {
      ...Object.fromEntries(kept),
      ...(name !== undefined && { alias: name }),
      lastSelectedDate: world.clock.now,
    };
    const others = devicesOf(user).filter((each) => getOwn(each, "identifier") !== getOwn(profile, "identifier"));
    const devices = [...others, device].slice(-properties.number("maxSavedProfiles", 5));
    world.identities.patch(idOf(user), { [devicesAttribute]: devices });
    return onward;
  },
};
