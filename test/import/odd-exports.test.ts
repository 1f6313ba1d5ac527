import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { journeyExport } from "../../src/export-json/write/write-export.js";
import { compileText, readFrom } from "../../src/import/compile-text.js";
import { importJourney } from "../../src/import/import-journey.js";
import type { Json, JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusEntries, corpusIsThere, readCorpus } from "../support/corpus.js";
import { exportFixture, fixtureIds } from "../support/export-fixture.js";
import { runCommand } from "../support/fake-host.js";
import { importOptions, into, type LooseExport } from "../support/import-support.js";
import { canonicalJourney } from "../support/same-journey.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** Imports all journeys of an export and builds the texts; the errors are those of building. */
function roundTrip(text: string) {
  const { model } = readExport(new SourceFile("x.json", text), {});
  return model.journeys.map((journey) => {
    const imported = importJourney(journey, "x.journey", importOptions);
    const compiled = compileText("x.journey", imported.text, readFrom(imported.files), importOptions);
    return {
      text: imported.text,
      built: canonicalJourney(journeyExport(compiled.journeys[0]!)),
      original: canonicalJourney(journey.origin.document.json),
      errors: compiled.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
      warnings: compiled.diagnostics.filter(({ severity }) => severity === "warning").map(({ code }) => code),
    };
  });
}

/** The fixture, changed by hand. */
function changed(change: (value: LooseExport) => void): string {
  const value: LooseExport = exportFixture();
  change(value);
  return JSON.stringify({ trees: { "Sign In": value } });
}

const store = fixtureIds.store;

describe("titles that look like something else", () => {
  it.each([
    "push.js",
    "Check user.groovy",
    "scripts/check.mjs",
    "from push.js",
    "file: x",
    "{ }",
    "node A: Message {",
    "->",
    "// a comment",
    "1",
    "$" + "{esv}",
  ])("%s", (title) => {
    const [result] = roundTrip(
      changed((value) => {
        for (const script of Object.values<{ name: string }>(value.scripts)) script.name = title;
        for (const node of Object.values<{ displayName: string }>(value.tree.nodes)) node.displayName = title;
      }),
    );
    expect(result!.errors).toEqual([]);
    expect(result!.built).toBe(result!.original);
    expect(result!.text).toContain("script ");
  });
});

describe("what a platform has exported", () => {
  it.each<[string, (value: LooseExport) => void, string]>([
    [
      "an empty required text",
      (value) => inNode(value, "ValidatedUsernameNode", { usernameAttribute: "" }),
      "empty-value",
    ],
    ["an empty list", (value) => inNode(value, "AttributeCollectorNode", { attributesToCollect: [] }), "empty-value"],
    [
      "a number out of range",
      (value) => inNode(value, "RetryLimitDecisionNode", { retryLimit: -3 }),
      "value-out-of-range",
    ],
    ["a number as text", (value) => inNode(value, "RetryLimitDecisionNode", { retryLimit: "3" }), "wrong-value-type"],
    [
      "a boolean as text",
      (value) => inNode(value, "ValidatedUsernameNode", { validateInput: "true" }),
      "wrong-value-type",
    ],
    [
      "a value that a later release has added",
      (value) => inNode(value, "CombinedMultiFactorRegistrationNode", { totpHashAlgorithm: "HMAC_SHA3" }),
      "value-not-allowed",
    ],
    ["a value that is no object", (value) => inNode(value, "MessageNode", { message: 5 }), "wrong-value-type"],
    ["a journey's flag as text", (value) => (value.tree.enabled = "yes"), "wrong-value"],
    ["a journey's number as list", (value) => (value.tree.treeTimeout = [1]), "wrong-value"],
    ["no entry", (value) => delete value.tree.entryNodeId, "missing-start"],
    ["an entry that is no text", (value) => (value.tree.entryNodeId = 5), "missing-start"],
    ["a connection of an outcome that is gone", (value) => (value.nodes[store]._outcomes = [null, { id: "true" }]), ""],
    ["a version that is no number", (value) => (value.tree.nodes[store].version = "x"), ""],
    ["a version with a letter everywhere", (value) => (value.nodes[store]._type.version = "2.0-beta"), ""],
    ["a page without nodes and connections", (value) => bare(value), ""],
  ])("%s survives, and is at most a warning", (_, change, code) => {
    const [result] = roundTrip(changed(change));
    expect(result!.errors).toEqual([]);
    expect(result!.built).toBe(result!.original);
    if (code !== "") expect(result!.warnings).toContain(code);
  });

  it("never keeps the other journeys of its folder from being built", async () => {
    const odd = changed((value) => inNode(value, "RetryLimitDecisionNode", { retryLimit: "3" }));
    const sound = JSON.stringify({
      trees: { Other: { ...exportFixture(), tree: { ...exportFixture().tree, _id: "Other" } } },
    });
    const folder = temporaryFolder({ "odd.json": odd, "sound.json": sound });
    expect(await runCommand(folder, ["import", "odd.json", "sound.json", "--out", "texts"])).toMatchObject({ code: 0 });
    const { code, output, talk } = await runCommand(folder, ["build", "texts", "--out", "dist"]);
    expect(code).toBe(0);
    expect(output).toContain("Sign In.journey.json");
    expect(output).toContain("Other.journey.json");
    expect(talk).toContain('"retryLimit" must be a whole number');
  });

  it("is an error where the configuration says so", async () => {
    const rules = { "wrong-value-type": { severity: "error", reason: "we know our release" } };
    const odd = changed((value) => inNode(value, "RetryLimitDecisionNode", { retryLimit: "3" }));
    const folder = temporaryFolder({ "odd.json": odd, "journey.config.json": JSON.stringify({ rules }) });
    await runCommand(folder, ["import", "odd.json", "--out", "texts"]);
    expect(await runCommand(folder, ["build", "texts"])).toMatchObject({ code: 1 });
  });

  it("goes into a text that exists: lost outcomes in quotes, words as texts, what is required as absent", () => {
    const [before] = roundTrip(changed(() => {}));
    const files = importJourney(
      readExport(
        new SourceFile(
          "x",
          changed(() => {}),
        ),
        {},
      ).model.journeys[0]!,
      "x",
      importOptions,
    ).files;
    const after: LooseExport = exportFixture();
    after.tree.nodes[fixtureIds.risk].nodeType = "InnerTreeEvaluatorNode";
    after.nodes[fixtureIds.risk]._type = {
      _id: "InnerTreeEvaluatorNode",
      collection: true,
      name: "Inner Tree Evaluator",
    };
    delete after.nodes[fixtureIds.risk]._outcomes;
    delete after.tree.entryNodeId;
    const result = into(before!.text, after, files);
    expect(result.lost).toBeUndefined();
    expect(result.text).toContain('"low" -> success');
    expect(result.text).toContain(`script: "${fixtureIds.script}"`);
    expect(result.text).toContain("tree: absent");
    expect(result.text).toContain("raw {");
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

/** Gives the fixture's second node another type, and properties. */
function inNode(value: LooseExport, type: string, properties: JsonObject): void {
  value.tree.nodes[store].nodeType = type;
  value.tree.nodes[store].connections = {};
  value.nodes[store] = { _id: store, _type: { _id: type, collection: true, name: type }, ...properties };
}

function bare(value: LooseExport): void {
  value.nodes[fixtureIds.page] = { _id: fixtureIds.page, _type: value.nodes[fixtureIds.page]._type, nodes: [] };
  value.tree.nodes[fixtureIds.page].connections = {};
}

const anyValue = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    "true",
    3,
    "3",
    -1,
    1e9,
    0.5,
    "",
    "x",
    [],
    [""],
    {},
    { en: "" },
    { "": 1 },
    "&{esv.a}",
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

/** Replaces any properties of any nodes, and any fields of the tree. */
function withAnyValues(text: string, picks: readonly (readonly [number, number, Json])[]): string {
  const value: LooseExport = JSON.parse(text);
  const journeys: LooseExport[] = value.trees === undefined ? [value] : Object.values(value.trees);
  for (const [node, key, replacement] of picks) {
    const { tree, nodes, innerNodes } = journeys[node % journeys.length];
    const bodies: LooseExport[] = [tree, ...Object.values(nodes ?? {}), ...Object.values(innerNodes ?? {})];
    const body = bodies[node % bodies.length];
    const keys = Object.keys(body).filter((name) => !structural.has(name));
    const chosen = keys[key % keys.length];
    if (chosen !== undefined) body[chosen] = structuredClone(replacement);
  }
  return JSON.stringify(value);
}

const structural: ReadonlySet<string> = new Set(["_id", "nodes"]);
const anyPicks = fc.array(fc.tuple(fc.nat(500), fc.nat(40), anyValue), { minLength: 1, maxLength: 12 });

function expectWhole(text: string): void {
  for (const { errors, built, original } of roundTrip(text)) {
    expect(errors).toEqual([]);
    expect(built).toBe(original);
  }
}

describe("exports with any values", () => {
  it("become texts that build the same export", () => {
    const fixture = changed(() => {});
    fc.assert(
      fc.property(anyPicks, (picks) => expectWhole(withAnyValues(fixture, picks))),
      { numRuns: 80 },
    );
  });

  it.skipIf(!corpusIsThere)("so do those of the corpus (skipped where ../shared/corpus is absent)", () => {
    const files = corpusEntries().filter(({ kind }) => kind === "journey");
    fc.assert(
      fc.property(fc.nat(files.length - 1), anyPicks, (index, picks) =>
        expectWhole(withAnyValues(readCorpus(files[index]!.file), picks)),
      ),
      { numRuns: 60 },
    );
  });
});
