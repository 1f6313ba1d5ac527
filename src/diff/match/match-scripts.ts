import type { Journey, Script } from "../../model/model.js";
import { Pairs, pairUnique } from "./pairs.js";

/** Matches the scripts of two versions of a journey: by id, by title and body, by title, and by body. */
export function matchScripts(before: Journey, after: Journey): Pairs<Script> {
  const pairs = new Pairs<Script>();
  pairUnique(pairs, before.scripts, after.scripts, ({ id }) => id);
  pairUnique(pairs, before.scripts, after.scripts, ({ title, body }) => JSON.stringify([title, body]));
  pairUnique(pairs, before.scripts, after.scripts, ({ title }) => title);
  pairUnique(pairs, before.scripts, after.scripts, ({ body }) => body);
  return pairs;
}
