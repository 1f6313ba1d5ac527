import type { Change } from "../difference.js";

/** What a change is about. Reviews read about the first ones first. */
export const changeTopics = [
  "journey",
  "nodes",
  "settings",
  "rules",
  "scripts",
  "texts",
  "resources",
  "layout",
] as const;

export type ChangeTopic = (typeof changeTopics)[number];

/** Says what a change is about. A setting whose value is a text for people counts as text. */
export function topicOf(change: Change): ChangeTopic {
  switch (change.kind) {
    case "journey-renamed":
    case "start-moved":
      return "journey";
    case "node-added":
    case "node-removed":
    case "node-renamed":
    case "node-retyped":
    case "node-upgraded":
    case "node-moved":
    case "node-outcomes":
    case "outcome-rewired":
      return "nodes";
    case "journey-setting":
      return "settings";
    case "node-setting":
      return change.isText ? "texts" : "settings";
    case "raw-changed":
      return "settings";
    case "rule-added":
    case "rule-removed":
      return "rules";
    case "script-added":
    case "script-removed":
    case "script-changed":
      return "scripts";
    case "page-reordered":
      return "texts";
    case "resource-added":
    case "resource-removed":
    case "resource-changed":
      return "resources";
    case "placed":
    case "id-changed":
    case "export-option":
      return "layout";
    default:
      return change satisfies never;
  }
}

/** The changes in the order in which a reviewer reads them; changes about the same stay in their order. */
export function inReadingOrder(changes: readonly Change[]): readonly Change[] {
  return changeTopics.flatMap((topic) => changes.filter((change) => topicOf(change) === topic));
}
