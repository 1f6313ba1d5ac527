import { getOwn, isJsonObject } from "../../text/json.js";
import { jsonIn, writeLike } from "../../text/json-form.js";

const kinds = ["dependencies", "devDependencies", "optionalDependencies"] as const;

/**
 * The text of a package.json with a development dependency, in the form that it has; of a new one, if there is none. A dependency
 * that it has already stays as it is. `undefined` if the text holds no JSON object.
 */
export function withDevDependency(text: string | undefined, name: string, version: string): string | undefined {
  if (text === undefined) {
    return `${JSON.stringify({ private: true, devDependencies: { [name]: version } }, undefined, 2)}\n`;
  }
  const manifest = jsonIn(text);
  if (!isJsonObject(manifest)) return undefined;
  for (const kind of kinds) {
    const known = getOwn(manifest, kind);
    if (isJsonObject(known) && getOwn(known, name) !== undefined) return text;
  }
  const given = getOwn(manifest, "devDependencies");
  const all = { ...(isJsonObject(given) ? given : {}), [name]: version };
  const sorted = Object.entries(all).sort(([left], [right]) => (left < right ? -1 : 1));
  return writeLike(text, { ...manifest, devDependencies: Object.fromEntries(sorted) });
}
