/** The options of every command that reads the journeys of a project. */
export const projectOptions = {
  config: { type: "string", value: "FILE", help: "the configuration file, instead of the nearest journey.config.*" },
  env: { type: "string", value: "NAME", help: "the environment of the configuration to use" },
  param: {
    type: "string",
    short: "p",
    multiple: true,
    value: "NAME=VALUE",
    help: "the value of a parameter of the journeys",
  },
  realm: { type: "string", value: "REALM", help: "the realm that the journeys are for (default: alpha)" },
} as const;
