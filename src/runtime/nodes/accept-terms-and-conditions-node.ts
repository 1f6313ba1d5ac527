import { type Action, ask, fail, onward } from "../action.js";
import { flagOf } from "../callbacks/callback.js";
import { termsAndConditionsCallback } from "../callbacks/terms-and-conditions-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { termsOf } from "../world/terms.js";

/** Shows the terms until the user accepts them; a refusal shows them again. */
export const acceptTermsAndConditionsNode: NodeBehaviour = {
  type: "AcceptTermsAndConditionsNode",
  runs: "fully",
  process({ callbacks, state, world }: NodeContext): Action {
    const [answer] = callbacks;
    if (!answer || !flagOf(answer)) {
      const terms = termsOf(world);
      if (!terms) return fail("Terms configuration not found");
      state.putShared("termsVersion", terms.version);
      const createDate = terms.createDate ?? world.clock.text();
      return ask(termsAndConditionsCallback({ version: terms.version, terms: terms.text, createDate }));
    }
    const termsVersion = state.getShared("termsVersion") ?? null;
    state.putShared("termsAccepted", { acceptDate: world.clock.text(), termsVersion });
    return onward;
  },
};
