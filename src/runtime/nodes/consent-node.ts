import { type Action, ask, onward } from "../action.js";
import { flagOf } from "../callbacks/callback.js";
import { consentMappingCallback } from "../callbacks/consent-mapping-callback.js";
import { putAttribute } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for consent to each mapping that needs one. */
export const consentNode: NodeBehaviour = {
  type: "ConsentNode",
  runs: "fully",
  process(context: NodeContext): Action {
    const { properties, callbacks, state, world } = context;
    const mappings = world.options.consents ?? [];
    if (mappings.length === 0) return onward;
    const refused = callbacks.some((callback) => !flagOf(callback));
    if (callbacks.length === 0 || (refused && properties.flag("allRequired", false))) {
      const message = world.localise(properties.map("message"));
      return ask(
        ...mappings.map(({ name, displayName = name, icon, accessLevel, isRequired, fields }) =>
          consentMappingCallback({ name, displayName, icon, accessLevel, isRequired, message, fields }),
        ),
      );
    }
    const consentDate = world.clock.text();
    const given = mappings.filter((_, index) => callbacks[index] && flagOf(callbacks[index]));
    const consented = given.map(({ name }) => ({ consentDate, mapping: name }));
    if (consented.length > 0) putAttribute(state, "consentedMappings", consented);
    return onward;
  },
};
