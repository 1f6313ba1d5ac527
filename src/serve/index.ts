/** The entry `journeyc/serve`. */

export { createHandler, type Handler } from "./create-handler.js";
export type { JourneysToServe } from "./journeys.js";
export type { JourneyEntry, RequestEntry } from "./request-entry.js";
export type { ServeOptions } from "./serve-options.js";
