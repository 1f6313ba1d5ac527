import { expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

// What the server answers is tested in test/language-server, with processes of their own.
test("lsp says what it needs where it cannot talk to an editor", async () => {
  const { code, output, talk } = await runCommand(temporaryFolder(), ["lsp"]);
  expect([code, output]).toEqual([2, ""]);
  expect(talk).toContain("lsp needs --stdio");
});

test("lsp says that the process of the editor is a number", async () => {
  const { code, talk } = await runCommand(temporaryFolder(), ["lsp", "--stdio", "--clientProcessId=vscode"]);
  expect(code).toBe(2);
  expect(talk).toContain("--clientProcessId is no number: vscode");
});
