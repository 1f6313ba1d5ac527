import { expect, test } from "vitest";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";
import { renderGithub } from "../../../src/diagnostics/render/github.js";
import { SourceFile } from "../../../src/text/source-file.js";

test("one command a finding, with what GitHub would read as its own escaped", () => {
  const source = new SourceFile("a,b:100%.journey", "one\ntwo three\n");
  const place = { source, range: { start: 4, end: 7 } };
  const lost = createDiagnostic("dangling-connection", place, { node: "50%", outcome: "a\nb", id: "x" });
  const note = createDiagnostic("same-title", { source, range: { start: 0, end: 9 } }, { title: "x", count: 2 });
  expect(renderGithub([lost, note], (path) => path).split("\n")).toEqual([
    '::error file=a%2Cb%3A100%25.journey,line=2,col=1,endColumn=4,title=dangling-connection JRN302::Outcome "a\\u000ab" of node "50%25" leads to "x", but no node has that id%0AConnect the outcome to a node of the journey, or to one of its ends.',
    '::notice file=a%2Cb%3A100%25.journey,line=1,endLine=2,col=1,title=same-title JRN312::2 nodes are called "x"%0AGive each a name of its own.',
    "",
  ]);
});
