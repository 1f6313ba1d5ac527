import { describe, expect, test } from "vitest";
import type { JourneyStream, StreamOptions } from "../../src/project/journey-stream.js";
import { openProject } from "../../src/project/open-project.js";
import { readModel } from "../../src/project/read-model.js";
import { exportOf, nodeIds, successId } from "../support/login-export.js";
import { memoryHost } from "../support/memory-files.js";

const journey = (name: string, node = "Ask") =>
  `journey ${name} {\n  start -> ${node}\n\n  node ${node}: UsernameCollector {\n    -> success\n  }\n}\n`;

const exported = (id: string, title = "Ask") => {
  const [node] = nodeIds;
  const { tree, ...rest } = exportOf({
    [node]: { type: "UsernameCollectorNode", title, connections: { outcome: successId } },
  });
  return { ...rest, tree: { ...(tree as object), _id: id } };
};
const exportText = (id: string) => JSON.stringify({ trees: { [id]: exported(id) } });

async function streamOf(
  texts: Readonly<Record<string, string>>,
  paths: readonly string[],
  options: StreamOptions = {},
): Promise<JourneyStream> {
  const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`/work/${path}`, text]));
  return (await openProject(memoryHost(files), { paths })).read(options);
}

const findings = ({ diagnostics }: Pick<JourneyStream, "diagnostics">) =>
  diagnostics.map(({ code, message, place }) => [code, message, place.source.path]);

test("texts come by path, then exports as they were named; each journey knows its origin", async () => {
  const texts = {
    "b.journey": journey("B"),
    "a.journey": journey("A"),
    "y.json": exportText("Y"),
    "x.json": exportText("X"),
  };
  const stream = await streamOf(texts, ["y.json", "b.journey", "x.json", "a.journey"]);
  const read = [...stream].map(({ kind, journeys }) => [kind, ...journeys.map(({ id, origin }) => [id, origin.kind])]);
  expect(read).toEqual([
    ["text", ["A", "text"]],
    ["text", ["B", "text"]],
    ["export", ["Y", "export"]],
    ["export", ["X", "export"]],
  ]);
  expect([findings(stream), stream.isUnreadable]).toEqual([[], false]);
});

test("findings come with the input that they are in, and all of them at the end", async () => {
  const texts = { "a.journey": "journey A {\n  start -> Nowhere\n}\n", "b.journey": "journey B {\n  start ->\n}\n" };
  const stream = await streamOf(texts, ["a.journey", "b.journey"]);
  const read = [...stream].map(({ diagnostics }) => diagnostics.map(({ code }) => code));
  expect(read).toEqual([["unresolved-target"], [expect.any(String)]]);
  expect(stream.diagnostics.map(({ code }) => code)).toEqual(read.flat());
});

describe("a journey counts once", () => {
  test.each([
    [["a.journey", "a.json"], { "a.journey": journey("A"), "a.json": exportText("A") }, "a.json"],
    [["a.json", "b.json"], { "a.json": exportText("A"), "b.json": exportText("A") }, "b.json"],
  ] as const)("%j: the second is reported and left out", async (paths, texts, second) => {
    const stream = await streamOf(texts, paths);
    expect([...stream].map(({ journeys }) => journeys.length)).toEqual([1, 0]);
    expect(findings(stream)).toEqual([["duplicate-journey", 'Journey "A" occurs twice', second]]);
  });
});

test("of several realms, the one that is asked for is read", async () => {
  const realms = {
    alpha: { trees: { A: exported("A", "Of alpha") } },
    bravo: { trees: { A: exported("A", "Of bravo") } },
  };
  const texts = { "all.json": JSON.stringify({ realm: realms }) };
  for (const [options, title] of [
    [{}, "Of alpha"],
    [{ realm: "bravo" }, "Of bravo"],
  ] as const) {
    const [read] = [...(await streamOf(texts, ["all.json"], options))];
    expect(read?.journeys[0]?.nodes.map(({ displayName }) => displayName)).toEqual([title]);
  }
});

describe("scenarios", () => {
  const scenario = (of: string, node: string) => `scenario "s" of ${of} {\n  expect at ${node}\n}\n`;

  test("may stand in other texts than their journeys, before or after them, also where nothing is kept", async () => {
    const texts = {
      "a.journey": scenario("B", "Nobody"),
      "b.journey": journey("B"),
      "c.journey": `${scenario("B", "Ask")}\n${scenario("C", "Lost")}`,
      "d.journey": journey("D").replace("journey D {", 'journey D "C" {'),
      "e.journey": scenario("E", "Ask"),
    };
    const expected = [
      ["unknown-node", expect.stringContaining("Nobody"), "a.journey"],
      ["unknown-node", expect.stringContaining("Lost"), "c.journey"],
      ["unknown-journey", expect.stringContaining('"E"'), "e.journey"],
    ];
    for (const keepsAll of [false, true]) {
      const stream = await streamOf(texts, ["."], { keepsAll });
      expect([...stream].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
      expect(findings(stream)).toEqual(expected);
      expect(stream.rest.scenarios).toHaveLength(4);
    }
  });

  test("may be those of an export", async () => {
    const texts = {
      "a.json": exportText("Sign In"),
      "s.journey": `${scenario("SignIn", "Ask")}\n${scenario("Other", "Ask")}`,
    };
    const stream = await streamOf(texts, ["s.journey", "a.json"]);
    expect([...stream].length).toBe(2);
    expect(findings(stream).map(([code, message]) => [code, message])).toEqual([
      ["unknown-journey", expect.stringContaining("Other")],
    ]);
  });

  test("reach into the journeys that their journey runs", async () => {
    const outer = `journey Outer {\n  start -> Step\n  node Step: InnerTreeEvaluator { tree: "Inner" true -> success false -> failure }\n}\n`;
    const texts = {
      "a.journey": outer,
      "b.journey": journey("Inner"),
      "s.journey": scenario("Outer", "Ask") + scenario("Outer", "Gone"),
    };
    const stream = await streamOf(texts, ["."]);
    expect([...stream].length).toBe(3);
    expect(findings(stream)).toEqual([["unknown-node", expect.stringContaining("Gone"), "s.journey"]]);
  });
});

test("settled findings heed the severities of the configuration and the comments of texts", async () => {
  const configuration = { rules: { "unknown-node-type": "info" } };
  const unknown = (comment: string) =>
    journey("A").replace("UsernameCollector {", "NoSuchType {").replace("  node", `${comment}  node`);
  const settled = async (comment: string) => {
    const texts = { "a.journey": unknown(comment), "journey.config.json": JSON.stringify(configuration) };
    const stream = await streamOf(texts, ["a.journey"]);
    expect([...stream].length).toBe(1);
    return stream.settledDiagnostics.map(({ code, severity }) => [code, severity]);
  };
  expect(await settled("")).toEqual([["unknown-node-type", "info"]]);
  expect(await settled("  // journey-ignore-next-line unknown-node-type: ours\n")).toEqual([]);
});

describe("unreadable", () => {
  test.each([
    ["a path that is not there", {}, ["gone.journey"]],
    ["exports without a journey", { "x.json": "{}" }, ["x.json"]],
    ["a folder without anything", { "a/b.txt": "" }, ["a"]],
    ["a broken configuration", { "a.journey": journey("A"), "journey.config.json": "{" }, ["a.journey"]],
    [
      "node types that are not there",
      { "a.json": exportText("A"), "journey.config.json": '{ "nodeTypes": ["gone.json"] }' },
      ["a.json"],
    ],
  ])("%s", async (_, texts, paths) => {
    const stream = await streamOf(texts, paths);
    for (const _read of stream);
    expect([stream.isUnreadable, stream.diagnostics.some(({ severity }) => severity === "error")]).toEqual([
      true,
      true,
    ]);
  });

  test("a text without journeys is none", async () => {
    const stream = await streamOf({ "a.journey": "" }, ["a.journey"]);
    for (const _read of stream);
    expect(stream.isUnreadable).toBe(false);
  });
});

test("one model of all has the same findings as the stream", async () => {
  const texts = {
    "/work/a.journey": journey("A"),
    "/work/s.journey": 'scenario "s" of A {\n  expect at Gone\n}\n',
    "/work/b.json": exportText("B"),
  };
  const project = await openProject(memoryHost(texts), { paths: ["a.journey", "s.journey", "b.json"] });
  const stream = project.read();
  const ids = [...stream].flatMap(({ journeys }) => journeys.map(({ id }) => id));
  const { model, parsed, diagnostics, isUnreadable } = readModel(project);
  expect(model.journeys.map(({ id }) => id)).toEqual(ids);
  expect(parsed.map(({ source }) => source.path)).toEqual(["a.journey", "s.journey"]);
  expect([findings({ diagnostics }), isUnreadable]).toEqual([findings(stream), stream.isUnreadable]);
});

test("two of one name are told to be of two realms only where naming one would leave one", async () => {
  const realmOf = (realm: string) => `realms/root/realms/${realm}/journeys/A/A.json`;
  const helpFor = async (...paths: readonly string[]) => {
    const stream = await streamOf(Object.fromEntries(paths.map((path) => [path, exportText("A")])), paths);
    for (const _ of stream);
    return stream.diagnostics.filter(({ code }) => code === "duplicate-journey").map(({ help }) => help);
  };
  expect(await helpFor(realmOf("alpha"), realmOf("bravo"))).toEqual(["Choose one of their realms with `--realm`."]);
  expect(await helpFor("a.json", "b.json")).toEqual(["Remove one of them, or give the files one at a time."]);
  expect(await helpFor(realmOf("alpha"), "b.json")).toEqual(["Remove one of them, or give the files one at a time."]);
});
