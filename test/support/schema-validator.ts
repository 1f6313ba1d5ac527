import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { projectRoot } from "./read-project.js";

const schema = (name: string) => JSON.parse(readFileSync(join(projectRoot, "schema", `${name}.schema.json`), "utf8"));

/** Tells whether a value is as `schema/<name>.schema.json` describes; several of them refer to the one of diagnostics. */
export function schemaValidator(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true });
  if (name !== "diagnostics") ajv.addSchema(schema("diagnostics"));
  return ajv.compile(schema(name));
}
