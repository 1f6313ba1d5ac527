import prettier from "prettier";
import { mutateJson, mutateText } from "./mutate.mjs";
import { nativeCall } from "./natives.mjs";
import { requestReader } from "./requests.mjs";

/** What a reader of text is given: mostly a text near the seed, where the seed is JSON every other time one that is still JSON. */
function near(seed, random) {
  return seed.trimStart().startsWith("{") && random() < 0.5 ? mutateJson(seed, random) : mutateText(seed, random);
}

const world = JSON.stringify({
  realm: "/alpha",
  now: "2026-01-01T00:00:00Z",
  users: [{ userName: "ada", password: "x", mail: "ada@example.com" }],
  esvs: { "esv.a": "1" },
  secrets: { a: "b" },
  http: [{ request: "GET https://example.com/", response: { status: 200, body: {} } }],
});

const configuration = JSON.stringify({
  include: ["journeys/*.journey"],
  outDir: "out",
  targets: ["export"],
  realm: "alpha",
  rules: { "unused-node": "off" },
  params: { attempts: 3 },
  nodeTypes: ["types.json"],
});

const nodeTypes = JSON.stringify({
  nodeTypes: [
    {
      serviceName: "a1b2",
      displayName: "Ours",
      outcomes: ["yes", "no"],
      properties: { url: { title: "URL", type: "STRING", required: true, defaultValue: "x" } },
    },
    { id: "Mine", schema: { type: "object", properties: { a: { type: "integer", minimum: 1, pattern: "a+" } } } },
  ],
});

/** The time that a script has, and how much later it may end: it is the engine that is started anew, on a busy machine too. */
const milliseconds = 100;
const patience = 5_000;

const emptyProgram = {
  prelude: "(function () { return function () { return '' } })",
  input: "{}",
  file: "native.js",
  leftovers: "undefined",
  host: () => "null",
  library: () => "There are no libraries here",
};

/** Each reader by its name: a function that must answer any input, and never throw. */
export function makeReaders(journeyc, { text, scenarios, exportText }) {
  const { SourceFile } = journeyc;
  const readText = () => ({ problem: "no files can be read here" });
  const readExport = (content) => journeyc.readExport(new SourceFile("a.json", content), {});
  const [, folder] = Object.entries(JSON.parse(exportText).trees)[0];
  const files = new Map(
    ["tree", ...Object.keys(folder.nodes)].map((id) =>
      id === "tree"
        ? ["realms/alpha/journeys/A/A.json", JSON.stringify(folder.tree)]
        : [`realms/alpha/journeys/A/nodes/N - ${id}.json`, JSON.stringify(folder.nodes[id])],
    ),
  );
  const check = (content) => journeyc.checkFiles([new SourceFile("a.journey", content)]);
  // A seed that is not read would try nothing.
  for (const seed of [readExport(exportText), journeyc.readFolder(files, {})])
    if (seed.model.journeys.length !== 1) throw new Error("A seed of the fuzzing holds no journey");
  const sandbox = new journeyc.Sandbox({ ...journeyc.usualLimits, milliseconds }, Date.now);
  const { model } = readExport(exportText);
  return {
    serve: requestReader({ createHandler: journeyc.createHandler, model: { ...model, scenarios: [] } }),
    text: (random) => check(near(text, random)),
    scenario: (random) => check(`${text}\n${near(scenarios, random)}`),
    export: (random) => {
      for (const journey of readExport(near(exportText, random)).model.journeys)
        journeyc.importJourney(journey, "a.journey", {});
    },
    folder: (random) => {
      const chosen = Math.floor(random() * files.size);
      const changed = [...files].map(([path, content], index) => [
        path,
        index === chosen ? near(content, random) : content,
      ]);
      for (const journey of journeyc.readFolder(new Map(changed), {}).model.journeys)
        journeyc.importJourney(journey, "a.journey", {});
    },
    configuration: (random) =>
      journeyc.readConfigurationText(new SourceFile("journey.config.json", near(configuration, random))),
    world: (random) => journeyc.readWorld(new SourceFile("world.json", near(world, random))),
    "node-types": (random) => journeyc.readTypeFile(new SourceFile("types.json", near(nodeTypes, random))),
    merge: (random) => {
      journeyc.mergeJourneys(
        "a.journey",
        { base: text, ours: near(text, random), theirs: near(text, random) },
        { readText },
      );
      journeyc.mergeExports("a.json", {
        base: exportText,
        ours: near(exportText, random),
        theirs: near(exportText, random),
      });
    },
    into: (random) => {
      const source = { path: "a.journey", text: random() < 0.5 ? near(text, random) : text, readText };
      for (const journey of readExport(near(exportText, random)).model.journeys)
        journeyc.importInto(source, journey, {});
    },
    natives: async (random) => {
      const begun = performance.now();
      await sandbox.run({ ...emptyProgram, body: nativeCall(random) });
      const taken = performance.now() - begun;
      if (taken > milliseconds + patience) throw new Error(`The script ran for ${Math.round(taken)} ms`);
    },
    prettier: async (random) => {
      const format = (content) => prettier.format(content, { parser: "journey", plugins: [journeyc.prettierPlugin] });
      let once;
      try {
        once = await format(near(text, random));
      } catch (error) {
        if (error instanceof SyntaxError) return;
        throw error;
      }
      if ((await format(once)) !== once) throw new Error("Formatting the formatted text changes it");
    },
  };
}
