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

/** Whether a scripted node certainly sends nothing to the client: it only decides. */
export function onlyDecides(node: JourneyNode, scripts: ReadonlyMap<string, Script>): boolean {
  if (node.typeId !== "ScriptedDecisionNode") return false;
  const script = scriptOf(node, scripts);
  const analysed = script && analyseScript(script.body);
  return analysed?.kind === "analysed" && !analysed.callbacks.sends && !analysed.outcomes.hasHidden;
}

/** Whether a node leads nowhere at all, and runs a script that is not here: it may be the last screen of a journey. */
export function mayBeEndScreen(node: JourneyNode, scripts: ReadonlyMap<string, Script>): boolean {
  if (node.connections.length > 0) return false;
  return [node, ...node.children].some(
    (each) => each.typeId === "ScriptedDecisionNode" && scriptOf(each, scripts) === undefined,
  );
}
