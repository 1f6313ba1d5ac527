import { expect, test } from "vitest";
import { exportFixture } from "../../support/export-fixture.js";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

test("textconv says when another version than this one has set up git", async () => {
  const folder = temporaryFolder({ "a.json": JSON.stringify({ trees: { "Sign In": exportFixture() } }) });
  const same = await runCommand(folder, ["textconv", "--version-set-up", "1.2.3", "a.json"]);
  expect(same).toMatchObject({ code: 0, talk: "" });
  expect(same.output).toContain("journey SignIn");
  expect(await runCommand(folder, ["textconv", "--version-set-up", "1.2.2", "a.json"])).toEqual({
    ...same,
    talk: "git shows what journeyc 1.2.2 made of exports; run journeyc git-setup again\n",
  });
});

test("textconv reads standard input", async () => {
  const input = JSON.stringify({ trees: { "Sign In": exportFixture() } });
  const { code, output } = await runCommand(temporaryFolder(), ["textconv", "-"], { input });
  expect(code).toBe(0);
  expect(output).toContain("journey SignIn");
});
