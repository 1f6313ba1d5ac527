/** The options of every command that looks for a configuration. */
export const configurationOptions = {
  config: { type: "string", value: "FILE", help: "the configuration file, instead of the nearest journey.config.*" },
  "no-config-code": {
    type: "boolean",
    help: "never run a configuration that is code (journey.config.js, .mjs); one in JSON is read",
  },
} as const;
