import { Ajv2020 } from "ajv/dist/2020.js";
import baseline from "../../schema/baseline.schema.json" with { type: "json" };
import configuration from "../../schema/configuration.schema.json" with { type: "json" };
import world from "../../schema/world.schema.json" with { type: "json" };
import type { SchemaError } from "../json-schema/schema-error.js";

/** Whether a value fits its schema. If not, `errors` says why, until the next call. */
export interface Validator {
  (value: unknown): unknown;
  readonly errors?: readonly SchemaError[] | null;
}

/*
 * ajv makes functions of the published schemas. It does so when the package is built, as that takes it longer than all
 * else that a command does at its start: scripts/compile-schemas.mjs puts them in the place of this module.
 */
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  messages: false,
  ownProperties: true,
  schemas: [baseline, configuration, world],
});

export const validateBaseline: Validator = compiled("baseline.schema.json");
export const validateConfiguration: Validator = compiled("configuration.schema.json");
export const validateWorld: Validator = compiled("world.schema.json");

function compiled(id: string): Validator {
  const validator = ajv.getSchema(id);
  if (validator === undefined) throw new Error(`No schema ${id}`);
  return validator;
}
