import { type Action, ask, goTo } from "../../../runtime/action.js";
import { indexOf } from "../../../runtime/callbacks/callback.js";
import { confirmationCallback } from "../../../runtime/callbacks/confirmation-callback.js";
import { hiddenValueCallback } from "../../../runtime/callbacks/hidden-value-callback.js";
import { pollingWaitCallback } from "../../../runtime/callbacks/polling-wait-callback.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";

/** Makes the client wait for the phone. */
export const pushWaitNode: NodeBehaviour = {
  type: "PushWaitNode",
  runs: "fully",
  inputs: () => ["pushNumberChallengeKey"],
  process({ callbacks, node, properties, state, world }: NodeContext): Action {
    const end = `${node.id}.end_time`;
    const leave = (outcome: string): Action => {
      state.remove(end);
      return goTo(outcome);
    };
    const exit = callbacks.find(({ type }) => type === "ConfirmationCallback");
    if (exit && indexOf(exit) === 0) return leave("EXITED");
    const seconds = properties.number("secondsToWait", 5);
    const held = state.getShared(end);
    const due = typeof held === "number" ? held : world.clock.now + seconds * 1000;
    if (world.clock.now > due) return leave("DONE");
    state.putShared(end, due);
    const number = state.get("pushNumberChallengeKey");
    const cancel = confirmationCallback(
      { options: [world.localise(properties.map("exitMessage")) ?? "Cancel"] },
      // The index of no button.
      { "": 100 },
    );
    const waitTime = String(seconds * 1000);
    if (typeof number !== "string") {
      const text = world.localise(properties.map("waitingMessage")) ?? "Waiting for response...";
      return ask(pollingWaitCallback({ waitTime, message: text.replaceAll("{{time}}", String(seconds)) }), cancel);
    }
    const text =
      world.localise(properties.map("challengeMessage")) ??
      "Tap the number [{{challenge}}] on the Push Notification to continue.";
    return ask(
      pollingWaitCallback({ waitTime, message: text.replaceAll("{{challenge}}", number) }),
      hiddenValueCallback({ id: "pushChallengeNumber", value: number }),
      cancel,
    );
  },
};
