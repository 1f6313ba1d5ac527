import { isJsonObject } from "../../text/json.js";
import type { NodeContext } from "../node-behaviour.js";

/** Stores at the user which terms were accepted in this journey. */
export function recordTerms({ state, world }: NodeContext, id: string): void {
  const accepted = state.getShared("termsAccepted");
  if (isJsonObject(accepted)) world.identities.patch(id, { termsAccepted: accepted });
}
