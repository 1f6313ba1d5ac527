import { nearestName } from "../diagnostics/suggest.js";
import type { JourneyNode, Script } from "../model/model.js";
import { generationOf } from "../model/script-place.js";
import { isFromExport, nodeLabel } from "./describe-node.js";
import type { JourneyFacts } from "./journey-facts.js";
import type { Finding } from "./rule.js";
import { scriptOf } from "./state/node-access.js";
import { scriptAccess } from "./state/script-access.js";
import { everyKey, keyOf } from "./state/slot.js";

/**
 * Finds outputs that a node lists and its script does not write, where it writes one of nearly the same name that the node does not list.
 * The legacy engine throws an error for any that is not written.
 */
export function* misspeltOutputs({ nodes, scripts, journey }: JourneyFacts): Iterable<Finding<"misspelt-state-key">> {
  for (const node of nodes) {
    const listed = node.properties.get("outputs");
    const script = node.typeId === "ScriptedDecisionNode" ? scriptOf(node, scripts) : undefined;
    if (script === undefined || listed?.explicit !== true || !Array.isArray(listed.value)) continue;
    const written = keysWritten(script, scripts);
    if (written === undefined) continue;
    const { value, inner, place } = listed;
    const unlisted = [...written].filter((key) => !value.includes(key));
    for (const [index, key] of value.entries()) {
      if (typeof key !== "string" || key === everyKey || written.has(key)) continue;
      const meant = nearestName(key, unlisted);
      if (meant === undefined && generationOf(script) !== "legacy") continue;
      const at = inner?.get(`/${index}`) ?? place;
      if (meant === undefined) {
        const help =
          "Remove it, or let the script write it: the legacy engine takes a listed output that is not written for an error.";
        yield { at, args: { reader: nameOf(node), line: undefined, key, meant: "", of: "outputs" }, help };
        continue;
      }
      const text = JSON.stringify(meant);
      const fixes =
        isFromExport(journey) || at === place ? [] : [{ title: `Write ${meant}`, edits: [{ range: at.range, text }] }];
      yield { at, args: { reader: nameOf(node), line: undefined, key, meant, of: "outputs" }, fixes };
    }
  }
}

function nameOf(node: JourneyNode): string {
  return `Node "${nodeLabel(node)}"`;
}

/** The keys that a script writes; `undefined` where it may write others. */
function keysWritten(script: Script, scripts: JourneyFacts["scripts"]): ReadonlySet<string> | undefined {
  const { writes, writesAnything } = scriptAccess(script.body, scripts);
  return writesAnything ? undefined : new Set(writes.map(keyOf));
}
