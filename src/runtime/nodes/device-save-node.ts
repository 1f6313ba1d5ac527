import { getOwn } from "../../text/json.js";
import { type Action, fail, onward } from "../action.js";
import {
  deviceProfileOf,
  devicesAttribute,
  devicesOf,
  type JsonMap,
  missingFromDevice,
  storedDevice,
} from "../identity/devices.js";
import { userOf } from "../identity/oath-device.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { idOf } from "../world/identity-store.js";

/** Stores the device as trusted. */
export const deviceSaveNode: NodeBehaviour = {
  type: "DeviceSaveNode",
  runs: "fully",
  inputs: () => ["username", "forgeRock.device.profile"],
  process(context: NodeContext): Action {
    const { properties, state, world } = context;
    const user = userOf(context);
    if (!user || !world.identities.isActive(user)) return fail("User does not exist or inactive");
    const profile = deviceProfileOf(state);
    const identifier = profile && getOwn(profile, "identifier");
    if (!profile || identifier === undefined) return fail(missingFromDevice("identifier"));
    const part = (name: "metadata" | "location", setting: string) =>
      name in profile && properties.flag(setting, true) ? { [name]: profile[name] ?? null } : {};
    const device: JsonMap = {
      ...storedDevice(user, profile),
      identifier,
      ...part("metadata", "saveDeviceMetadata"),
      ...part("location", "saveDeviceLocation"),
      lastSelectedDate: world.clock.now,
    };
    const name = aliasOf(device, state.getShared(properties.text("variableName")));
    const others = devicesOf(user).filter((each) => getOwn(each, "identifier") !== identifier);
    const devices = [...others, name === undefined ? device : { ...device, alias: name }];
    const kept = latest(devices, properties.number("maxSavedProfiles", 5));
    world.identities.patch(idOf(user), { [devicesAttribute]: kept });
    return onward;
  },
};

/** The name from state, else the one the device has, else the one it gives itself. */
function aliasOf(device: JsonMap, given: JsonValue | undefined): JsonValue | undefined {
  if (typeof given === "string" && given !== "") return given;
  return getOwn(device, "alias") ?? readPath(device, "metadata/platform/deviceName");
}

/** The devices without those that were used longest ago, in their order. */
function latest(devices: readonly JsonMap[], count: number): readonly JsonMap[] {
  const kept = new Set([...devices].sort((one, other) => lastUse(other) - lastUse(one)).slice(0, count));
  return devices.filter((device) => kept.has(device));
}

function lastUse(device: JsonMap): number {
  const date = getOwn(device, "lastSelectedDate");
  return typeof date === "number" ? date : 0;
}
