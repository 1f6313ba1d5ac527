import { describe, expect, it } from "vitest";
import * as library from "../src/index.js";

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
      "SourceFile",
      "check",
      "colourStyle",
      "compile",
      "jsonReport",
      "parse",
      "plainStyle",
      "renderPretty",
      "targets",
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
