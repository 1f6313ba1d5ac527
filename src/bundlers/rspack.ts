import type { RspackPluginInstance } from "@rspack/core";
import { journeyPlugin } from "./journey-plugin.js";
import type { JourneyPluginOptions } from "./plugin-options.js";

export type { JourneyPluginOptions } from "./plugin-options.js";

/** The plugin for Rspack: imports of `.journey` files give machines, exports and pictures. */
export default function journeyc(options?: JourneyPluginOptions): RspackPluginInstance {
  return journeyPlugin.rspack(options);
}
