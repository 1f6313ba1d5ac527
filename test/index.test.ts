import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import * as library from "../src/index.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const text = `journey A {
  noSession: true

  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> success
  }
}
`;

describe("the library", () => {
  it("exports what is promised, and nothing else", () => {
    expect(Object.keys(library).sort()).toEqual([
      "CoverageCounter",
      "SourceFile",
      "check",
      "codes",
      "colourStyle",
      "compare",
      "compile",
      "compileFile",
      "createScriptHost",
      "describeInPages",
      "describeJourneys",
      "findRequirements",
      "findUses",
      "format",
      "generateScenarios",
      "importExports",
      "importInto",
      "isSame",
      "jsonReport",
      "lookUpType",
      "mergeExports",
      "mergeJourneys",
      "openJourneys",
      "outputsOf",
      "parse",
      "plainStyle",
      "readExport",
      "renderDiffHtml",
      "renderDiffJson",
      "renderDiffMarkdown",
      "renderDiffText",
      "renderPretty",
      "runScenario",
      "shortTypeName",
      "startRun",
      "targets",
      "typeIds",
      "usesOf",
      "writeGraph",
    ]);
  });

  it("parses, checks and compiles", async () => {
    const file = new library.SourceFile("a.journey", text);
    expect(library.parse(file)).toMatchObject({ diagnostics: [], file: { items: [{ kind: "journey" }] } });
    const checked = library.check([file]);
    expect(checked.diagnostics).toEqual([]);
    expect(checked.model.journeys.map((journey) => journey.id)).toEqual(["A"]);
    const compiled = await library.compile([file], { targets: ["export", "machine"] });
    expect(compiled.outputs.map(({ target, journey, fileName }) => [target, journey, fileName])).toEqual([
      ["export", "A", "A.journey.json"],
      ["machine", "A", "A.machine.ts"],
    ]);
  });

  it("compiles a file with its scripts, and says what the result depends on", async () => {
    const folder = temporaryFolder({
      "in/A.journey": text
        .replace("page Ask {", "node Ask: ScriptedDecision {")
        .replace(/ {4}node Name.*\n\n {4}->/, '    script: Rate\n    outcomes: ["ok"]\n    ok ->')
        .replace(/}\n$/, '\n  script Rate {\n    file: "rate.js"\n  }\n}\n'),
      "in/rate.js": 'outcome = "ok";\n',
      "journey.config.json": '{ "realm": "bravo" }',
    });
    const compiled = await library.compileFile("in/A.journey", {
      workingDirectory: folder,
      targets: ["export", "types"],
    });
    expect(compiled.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(compiled.journeys.map(({ id }) => id)).toEqual(["A"]);
    expect(compiled.outputs.map(({ fileName }) => fileName)).toEqual(["in/A.d.journey.ts", "A.journey.json"]);
    expect(compiled.outputs[1]?.text).toContain("managed/bravo_user");
    expect([...compiled.files].map((file) => relative(folder, file)).sort()).toEqual([
      "in/A.journey",
      "in/rate.js",
      "journey.config.json",
    ]);
    const broken = await library.compileFile("in/B.journey", { workingDirectory: folder });
    expect([broken.outputs, broken.diagnostics.map(({ code }) => code)]).toEqual([[], ["unreadable-file"]]);
  });

  it("does not depend on the order of the files, and writes nothing where there are errors", async () => {
    const files = ["A", "B", "C"].map((name) => new library.SourceFile(`${name}.journey`, text.replace("A", name)));
    const outputs = (await library.compile(files)).outputs;
    expect((await library.compile([...files].reverse())).outputs).toEqual(outputs);
    const broken = new library.SourceFile("d.journey", "journey D {\n  start -> Nowhere\n}\n");
    const result = await library.compile([...files, broken]);
    expect(result.outputs).toEqual([]);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["unresolved-target"]);
  });
});
