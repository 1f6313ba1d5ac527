import { environmentNames } from "../completion/environment-names.js";
import { configurationOptions } from "./configuration-options.js";

/** The options of every command that reads the journeys of a project. */
export const projectOptions = {
  ...configurationOptions,
  env: {
    type: "string",
    value: "NAME",
    help: "the environment of the configuration to use",
    completes: environmentNames,
  },
  param: {
    type: "string",
    short: "p",
    multiple: true,
    value: "NAME=VALUE",
    help: "the value of a parameter of the journeys",
  },
  realm: { type: "string", value: "REALM", help: "the realm that the journeys are for (default: alpha)" },
} as const;
