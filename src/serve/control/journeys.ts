import { jsonReport } from "../../diagnostics/render/json.js";
import type { Endpoint } from "../exchange.js";
import { reply } from "../reply.js";

/** `journeyc/journeys`: the journeys that are given, which of them clients may start, and what is wrong in them. */
export const journeysControl: Endpoint = {
  GET({ state }) {
    const { journeys } = state;
    const { model, diagnostics = [] } = journeys.source;
    return reply({
      default: state.defaultJourney?.id ?? null,
      journeys: model.journeys.map((journey) => {
        const { id, name, settings } = journey;
        const notServed = journeys.whyNotStarted(journey);
        return {
          id,
          name,
          description: settings.get("description")?.value ?? null,
          isServed: notServed === undefined,
          ...(notServed !== undefined && { notServed }),
        };
      }),
      diagnostics: jsonReport(diagnostics, 0).diagnostics,
    });
  },
};
