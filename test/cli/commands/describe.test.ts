import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const two = `journey A {
  start -> Inner
  node Inner: InnerTreeEvaluator { tree: "B" true -> success false -> failure }
}
journey B { start -> success }
`;

test("describes everything on one page, one journey, or a page each", async () => {
  const folder = temporaryFolder({ "two.journey": two });
  const all = await runCommand(folder, ["describe"]);
  expect({ code: all.code, talk: all.talk }).toEqual({ code: 0, talk: "" });
  expect(all.output.match(/^# .*/gm)).toEqual(["# Journeys", "# A", "# B"]);
  const one = await runCommand(folder, ["describe", "two.journey", "-j", "B"]);
  expect(one.output.match(/^# .*/gm)).toEqual(["# B"]);
  expect(one.output).toContain("Called by **A**: **Inner**");
  const html = await runCommand(folder, ["describe", "--format", "html"]);
  expect(html.output).toMatch(/^<!doctype html>/);
  expect(html.output).toContain('<a href="#journey-2">B</a>');
  const pages = await runCommand(folder, ["describe", "-o", "pages"]);
  expect(pages.talk).toBe("written    pages/index.md\nwritten    pages/A.md\nwritten    pages/B.md\n");
  expect(readdirSync(join(folder, "pages")).sort()).toEqual(["A.md", "B.md", "index.md"]);
  expect(readFileSync(join(folder, "pages", "A.md"), "utf8")).toContain("[B](B.md)");
  expect((await runCommand(folder, ["describe", "-o", "pages"])).talk).toBe("3 pages are unchanged\n");
});

test("describes what could be read, and says what is wrong", async () => {
  const folder = temporaryFolder({ "two.journey": `${two}\njourney C { start -> Nowhere }\n` });
  const run = await runCommand(folder, ["describe"]);
  expect(run.code).toBe(1);
  expect(run.talk).toContain("unresolved-target");
  expect(run.output).toContain("| error | `unresolved-target` |");
  expect((await runCommand(folder, ["describe", "missing.journey"])).code).toBe(2);
  expect((await runCommand(folder, ["describe", "-f", "pdf"])).talk).toContain("Formats: markdown, html");
  expect((await runCommand(folder, ["describe", "-j", "D"])).talk).toContain("There is no journey D");
});
