import type { JourneyNode, Script } from "../../model/model.js";
import { isJavaScript } from "../../model/script-place.js";
import { analysisOf } from "../analysed-scripts.js";
import { scriptOf } from "../state/node-access.js";

/** What node state says of who the user may be, and proves nothing. */
const ofNames: ReadonlySet<string> = new Set(["username", "userName"]);

/**
 * Whether a node runs a script that decides at most by the name of the user, so that its outcomes prove nothing. A script that asks somebody
 * or something, or reads other keys of node state or attributes, may do so by a proof that came before.
 */
export function asksWhoAlone(node: JourneyNode, scripts: ReadonlyMap<string, Script>): boolean {
  if (node.typeId !== "ScriptedDecisionNode") return false;
  const script = scriptOf(node, scripts);
  if (script === undefined || script.body.trim() === "" || !isJavaScript(script)) return false;
  const analysed = analysisOf(script);
  if (analysed.kind !== "analysed" || !analysed.usesOnlyState) return false;
  const { reads, readsComputed, writes, writesAnything } = analysed.state;
  if (readsComputed || writesAnything || writes.length > 0 || script.body.includes("objectAttributes")) return false;
  return reads.every(({ key }) => ofNames.has(key));
}
