import { type Action, stub } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { scriptAction } from "../script-action.js";
import { scriptContext } from "../script-context.js";

/** Runs a script and applies the platform's rules to its result. */
export const scriptedDecisionNode: NodeBehaviour = {
  type: "ScriptedDecisionNode",
  runs: "fully",
  note: "Needs a sandbox for scripts; without it, or with a script that it cannot run, the node is a stub.",
  inputs: (properties) => properties.texts("inputs", ["*"]),
  async process(context: NodeContext): Promise<Action> {
    const { properties, scripts, node } = context;
    const script = context.findScript(properties.text("script"));
    if (!script) return stub(`Script ${properties.text("script")} is missing`);
    if (!scripts) return stub("No sandbox for scripts was given");
    const result = await scripts.run(script, scriptContext(context, properties.texts("inputs", ["*"])));
    switch (result.kind) {
      case "unsupported":
        return stub(result.reason, result.call);
      case "error":
        return { kind: "error", message: result.message, ...(result.source && { source: result.source }) };
      case "done": {
        const outcomes = properties.texts("outcomes", node.outcomes);
        return scriptAction(result, { outcomes, resumeUri: () => context.resumeUri() });
      }
      default:
        return result satisfies never;
    }
  },
};
