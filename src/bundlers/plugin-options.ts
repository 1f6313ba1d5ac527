import type { ProjectOptions } from "../project/project-options.js";

/** Options of the plugin. All have defaults; what they leave open is told by `journey.config.*`. */
export interface JourneyPluginOptions extends Omit<ProjectOptions, "param"> {
  /** The folder from which the configuration is looked for; by default, the one that the bundler works in. */
  readonly root?: string | undefined;
  /** Values of parameters. */
  readonly params?: Readonly<Record<string, string | number | boolean>> | undefined;
}
