import type { Plugin } from "rollup";
import { journeyPlugin } from "./journey-plugin.js";
import type { JourneyPluginOptions } from "./plugin-options.js";

export type { JourneyPluginOptions } from "./plugin-options.js";

/** The plugin for Rollup: imports of `.journey` files give machines, exports and pictures. */
export default function journeyc(options?: JourneyPluginOptions): Plugin {
  return journeyPlugin.rollup(options);
}
