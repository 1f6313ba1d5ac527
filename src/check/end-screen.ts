import type { JourneyNode, Script } from "../model/model.js";
import { analyseScript } from "../rhino/analysis/analyse-script.js";
import { scriptOf } from "./state/node-access.js";

/**
 * Whether a scripted node is the last screen of a journey: its script sends callbacks whatever the user answers, so that the user looks at the
 * screen until the journey expires.
 */
export function isEndScreen(node: JourneyNode, scripts: ReadonlyMap<string, Script>): boolean {
  const script = scriptOf(node, scripts);
  const analysed = script && analyseScript(script.body);
  if (analysed?.kind !== "analysed") return false;
  const { callbacks, outcomes } = analysed;
  if (outcomes.hasHidden) return false;
  return callbacks.sends && (outcomes.chosen.length === 0 || outcomes.alwaysSends);
}
