import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkModel } from "../../../src/check/check-model.js";
import { bindFiles } from "../../../src/compile/compile.js";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { realmCodes } from "../../../src/diagnostics/codes/realm.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { runCommand } from "../../support/fake-host.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const pageOf = (code: string) => readFileSync(join(projectRoot, "docs", "rules", `${code}.md`), "utf8");

const examples = (code: string, heading: string) =>
  fencedBlocks(pageOf(code)).filter((block) => block.heading === heading);

const filesUnder = (code: string, heading: string) =>
  Object.fromEntries(examples(code, heading).map(({ language, text }) => [language.replace(/^json /, ""), text]));

test.each(Object.keys(realmCodes))("docs/rules/%s.md has the parts of a page", (code) => {
  expect(pageOf(code).startsWith(`# ${code}\n\n`)).toBe(true);
  for (const heading of ["Why", "Wrong", "Right"]) expect(pageOf(code)).toContain(`\n## ${heading}\n`);
});

describe("their wrong examples give the diagnostic, their right ones do not", () => {
  test("wrong-realm", () => {
    const found = (heading: string) =>
      readFolder(new Map(Object.entries(filesUnder("wrong-realm", heading))), { realm: "bravo" }).diagnostics.map(
        ({ code }) => code,
      );
    expect([found("Wrong"), found("Right")]).toEqual([["wrong-realm"], []]);
  });

  test("realm-of-input", async () => {
    const folder = temporaryFolder(filesUnder("realm-of-input", "Wrong"));
    const without = await runCommand(folder, ["import", "realms", "--out", "a"]);
    const withRealm = await runCommand(folder, ["import", "realms", "--out", "b", "--realm", "bravo"]);
    expect([without.code, /realm-of-input/.test(without.talk)]).toEqual([0, true]);
    expect([withRealm.code, withRealm.talk]).toEqual([0, ""]);
  });

  test("value-of-another-realm", () => {
    const found = (heading: string) => {
      const [example] = examples("value-of-another-realm", heading);
      const realm = "bravo";
      const bound = bindFiles([new SourceFile("a.journey", example?.text ?? "")], { realm });
      return checkModel({ ...bound, targetRealm: realm }).map(({ code }) => code);
    };
    expect([found("Wrong"), found("Right")]).toEqual([["value-of-another-realm"], []]);
  });
});
