import { type Action, ask, goTo } from "../action.js";
import { indexOf } from "../callbacks/callback.js";
import { confirmationCallback } from "../callbacks/confirmation-callback.js";
import { pollingWaitCallback } from "../callbacks/polling-wait-callback.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Makes the client wait and ask again until the time has passed. */
export const pollingWaitNode: NodeBehaviour = {
  type: "PollingWaitNode",
  runs: "fully",
  note: "Done once more time has passed than `secondsToWait`: in a scenario, wait a second longer.",
  process({ node, properties, callbacks, state, world }: NodeContext): Action {
    const end = `${node.id}.end_time`;
    const spam = `${node.id}.spam_count`;
    const leave = (outcome: string) => {
      state.remove(end);
      state.remove(spam);
      return goTo(outcome);
    };
    const exit = callbacks.find(({ type }) => type === "ConfirmationCallback");
    if (properties.flag("exitable", false) && exit && indexOf(exit) === 0) return leave("EXITED");
    // The count begins below 0 because it counts the steps that were sent, and the first one answers nobody.
    const sent = numberOr(state.getShared(spam), -1);
    const tolerance = properties.number("spamDetectionTolerance", 3);
    if (properties.flag("spamDetectionEnabled", false) && sent > tolerance) return leave("SPAM");
    const seconds = properties.number("secondsToWait", 8);
    const due = numberOr(state.getShared(end), world.clock.now + seconds * 1000);
    if (world.clock.now > due) return leave("DONE");
    state.putShared(end, due);
    state.putShared(spam, sent + 1);
    const waiting = world.localise(properties.map("waitingMessage")) ?? "Waiting for response...";
    const wait = pollingWaitCallback({
      waitTime: String(seconds * 1000),
      message: waiting.replaceAll("{{time}}", String(seconds)),
    });
    if (!properties.flag("exitable", false)) return ask(wait);
    const exitText = world.localise(properties.map("exitMessage")) ?? "Cancel";
    // The value 100 means that no button has been pressed.
    return ask(wait, confirmationCallback({ options: [exitText] }, { "": 100 }));
  },
};

function numberOr(value: JsonValue | undefined, byDefault: number): number {
  return typeof value === "number" ? value : byDefault;
}
