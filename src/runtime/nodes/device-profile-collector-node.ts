import { isJsonObject } from "../../text/json.js";
import { type Action, ask, fail, onward } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { deviceProfileCallback } from "../callbacks/device-profile-callback.js";
import { deviceProfileKey } from "../identity/devices.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks the client for a profile of its device. */
export const deviceProfileCollectorNode: NodeBehaviour = {
  type: "DeviceProfileCollectorNode",
  runs: "fully",
  note: "The texts of its errors are our own.",
  process({ callbacks, properties, state, world }: NodeContext): Action {
    const metadata = properties.flag("deviceMetadata", true);
    const location = properties.flag("deviceLocation", false);
    const [answer] = callbacks;
    const text = answer ? textOf(answer) : "";
    if (text === "") {
      const message = world.localise(properties.map("message")) ?? "";
      return ask(deviceProfileCallback({ metadata, location, message }));
    }
    if (new TextEncoder().encode(text).length > properties.number("maximumSize", 3) * 1024)
      return fail("The device profile is too large");
    const profile = parse(text);
    if (!profile) return fail("The device profile is not JSON");
    if (metadata && !("metadata" in profile)) return fail("The device profile has no metadata");
    if (location && !("location" in profile)) return fail("The device profile has no location");
    state.putShared(deviceProfileKey, profile);
    return onward;
  },
};

function parse(text: string): { readonly [key: string]: JsonValue } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
