import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { getOwn, isJsonObject, type JsonObject } from "../text/json.js";
import { childPointer, pointerSegments } from "../text/json-pointer.js";
import type { PlaceOf } from "./check-settings.js";

/** What is wrong with a world that fits its schema: times that are none, users who cannot be told apart, stubs without an answer. */
export function worldFaults(world: JsonObject, placeOf: PlaceOf, at = ""): readonly Diagnostic[] {
  const report = (pointer: string, setting: string, expected: string, first?: string): Diagnostic => {
    const prefix = pointerSegments(at).map((segment) => `${segment}.`);
    const args = { setting: [...prefix, setting].join(""), expected };
    const related =
      first === undefined ? [] : [{ place: placeOf(`${at}${first}`, "value"), message: "It is the name of this user" }];
    return createDiagnostic("invalid-setting", placeOf(`${at}${pointer}`, "value"), args, { related });
  };
  return [
    ...wrongTime(world, report),
    ...sharedNames(world, report),
    ...misspeltNames(world, at, placeOf),
    ...emptyStubs(world, report),
  ];
}

type Report = (pointer: string, setting: string, expected: string, first?: string) => Diagnostic;

function wrongTime(world: JsonObject, report: Report): readonly Diagnostic[] {
  const now = getOwn(world, "now");
  // A schema cannot say which texts and numbers are times.
  if (now === undefined || !Number.isNaN(new Date(now as string | number).getTime())) return [];
  return [report("/now", "now", "a time in ISO 8601, or in milliseconds since 1970")];
}

/** The platform has each name once, whatever its case. */
function sharedNames(world: JsonObject, report: Report): readonly Diagnostic[] {
  const users = getOwn(world, "users");
  if (!Array.isArray(users)) return [];
  const diagnostics: Diagnostic[] = [];
  for (const attribute of ["_id", "userName"]) {
    const known = new Map<string, number>();
    for (const [index, user] of users.entries()) {
      const name: unknown = isJsonObject(user) ? getOwn(user, attribute) : undefined;
      if (typeof name !== "string" || name === "") continue;
      const first = known.get(name.toLowerCase());
      if (first === undefined) known.set(name.toLowerCase(), index);
      else {
        const expected = `another one than that of users[${first}]: no two users share one`;
        const pointers = [index, first].map((each) => `/users/${each}/${attribute}`);
        diagnostics.push(report(pointers[0] ?? "", `users[${index}].${attribute}`, expected, pointers[1]));
      }
    }
  }
  return diagnostics;
}

/** `username` is the key of node state; the attribute of a user is `userName`. */
function misspeltNames(world: JsonObject, at: string, placeOf: PlaceOf): readonly Diagnostic[] {
  const users = getOwn(world, "users");
  if (!Array.isArray(users)) return [];
  return users.flatMap((user, index) => {
    if (!isJsonObject(user) || Object.hasOwn(user, "userName")) return [];
    const written = Object.keys(user).find((key) => /^(?:user_?name|uid|login)$/i.test(key));
    if (written === undefined) return [];
    const place = placeOf(childPointer(`${at}/users/${index}`, written), "key");
    const args = { setting: [...pointerSegments(at), `users[${index}].${written}`].join(".") };
    return [createDiagnostic("unknown-setting", place, args, { help: 'Did you mean "userName"?' })];
  });
}

function emptyStubs(world: JsonObject, report: Report): readonly Diagnostic[] {
  const stubs = getOwn(world, "stubs");
  if (!isJsonObject(stubs)) return [];
  return Object.entries(stubs).flatMap(([node, given]) =>
    Array.isArray(given) && given.length === 0
      ? [report(childPointer("/stubs", node), `stubs.${node}`, "a list with an outcome")]
      : [],
  );
}
