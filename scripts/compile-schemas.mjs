import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

const root = join(import.meta.dirname, "..");
const validators = {
  validateBaseline: "baseline.schema.json",
  validateConfiguration: "configuration.schema.json",
  validateWorld: "world.schema.json",
};

/** All bundles have the same. */
let code;

/** Puts code that ajv has made of the published schemas in the place of `src/configuration/validators.ts`. */
export const compiledSchemas = {
  name: "compiled-schemas",
  setup(builder) {
    builder.onLoad({ filter: /configuration[\\/]validators\.ts$/ }, () => {
      code ??= compileSchemas();
      return { contents: code, loader: "js" };
    });
  },
};

/** A module that needs no part of ajv, and that says the same as the one whose place it takes. */
function compileSchemas() {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    messages: false,
    ownProperties: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
  });
  for (const file of Object.values(validators)) {
    ajv.addSchema(withoutTexts(JSON.parse(readFileSync(join(root, "schema", file), "utf8"))));
  }
  const text = standalone.default(ajv, validators);
  if (text.includes("require(")) throw new Error("A published schema needs a part of ajv at run time");
  return text;
}

/** Texts for editors would stand in the code once for each place that can report its schema. */
function withoutTexts(schema) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    return (key === "description" || key === "title") && typeof value === "string" ? undefined : value;
  });
}
