import type { WebpackPluginInstance } from "webpack";
import { journeyPlugin } from "./journey-plugin.js";
import type { JourneyPluginOptions } from "./plugin-options.js";

export type { JourneyPluginOptions } from "./plugin-options.js";

/** The plugin for webpack: imports of `.journey` files give machines, exports and pictures. */
export default function journeyc(options?: JourneyPluginOptions): WebpackPluginInstance {
  return journeyPlugin.webpack(options);
}
