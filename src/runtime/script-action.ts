import { type Action, fail, goTo } from "./action.js";
import type { ScriptAction, ScriptDone } from "./script-host.js";

/** What the platform's rules for the results of decision scripts need to know. */
export interface ScriptRules {
  /** The node's outcomes; `undefined` where any one is right. */
  readonly outcomes: readonly string[] | undefined;
  /** The link that resumes the journey. */
  resumeUri(): string;
}

/** Applies the platform's rules to the result of a decision script. */
export function scriptAction(result: ScriptDone, rules: ScriptRules): Action {
  const action = decideBy(result, rules);
  return result.effects ? { ...action, effects: result.effects } : action;
}

/** An action wins over `outcome`. Callbacks that the script built are sent when it has set neither. */
function decideBy(result: ScriptDone, rules: ScriptRules): Action {
  const { action } = result;
  if (action) return take(action, result, rules);
  if (result.outcome === undefined && result.callbacks && result.callbacks.length > 0) {
    return { kind: "callbacks", callbacks: result.callbacks };
  }
  return leaveBy(result.outcome, rules);
}

function take(action: ScriptAction, result: ScriptDone, rules: ScriptRules): Action {
  switch (action.kind) {
    case "outcome":
      return leaveBy(action.outcome, rules);
    case "callbacks": {
      const callbacks = [...action.callbacks, ...(result.callbacks ?? [])];
      return callbacks.length > 0 ? { ...action, callbacks } : leaveBy(result.outcome, rules);
    }
    case "suspend": {
      const { minutes } = action;
      const message = action.message.includes("{0}")
        ? action.message.replaceAll("{0}", rules.resumeUri())
        : action.message;
      return { kind: "suspend", message, ...(minutes !== undefined && { minutes }) };
    }
    default:
      return action satisfies never;
  }
}

function leaveBy(outcome: unknown, { outcomes }: ScriptRules): Action {
  if (typeof outcome !== "string") return fail("Script must set 'outcome' to a string.");
  return outcomes === undefined || outcomes.includes(outcome)
    ? goTo(outcome)
    : fail(`Invalid outcome from script, '${outcome}'`);
}
