import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogueText } from "../../scripts/catalogue-text.mjs";
import { lookUpType, typeIds } from "../../src/catalogue/catalogue.js";
import { checkValue } from "../../src/catalogue/check-value.js";
import type { NodeType, NodeVersion, PropertyCondition } from "../../src/catalogue/node-type.js";
import { readCatalogueType } from "../../src/catalogue/read-node-types.js";
import type { JsonObject } from "../../src/text/json.js";

const folder = join(import.meta.dirname, "..", "..", "catalogue");

const files = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), "utf8");
  return { file, text, type: JSON.parse(text) as NodeType };
});

const versions = files.flatMap(({ type }) =>
  Object.entries(type.versions).map(([name, version]) => ({ label: `${type.id} ${name}`, version })),
);

/** Collects what fails, so that one run shows every file concerned. */
function failing<Item>(items: readonly Item[], fails: (item: Item) => boolean): readonly Item[] {
  return items.filter(fails);
}

describe("the files of the catalogue", () => {
  test("each have the name of their type's id", () => {
    expect(failing(files, ({ file, type }) => file !== `${type.id}.json`)).toEqual([]);
  });

  test("have the shape of the contract", () => {
    const problems = files.flatMap(({ type }) => readCatalogueType(type.id, type as unknown as JsonObject).problems);
    expect(problems).toEqual([]);
  });

  test("are written in the canonical form", () => {
    expect(failing(files, ({ text, type }) => text !== catalogueText(type)).map(({ file }) => file)).toEqual([]);
  });

  test("hold no tenant's own node types", () => {
    expect(failing(files, ({ type }) => type.id.startsWith("designer-"))).toEqual([]);
  });

  test("name a default version that they have", () => {
    expect(failing(files, ({ type }) => !(type.defaultVersion in type.versions))).toEqual([]);
  });

  test("name each property and each outcome once", () => {
    const repeats = (names: readonly string[]) => new Set(names).size !== names.length;
    const repeating = ({ version }: { version: NodeVersion }) =>
      repeats(version.properties?.map((property) => property.name) ?? []) ||
      repeats(version.outcomes.parts.flatMap((part) => ("id" in part ? [part.id] : [])));
    expect(failing(versions, repeating).map(({ label }) => label)).toEqual([]);
  });

  test("have defaults that fit their property, but for those that must be filled in", () => {
    const unfit = versions.flatMap(({ label, version }) =>
      (version.properties ?? []).flatMap((property) =>
        property.default === undefined
          ? []
          : checkValue(property, property.default)
              .filter(({ problem }) => problem.kind !== "empty")
              .map(({ problem }) => `${label} ${property.name}: ${problem.kind}`),
      ),
    );
    expect(unfit).toEqual([]);
  });

  test("speak of properties that the type has", () => {
    const strangers = versions.flatMap(({ label, version }) => {
      const names = new Set(version.properties?.map((property) => property.name));
      return version.properties === undefined
        ? []
        : namedProperties(version)
            .filter((name) => !names.has(name))
            .map((name) => `${label}: ${name}`);
    });
    expect(strangers).toEqual([]);
  });

  test("name successors that exist", () => {
    const types = files.flatMap(({ type }) => type.supersededBy ?? []);
    expect(failing(types, (id) => lookUpType(id) === undefined)).toEqual([]);
  });
});

test("dist/catalogue holds what catalogue/ holds (otherwise: npm run build)", () => {
  expect(typeIds()).toEqual(files.map(({ type }) => type.id).sort());
  expect(failing(files, ({ type }) => JSON.stringify(lookUpType(type.id)) !== JSON.stringify(type))).toEqual([]);
});

function namedProperties(version: NodeVersion): readonly string[] {
  const accesses = [...(version.inputs ?? []), ...(version.outputs ?? []), ...(version.callbacks ?? [])];
  const fromParts = version.outcomes.parts.flatMap((part) => [
    ...("each" in part ? [part.each] : []),
    ...("eachKey" in part ? [part.eachKey] : []),
    ...("delegate" in part ? [part.delegate] : []),
    ...("displayNameFrom" in part && part.displayNameFrom !== undefined ? [part.displayNameFrom] : []),
    ...("when" in part ? inCondition(part.when) : []),
  ]);
  return [...fromParts, ...accesses.flatMap((access) => inCondition(access.when))];
}

function inCondition(condition: PropertyCondition | undefined): readonly string[] {
  if (condition === undefined) return [];
  return "all" in condition ? condition.all.flatMap(inCondition) : [condition.property];
}
