import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets a cookie when the journey succeeds. */
export const setCustomCookieNode: NodeBehaviour = {
  type: "SetCustomCookieNode",
  runs: "fully",
  process({ properties }: NodeContext): Action {
    const maxAge = properties.optionalNumber("maxAge");
    const attributes = {
      ...(maxAge !== undefined && { maxAge }),
      domain: properties.text("domain"),
      path: properties.text("path"),
      secure: properties.flag("useSecureCookie", false),
      httpOnly: properties.flag("useHttpOnlyCookie", false),
      sameSite: properties.text("sameSite", "LAX"),
    };
    return {
      ...onward,
      effects: { cookies: [{ name: properties.text("name"), value: properties.text("value"), attributes }] },
    };
  },
};
