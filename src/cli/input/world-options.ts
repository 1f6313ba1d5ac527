/** The options of commands that run journeys. */
export const worldOptions = {
  world: { type: "string", value: "FILE", help: "the world as JSON, instead of the configuration's `simulate`" },
} as const;
