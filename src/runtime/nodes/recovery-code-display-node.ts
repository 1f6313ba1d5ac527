import { type Action, ask, onward } from "../action.js";
import { scriptTextOutputCallback } from "../callbacks/script-text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Shows the recovery codes once. */
export const recoveryCodeDisplayNode: NodeBehaviour = {
  type: "RecoveryCodeDisplayNode",
  runs: "fully",
  note: "The script is a comment that contains the codes.",
  inputs: () => ["recoveryCodes", "recoveryCodeDeviceName"],
  process({ callbacks, state }: NodeContext): Action {
    const codes = state.get("recoveryCodes");
    if (callbacks.length > 0 || !Array.isArray(codes) || codes.length === 0) return onward;
    state.remove("recoveryCodes");
    state.remove("recoveryCodeDeviceName");
    return ask(scriptTextOutputCallback({ message: `// Shows the recovery codes ${codes.join(" ")}` }));
  },
};
