import { type Action, ask, fail, goTo } from "../action.js";
import { indexOf } from "../callbacks/callback.js";
import { choiceCallback } from "../callbacks/choice-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Lets the user choose the outcome. */
export const choiceCollectorNode: NodeBehaviour = {
  type: "ChoiceCollectorNode",
  runs: "partly",
  note: "With `targetAuthLevel` in state the platform removes the choices that cannot reach it; the simulation keeps them all.",
  process({ properties, callbacks }: NodeContext): Action {
    const choices = properties.texts("choices");
    const [first] = choices;
    if (first === undefined) return fail("No choices available");
    if (choices.length === 1) return goTo(first);
    const [answer] = callbacks;
    const index = answer && indexOf(answer);
    const chosen = index === undefined ? undefined : choices[index];
    if (chosen !== undefined) return goTo(chosen);
    const defaultChoice = Math.max(choices.indexOf(properties.text("defaultChoice")), 0);
    return ask(choiceCallback({ prompt: properties.text("prompt"), choices, defaultChoice }));
  },
};
