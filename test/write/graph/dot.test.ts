import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { writeDot } from "../../../src/write/graph/dot.js";
import { corpusIsThere, corpusSample, readCorpus } from "../../support/corpus.js";
import { resetPassword } from "../../support/reset-password.js";
import { controlCharacters } from "./control-characters.js";
import { hostileJourney } from "./hostile-journey.js";

describe("writeDot", () => {
  it("writes pages as clusters, and arrows that end at their frames", () => {
    const text = writeDot(resetPassword());
    expect(text).toContain('subgraph cluster_n1 {\n    label="Ask Email";');
    expect(text).toContain('n1c0 [label="Email\\nAttributeCollector"];');
    expect(text).toContain("start -> n1c0 [lhead=cluster_n1];");
    expect(text).toContain("n1c0 -> n2 [ltail=cluster_n1];");
    expect(text).toContain('n2 -> n3 [label="true, false"];');
    expect(text).toContain('n5 -> success [label="PATCHED"];');
  });

  it("marks nodes", () => {
    const text = writeDot(resetPassword(), { marks: new Map([["FindUser", "added"]]) });
    expect(text).toContain('n2 [label="+ Find User\\nIdentifyExistingUser", color="#1a7f37", penwidth=2.5];');
  });

  it("lets no text of a journey out of its quotes", () => {
    const text = writeDot(hostileJourney());
    const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, "_");
    expect(bare).not.toMatch(/["\\<&]|evil|script/);
    expect(text).not.toMatch(controlCharacters);
  });
});

const hasDot = spawnSync("dot", ["-V"]).status === 0;
if (!hasDot) console.warn("SKIPPED: DOT texts were not given to Graphviz, because there is no dot here");

/** What Graphviz makes of a text. Many graphs in one process would be quicker, but 2.42 breaks down over them. */
const drawn = (text: string) => {
  const { stdout, stderr, status } = spawnSync("dot", ["-Tsvg"], { input: text, encoding: "utf8" });
  return { told: { status, stderr }, stdout };
};

describe.skipIf(!hasDot)("DOT texts in Graphviz (SKIPPED where there is no dot)", () => {
  it("are drawn without a complaint, and show every text as it is written", () => {
    const [example, hostile] = [resetPassword(), hostileJourney()].map((each) => drawn(writeDot(each)));
    expect([example!.told, hostile!.told]).toEqual(Array(2).fill({ status: 0, stderr: "" }));
    expect(example!.stdout).toContain(">IdentifyExistingUser</text>");
    expect(hostile!.stdout).not.toMatch(/<script|<img/);
  });

  it.skipIf(!corpusIsThere)("of real journeys are drawn without a complaint (skipped without the corpus)", () => {
    const files = corpusSample(10).map(({ file }) => new SourceFile(file, readCorpus(file)));
    const journeys = files.flatMap((file) => readExport(file, {}).model.journeys);
    expect(journeys.length).toBeGreaterThan(10);
    for (const each of journeys)
      expect([each.id, drawn(writeDot(each)).told]).toEqual([each.id, { status: 0, stderr: "" }]);
  });
});
