import type { JourneyNode, Script } from "../model/model.js";
import { scriptTokens } from "../rhino/script-tokens.js";
import { scriptOf } from "./state/node-access.js";

/** Names by which a script leaves its node, or may do so out of sight. */
const leaving: ReadonlySet<string> = new Set(["outcome", "goTo", "require", "eval", "Function"]);
const sending: ReadonlySet<string> = new Set(["send", "suspend", "callbacksBuilder"]);

/**
 * Whether a scripted node is the last screen of a journey: its script sends callbacks, and nothing in it chooses an
 * outcome, so that the user looks at the screen until the journey expires.
 */
export function isEndScreen(node: JourneyNode, scripts: ReadonlyMap<string, Script>): boolean {
  const body = scriptOf(node, scripts)?.body;
  if (body === undefined) return false;
  const names = scriptTokens(body).filter(({ kind }) => kind === "name");
  return names.some(({ text }) => sending.has(text)) && !names.some(({ text }) => leaving.has(text));
}
