import type { SettingSecurity } from "../catalogue/node-type.js";
import { isJsonObject, type Json } from "../text/json.js";

/** The kinds of values that settings of a journey have. */
export type SettingKind = "text" | "flag" | "number" | "object";

/** The settings of the platform: members of the tree object. */
export const knownSettings: ReadonlyMap<string, SettingKind> = new Map([
  ["description", "text"],
  ["enabled", "flag"],
  ["identityResource", "text"],
  ["innerTreeOnly", "flag"],
  ["maximumIdleTime", "number"],
  ["maximumSessionTime", "number"],
  ["mustRun", "flag"],
  ["noSession", "flag"],
  ["transactionalOnly", "flag"],
  ["treeTimeout", "number"],
  ["uiConfig", "object"],
  ["_type", "object"],
]);

/** All numbers among the settings count minutes. */
export const unitOfSettings = "minutes";

/** Whether a journey has a property of this name. */
export function isJourneySetting(name: string): boolean {
  return name === "categories" || knownSettings.has(name);
}

/** In which direction settings protect less: who may enter the journey, and how long what comes of it holds. */
export const settingSecurity: ReadonlyMap<string, SettingSecurity> = new Map([
  ["innerTreeOnly", { topic: "session", weaker: false }],
  ["maximumIdleTime", { topic: "session", weaker: "higher" }],
  ["maximumSessionTime", { topic: "session", weaker: "higher" }],
  ["mustRun", { topic: "session", weaker: false }],
  ["noSession", { topic: "session", weaker: false }],
  ["transactionalOnly", { topic: "session", weaker: false }],
  ["treeTimeout", { topic: "session", weaker: "higher" }],
]);

const expectations: Readonly<Record<SettingKind, string>> = {
  text: "must be a text",
  flag: "must be true or false",
  number: "must be a number",
  object: "must be an object",
};

/** What is wrong with the value of a setting, in words; `undefined` where nothing is, or the setting is not known. */
export function settingProblem(name: string, value: Json): string | undefined {
  const kind = knownSettings.get(name);
  return kind === undefined || fitsSetting(kind, value) ? undefined : expectations[kind];
}

/** Whether a value has the right kind. A placeholder of the platform fits everywhere. */
export function fitsSetting(kind: SettingKind, value: Json): boolean {
  if (typeof value === "string" && value.includes("&{")) return true;
  if (isJsonObject(value)) return kind === "object" || Object.keys(value).some((key) => key.startsWith("$"));
  switch (kind) {
    case "text":
      // The platform stores null for a text that was never set.
      return typeof value === "string" || value === null;
    case "flag":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" || value === null;
    case "object":
      return false;
  }
}
