import { jsonReport } from "../../diagnostics/render/json.js";
import type { Endpoint } from "../exchange.js";
import { reply } from "../reply.js";

/** `journeyc/journeys`: the journeys that are given, which of them are served, and what is wrong in them. */
export const journeysControl: Endpoint = {
  GET({ state }) {
    const { source, ids } = state.journeys;
    const { model, diagnostics = [] } = source;
    const served = new Set(ids);
    return reply({
      default: state.defaultJourney?.id ?? null,
      journeys: model.journeys.map(({ id, name, settings }) => ({
        id,
        name,
        description: settings.get("description")?.value ?? null,
        isServed: served.has(id),
      })),
      diagnostics: jsonReport(diagnostics, 0).diagnostics,
    });
  },
};
