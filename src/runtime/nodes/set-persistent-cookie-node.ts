import { type Action, onward } from "../action.js";
import { writePersistentCookie } from "../identity/persistent-cookie.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets a cookie at success that signs the user on again later. */
export const setPersistentCookieNode: NodeBehaviour = {
  type: "SetPersistentCookieNode",
  runs: "partly",
  note: "Writes the cookie as plain text; the platform encrypts and signs it.",
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
