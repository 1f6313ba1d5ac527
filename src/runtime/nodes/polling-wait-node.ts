import { type Action, ask, goTo } from "../action.js";
import { indexOf } from "../callbacks/callback.js";
import { confirmationCallback } from "../callbacks/confirmation-callback.js";
import { pollingWaitCallback } from "../callbacks/polling-wait-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Makes the client wait and ask again until the time has passed. */
export const pollingWaitNode: NodeBehaviour = {
  type: "PollingWaitNode",
  runs: "fully",
  process({ node, properties, callbacks, state, world }: NodeContext): Action {
    const end = `${node.id}.end_time`;
    const spam = `${node.id}.spam_count`;
    const leave = (outcome: string) => {
      state.remove(end);
      state.remove(spam);
      return goTo(outcome);
    };
    const seconds = properties.number("secondsToWait", 8);
    const due = state.getShared(end);
    if (callbacks.length > 0 && typeof due === "number") {
      const exit = callbacks.find(({ type }) => type === "ConfirmationCallback");
      if (exit && indexOf(exit) === 0) return leave("EXITED");
      const early = world.clock.now < due;
      const count = Number(state.getShared(spam) ?? 0) + (early ? 1 : 0);
      if (early && properties.flag("spamDetectionEnabled", false)) {
        if (count > properties.number("spamDetectionTolerance", 3)) return leave("SPAM");
        state.putShared(spam, count);
      }
      if (!early) return leave("DONE");
    } else {
      state.putShared(end, world.clock.now + seconds * 1000);
    }
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
