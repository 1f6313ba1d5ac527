import { expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

// What the server answers is tested in test/language-server, with processes of their own.
test("lsp says what it needs where it cannot talk to an editor", async () => {
  const { code, output, talk } = await runCommand(temporaryFolder(), ["lsp"]);
  expect([code, output]).toEqual([2, ""]);
  expect(talk).toContain("lsp needs --stdio");
});
