/** Options that a command, an editor or a bundler can set for a project, over its configuration. */
export interface ProjectOptions {
  /** The configuration file, instead of the nearest one. */
  readonly config?: string | undefined;
  /** An environment of the configuration. */
  readonly env?: string | undefined;
  /** Values of parameters, each as `NAME=VALUE`. */
  readonly param?: readonly string[] | undefined;
  /** The realm that the journeys are for. */
  readonly realm?: string | undefined;
}
