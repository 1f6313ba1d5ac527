import { versionOf } from "../catalogue/catalogue.js";
import type { PropertyCondition } from "../catalogue/node-type.js";
import type { JourneyNode } from "./model.js";

/** What a node, or a node of its page, would need to have an outcome that it lacks as it is set; `undefined` where nothing brings it. */
export function settingsForOutcome(
  node: Pick<JourneyNode, "type" | "version" | "children">,
  outcome: string,
): string | undefined {
  const { type, version, children } = node;
  for (const part of (type && versionOf(type, version)?.outcomes.parts) ?? [])
    if ("id" in part && part.id === outcome && part.when !== undefined) return inWords(part.when);
  for (const child of children) {
    const settings = settingsForOutcome(child, outcome);
    if (settings !== undefined) return `${settings} in \`${child.name}\``;
  }
  return undefined;
}

function inWords(condition: PropertyCondition): string {
  if ("all" in condition) return condition.all.map(inWords).join(" and ");
  const { property } = condition;
  if ("equals" in condition) return `\`${property}: ${JSON.stringify(condition.equals)}\``;
  if ("greaterThan" in condition) return `\`${property}\` above ${condition.greaterThan}`;
  return condition.present ? `a value of \`${property}\`` : `\`${property}: absent\``;
}
