import { judgeCondition } from "../../catalogue/condition.js";
import { propertyValues } from "../../model/property-values.js";
import { contextMeantBy, scriptContexts } from "../../model/script-contexts.js";
import { allNodes } from "../../model/used-resources.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** Reports nodes that run a script of a context that they do not take. Contexts that nobody knows are not judged. */
export const wrongScriptContext = journeyRule("wrong-script-context", "may-miss", (facts, report) => {
  if (facts.scripts.size === 0) return;
  for (const node of allNodes(facts.reachedNodes)) {
    for (const { name, reference } of markedProperties(node).references) {
      const contexts: readonly string[] = reference?.contexts ?? [];
      const setting = node.properties.get(name);
      if (reference?.kind !== "script" || contexts.length === 0 || typeof setting?.value !== "string") continue;
      if (reference.when !== undefined && judgeCondition(reference.when, propertyValues(node)) !== "yes") continue;
      const script = facts.scripts.get(setting.value);
      const given = script?.properties.get("context");
      const context = given?.value;
      if (!script || typeof context !== "string" || contexts.includes(context)) continue;
      if (!scriptContexts.includes(context) && (isFromExport(facts.journey) || !contexts.some(isLike(context))))
        continue;
      const args = { node: nodeLabel(node), script: script.title, context, contexts };
      if (given?.explicit !== true || isFromExport(facts.journey) || usesOf(script.id, facts) > 1) {
        report({ at: setting.place, args });
        continue;
      }
      const related = [{ place: setting.place, message: "The node that runs it" }];
      const help = `Write ${contexts.map((each) => `\`context: "${each}"\``).join(" or ")}, or let the node run another script.`;
      report({ at: given.place, args, related, help });
    }
  }
});

/** Whether a context that nobody knows shares a word with one that is known. */
function isLike(context: string): (other: string) => boolean {
  // A shortened context is told where it is written.
  if (contextMeantBy(context) !== undefined) return () => false;
  const words = new Set(context.split("_").filter((word) => word.length >= shortestWord));
  return (other) => other.split("_").some((word) => words.has(word));
}

const shortestWord = 5;

function usesOf(script: string, { nodes }: JourneyFacts): number {
  return nodes.filter(({ properties }) => [...properties.values()].some(({ value }) => value === script)).length;
}
