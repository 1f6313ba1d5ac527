import type { ManagedObject } from "../../runtime/world/world-options.js";
import { getOwn } from "../../text/json.js";

/** What scopes tell of a user: the claims of OpenID Connect, from the platform's attributes. */
export function userClaims(user: ManagedObject | undefined, scopes: readonly string[]): Record<string, string> {
  if (user === undefined) return {};
  const [given, family, mail] = ["givenName", "sn", "mail"].map((attribute) => textOf(user, attribute));
  const name = [given, family].filter((each) => each !== undefined).join(" ");
  const claims = {
    ...(scopes.includes("profile") && { name: name === "" ? undefined : name, given_name: given, family_name: family }),
    ...(scopes.includes("email") && { email: mail }),
  };
  return Object.fromEntries(
    Object.entries(claims).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function textOf(user: ManagedObject, attribute: string): string | undefined {
  const value = getOwn(user, attribute);
  return typeof value === "string" && value !== "" ? value : undefined;
}
