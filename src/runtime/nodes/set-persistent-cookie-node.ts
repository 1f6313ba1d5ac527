import { type Action, onward } from "../action.js";
import { writePersistentCookie } from "../identity/persistent-cookie.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets a cookie after success that lets the user in again. */
export const setPersistentCookieNode: NodeBehaviour = {
  type: "SetPersistentCookieNode",
  runs: "partly",
  note: "The cookie is readable text of our own, where the platform encrypts and signs one.",
  inputs: () => ["username"],
  process({ properties, state, world }: NodeContext): Action {
    const username = state.get("username");
    const hours = properties.number("maxLife", 5);
    const idleHours = properties.number("idleTimeout", 5);
    const name = properties.text("persistentCookieName", "session-jwt");
    const value = writePersistentCookie(
      String(username ?? ""),
      world.clock.now + Math.min(hours, idleHours) * 3_600_000,
    );
    const attributes = {
      maxAge: hours * 3600,
      secure: properties.flag("useSecureCookie", true),
      httpOnly: properties.flag("useHttpOnlyCookie", true),
    };
    return { ...onward, effects: { cookies: [{ name, value, attributes }] } };
  },
};
