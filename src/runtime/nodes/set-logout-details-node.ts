import { type Action, onward } from "../action.js";
import type { NodeBehaviour } from "../node-behaviour.js";

/** Adds details to what the platform answers when the session is logged out. */
export const setLogoutDetailsNode: NodeBehaviour = {
  type: "SetLogoutDetailsNode",
  runs: "partly",
  note: "Goes on; the details are missing in the answer to a logout.",
  process: (): Action => onward,
};
