import { type Action, type Effects, fail, goTo, stub } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { scriptContext } from "../script-context.js";
import type { ScriptAction, ScriptDone } from "../script-host.js";

/** Runs a script and applies the platform's rules to its result. */
export const scriptedDecisionNode: NodeBehaviour = {
  type: "ScriptedDecisionNode",
  runs: "fully",
  note: "Needs a sandbox for scripts; without it, or with a script that it cannot run, the node is a stub.",
  inputs: (properties) => properties.texts("inputs", ["*"]),
  async process(context: NodeContext): Promise<Action> {
    const { properties, scripts } = context;
    const script = context.findScript(properties.text("script"));
    if (!script) return stub(`Script ${properties.text("script")} is missing`);
    if (!scripts) return stub("No sandbox for scripts was given");
    const result = await scripts.run(script, scriptContext(context, properties.texts("inputs", ["*"])));
    switch (result.kind) {
      case "unsupported":
        return stub(result.reason);
      case "error":
        return { kind: "error", message: result.message, ...(result.source && { source: result.source }) };
      case "done":
        return withEffects(decideBy(result, context), result.effects);
      default:
        return result satisfies never;
    }
  },
};

/** An action wins over `outcome`. Callbacks that the script built are sent when it has set neither. */
function decideBy(result: ScriptDone, context: NodeContext): Action {
  const { action } = result;
  if (action) return take(action, result, context);
  if (result.outcome === undefined && result.callbacks && result.callbacks.length > 0) {
    return { kind: "callbacks", callbacks: result.callbacks };
  }
  return leaveBy(result.outcome, context);
}

function take(action: ScriptAction, result: ScriptDone, context: NodeContext): Action {
  switch (action.kind) {
    case "outcome":
      return leaveBy(action.outcome, context);
    case "callbacks": {
      const callbacks = [...action.callbacks, ...(result.callbacks ?? [])];
      return callbacks.length > 0 ? { ...action, callbacks } : leaveBy(result.outcome, context);
    }
    case "suspend": {
      const { minutes } = action;
      const message = action.message.includes("{0}")
        ? action.message.replaceAll("{0}", context.resumeUri())
        : action.message;
      return { kind: "suspend", message, ...(minutes !== undefined && { minutes }) };
    }
    default:
      return action satisfies never;
  }
}

function leaveBy(outcome: unknown, { properties, node }: NodeContext): Action {
  const outcomes = properties.texts("outcomes", node.outcomes);
  if (typeof outcome !== "string") return fail("Script must set 'outcome' to a string.");
  return outcomes.includes(outcome) ? goTo(outcome) : fail(`Invalid outcome from script, '${outcome}'`);
}

function withEffects(action: Action, effects: Effects | undefined): Action {
  return effects ? { ...action, effects } : action;
}
