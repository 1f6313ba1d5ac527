import { UsageError } from "../../project/usage-error.js";
import type { ManagedObject, WorldOptions } from "../../runtime/world/world-options.js";
import { isJsonObject } from "../../text/json.js";

/** The password of a user who is given without one. */
const usualPassword = "Passw0rd-1";

/** The option of commands that take users of the simulated world. */
export const userOptions = {
  user: {
    type: "string",
    short: "u",
    multiple: true,
    value: "NAME[:PASSWORD]",
    help: `a user of the simulated world, by name or as JSON (default password: ${usualPassword})`,
  },
} as const;

/** The world with the users that were given: they come to its own, or in the place of those with the same name. */
export function withUsers(world: WorldOptions, given: readonly string[]): WorldOptions {
  if (given.length === 0) return world;
  const users = given.map(userFrom);
  const names = new Set(users.map(({ userName }) => userName));
  const others = (world.users ?? []).filter(({ userName }) => userName === undefined || !names.has(userName));
  return { ...world, users: [...others, ...users] };
}

function userFrom(text: string): ManagedObject {
  if (text.trimStart().startsWith("{")) {
    try {
      const value: unknown = JSON.parse(text);
      if (isJsonObject(value)) return value;
    } catch {
      // Reported below.
    }
    throw new UsageError("--user is not a JSON object", `--user '{ "userName": "demo", "mail": "demo@example.com" }'`);
  }
  const colon = text.indexOf(":");
  const userName = colon === -1 ? text : text.slice(0, colon);
  const password = colon === -1 ? usualPassword : text.slice(colon + 1);
  const mail = userName.includes("@") ? userName : `${userName}@example.com`;
  return { userName, mail, givenName: userName, sn: userName, password };
}
