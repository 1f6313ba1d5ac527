import { expect, test } from "vitest";
import { checkModel } from "../../../src/check/check-model.js";
import { bindFiles } from "../../../src/compile/compile.js";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { readFrom } from "../../../src/import/compile-text.js";
import { importExports } from "../../../src/import/import-exports.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { importOptions } from "../../support/import-support.js";

const tree = {
  _id: "Login",
  entryNodeId: "page",
  nodes: {
    page: { nodeType: "PageNode", displayName: "Ask", connections: { outcome: "check" } },
    check: { nodeType: "DataStoreDecisionNode", displayName: "Check", connections: {} },
  },
};
const check = { _id: "check", _type: { _id: "DataStoreDecisionNode", name: "Data Store Decision", collection: true } };
const pathOf = (name: string) => `realms/alpha/journeys/Login/${name}.json`;

/** What is missing in the folder, and in the text imported from it. */
function missing(files: Readonly<Record<string, object>>) {
  const texts = Object.entries(files).map(([name, value]) => [pathOf(name), JSON.stringify(value)] as const);
  const read = readFolder(new Map(texts), {});
  const imported = importExports(read.model.journeys, { ...importOptions, minimal: true });
  const sources = imported.journeys.map(({ fileName, text }) => new SourceFile(fileName, text));
  const bound = bindFiles(sources, { readText: readFrom(new Map()) });
  return {
    inFolder: read.diagnostics.map(({ code, severity }) => `${severity} ${code}`),
    inText: checkModel(bound).flatMap(({ code, severity }) => (code === "missing-body" ? [`${severity} ${code}`] : [])),
  };
}

test("a node whose file is missing is an error in the folder, and in the text imported from it", () => {
  expect(missing({ Login: tree, "nodes/Check - check": check })).toEqual({
    inFolder: ["error missing-node-file"],
    inText: ["error missing-body"],
  });
});

test("so are all nodes of a tree that has no file beside it", () => {
  expect(missing({ Login: tree })).toEqual({
    inFolder: ["error missing-node-file", "error missing-node-file"],
    inText: ["error missing-body", "error missing-body"],
  });
});
