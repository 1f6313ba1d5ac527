import { isSame } from "../compare.js";
import type { Difference } from "../difference.js";

/** Renders the difference as JSON, as `schema/diff.schema.json` describes it. */
export function renderJson(difference: Difference): string {
  const { journeys, scenarios, findings } = difference;
  return `${JSON.stringify({ version: 1, same: isSame(difference), journeys, scenarios, findings }, null, 2)}\n`;
}
