import { expect, test } from "vitest";
import { compile } from "../../src/compile/compile.js";
import { Workspace } from "../../src/language/workspace.js";
import { SourceFile } from "../../src/text/source-file.js";
import { memoryFiles } from "../support/memory-files.js";

const text = `journey Login {
  start -> Decide

  node Decide: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

async function codesIn(json: string): Promise<readonly string[]> {
  const workspace = new Workspace({ files: memoryFiles({ "/work/other.journey": text.replace("Login", "Other") }) });
  workspace.setFolders(["/work"]);
  workspace.open("/work/exports/login.journey.json", json);
  return (
    (await workspace.findings()).get("/work/exports/login.journey.json")?.diagnostics.map(({ code }) => code) ?? []
  );
}

test("an export that is open is checked, and other JSON is not", async () => {
  const { outputs } = await compile([new SourceFile("login.journey", text)], {});
  const json = outputs[0]?.text ?? "";
  expect(await codesIn(json)).toEqual([]);
  const id = /"entryNodeId": "([^"]+)"/.exec(json)?.[1] ?? "";
  expect(
    await codesIn(json.replace(`"entryNodeId": "${id}"`, '"entryNodeId": "00000000-0000-0000-0000-000000000000"')),
  ).not.toEqual([]);
  expect(await codesIn(json.slice(0, -20))).toEqual(["invalid-json"]);
  expect(await codesIn('{ "name": "a package" }')).toEqual([]);
});
