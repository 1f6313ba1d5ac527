import { describe, expect, it } from "vitest";
import configuration from "../../schema/configuration.schema.json" with { type: "json" };
import world from "../../schema/world.schema.json" with { type: "json" };
import { targets } from "../../src/compile/targets.js";
import type { ExportOptions } from "../../src/model/model.js";
import type { WorldOptions } from "../../src/runtime/world/world-options.js";

/** The names of all members of a type: the compiler sees to it that none is missing. */
const exportOptions = {
  nodeVersions: true,
  nodeVersionPlaces: true,
  outcomes: true,
  coordinates: true,
  defaults: true,
  scriptEncoding: true,
  types: true,
  staticNodes: true,
  uiConfig: true,
  bodies: true,
  nodeVersionNumbers: true,
  treeId: true,
  variables: true,
} satisfies Record<keyof Required<ExportOptions>, true>;

const worldOptions = {
  realm: true,
  users: true,
  schema: true,
  kba: true,
  terms: true,
  consents: true,
  emailTemplates: true,
  identityProviders: true,
  esvs: true,
  secrets: true,
  request: true,
  session: true,
  http: true,
  openidm: true,
  managed: true,
  stubs: true,
  oauth2Clients: true,
  times: true,
  urls: true,
  now: true,
  seed: true,
} satisfies Record<keyof Required<WorldOptions>, true>;

describe("schema/configuration.schema.json", () => {
  it("knows the targets and the export options that there are", () => {
    expect(configuration.properties.targets.items.enum).toEqual([...targets]);
    expect(Object.keys(configuration.properties.export.properties)).toEqual(Object.keys(exportOptions));
  });

  it("describes every setting, for editors", () => {
    expect(undescribed(configuration)).toEqual([]);
    expect(undescribed(world)).toEqual([]);
  });
});

describe("schema/world.schema.json", () => {
  it("knows the options that a world has", () => {
    expect(Object.keys(world.properties)).toEqual(["$schema", ...Object.keys(worldOptions)]);
  });
});

/** The properties that have neither a description nor a reference to a schema that has one. */
function undescribed({
  properties = {},
  items,
  additionalProperties,
  anyOf = [],
  $defs = {},
}: Schema): readonly string[] {
  const missing = Object.keys(properties).filter(
    (name) => !("description" in properties[name]! || "$ref" in properties[name]!),
  );
  const inner = [...Object.values(properties), items, additionalProperties, ...anyOf, ...Object.values($defs)];
  return [...missing, ...inner.flatMap((schema) => (typeof schema === "object" ? undescribed(schema) : []))];
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}
