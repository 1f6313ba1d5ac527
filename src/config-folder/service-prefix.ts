import type { JsonObject } from "../text/json.js";
import { textMember } from "../text/json-members.js";
import { isScript } from "./script-lists.js";

const servicePrefix = "default/";

/**
 * What file-based configuration puts before the id of an object: `default/` before that of a tree or a node, and the kinds of
 * configuration as well before that of a script (`default/scriptConfigurations/<id>`). Empty where the id stands alone.
 */
export function prefixOfId(object: JsonObject): string {
  const id = textMember(object, "_id");
  if (id?.startsWith(servicePrefix) !== true) return "";
  return isScript(object) ? id.slice(0, id.lastIndexOf("/") + 1) : servicePrefix;
}

/** Whether an object is a script that AM ships for all realms, wherever its file lies. */
export function isGlobalScript(object: JsonObject): boolean {
  return prefixOfId(object) === `${servicePrefix}globalScripts/`;
}
