import { type Action, ask, goTo } from "../action.js";
import { indexOf } from "../callbacks/callback.js";
import { confirmationCallback } from "../callbacks/confirmation-callback.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks whether the user wants to register a second factor. */
export const multiFactorRegistrationOptionsNode: NodeBehaviour = {
  type: "MultiFactorRegistrationOptionsNode",
  runs: "fully",
  note: "Where the node sets no texts for its buttons, they are our own.",
  process({ callbacks, properties, world }: NodeContext): Action {
    const mandatory = properties.flag("mandatory", false);
    const buttons = [
      { outcome: "registerOutcome", label: "registerDeviceLabel", text: "Register Device" },
      ...(properties.flag("getApp", true)
        ? [{ outcome: "getAppOutcome", label: "getAppLabel", text: "Get the App" }]
        : []),
      ...(mandatory
        ? []
        : [
            { outcome: "skipOutcome", label: "skipStepLabel", text: "Skip this step" },
            { outcome: "optOutOutcome", label: "optOutLabel", text: "Opt-out" },
          ]),
    ];
    const answer = callbacks.find(({ type }) => type === "ConfirmationCallback");
    const index = answer && indexOf(answer);
    const chosen = index === undefined ? undefined : buttons[index];
    if (chosen) return goTo(chosen.outcome);
    const message = world.localise(properties.map("message")) ?? "";
    const options = buttons.map(({ label, text }) => world.localise(properties.map(label)) ?? text);
    return ask(textOutputCallback({ message }), confirmationCallback({ options }));
  },
};
