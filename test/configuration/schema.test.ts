import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targets } from "../../src/compile/targets.js";
import { settingsShape } from "../../src/configuration/settings.js";
import { shapeSchema } from "../../src/configuration/shape.js";
import { validateShape } from "../../src/configuration/validate.js";
import type { Json, JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";

const file = join(import.meta.dirname, "..", "..", "schema", "configuration.schema.json");
const place = { source: new SourceFile("journey.config.json", ""), range: { start: 0, end: 0 } };
const expected = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "configuration.schema.json",
  title: "Configuration of journeyc",
  ...(shapeSchema(settingsShape) as JsonObject),
};

describe("schema/configuration.schema.json", () => {
  it("says what the settings table says (ACCEPT=1 writes it)", () => {
    if (process.env.ACCEPT) writeFileSync(file, `${JSON.stringify(expected, null, 2)}\n`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(expected);
  });

  it("accepts and refuses the same values as the compiler", () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(expected);
    const scalar = fc.constantFrom<Json>("x", "export", "off", true, 1, null, "machine", "json", [], {}, ["x"], [1]);
    const object = fc.dictionary(
      fc.constantFrom("severity", "reason", "realm", "params", "external", "outcomes", "types", "odd"),
      scalar,
    );
    const setting = fc.oneof(
      scalar,
      object,
      fc.dictionary(fc.constantFrom("prod", "a-rule"), object),
      fc.constant([...targets]),
    );
    const names = fc.constantFrom(...Object.keys(settingsShape.members), "inclde", "__proto__x");
    fc.assert(
      fc.property(fc.dictionary(names, setting), (value) => {
        const found = validateShape(value as Json, settingsShape, "configuration", () => place);
        expect(found.length === 0).toBe(validate(value));
      }),
      { numRuns: 1000 },
    );
  });
});
