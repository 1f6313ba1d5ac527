import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension } from "../../scripts/build-extension.mjs";
import { findBrowser } from "../support/browser.js";
import { bindText, projectRoot } from "../support/read-project.js";
import { type ServedWorkbench, serveWorkbench } from "./serve-workbench.js";
import { patience, Workbench } from "./workbench.js";

const browser = findBrowser();
if (browser === undefined) {
  console.warn("SKIPPED: the VS Code extension was not tried in VS Code, because no Chromium was found (set CHROMIUM)");
}

const example = (path: string) => readFileSync(join(projectRoot, "examples", path), "utf8");
const resetPassword = example("reset-password/ResetPassword.journey");

/** One window for all: each step begins where the one before it has ended. */
describe.skipIf(browser === undefined)("the extension in the real VS Code (SKIPPED where there is no Chromium)", () => {
  let served: ServedWorkbench;
  let code: Workbench;
  beforeAll(async () => {
    const extension = join(projectRoot, "editors", "vscode", "dist", "extension");
    await buildExtension(extension);
    served = await serveWorkbench(
      extension,
      { "/ResetPassword.journey": resetPassword },
      { "workbench.startupEditor": "none", "workbench.colorTheme": "Default Light Modern" },
    );
    code = await Workbench.open(browser!, served.address);
  });
  afterAll(async () => {
    await code?.close();
    await served?.close();
  });

  it("colours the words of a journey", async () => {
    await code.openFile("ResetPassword.journey");
    const colours = () => code.coloursOf(["journey", "ResetPassword", "description"]);
    await expect.poll(async () => new Set(await colours()).size, patience).toBe(3);
  });

  it("begins a new journey, which has no errors", async () => {
    await code.run("New Journey");
    await code.page.getByText("DataStoreDecision").first().waitFor();
    const text = await code.text();
    expect(text).toMatch(/^journey Login \{\n {2}start -> Ask\n/);
    expect(bindText(text).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    await code.page.keyboard.press("Escape");
  });

  it("indents what is typed, and closes brackets", async () => {
    const typed = async () => {
      await code.page.keyboard.press("Control+a");
      for (const line of ["journey Typed {", "page Ask {", "-> success"]) {
        await code.page.keyboard.type(line, { delay: 20 });
        await code.page.keyboard.press("Escape");
        if (!line.startsWith("->")) await code.page.keyboard.press("Enter");
      }
      return code.text();
    };
    // Brackets are closed only where the colours have caught up with the typing.
    await expect.poll(typed, patience).toBe("journey Typed {\n  page Ask {\n    -> success\n  }\n}");
  });

  it("inserts a snippet", async () => {
    await code.replaceText("scenario");
    await code.page.keyboard.press("Control+Space");
    await code.suggestion("scenario").click();
    await code.page.keyboard.press("Escape");
    const text = await code.text();
    expect(text).toMatch(/^scenario "signs in" of Login \{\n {2}given user/);
  });
});
