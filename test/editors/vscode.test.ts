import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension } from "../../scripts/build-extension.mjs";
import { journeyExport } from "../../src/export-json/write/write-export.js";
import { findBrowser } from "../support/browser.js";
import { bindText, projectRoot } from "../support/read-project.js";
import { type ServedWorkbench, serveWorkbench } from "./serve-workbench.js";
import { patience, Workbench } from "./workbench.js";

const browser = findBrowser();
if (browser === undefined) {
  console.warn("SKIPPED: the VS Code extension was not tried in VS Code, because no Chromium was found (set CHROMIUM)");
}

const example = (path: string) => readFileSync(join(projectRoot, "examples", path), "utf8");
const login = example("login/Login.journey");

const caller = `journey Caller {
  start -> Second
  node Second: InnerTreeEvaluator {
    tree: "Login"
    true -> sucess
    false -> failure
  }
}
`;

const secondFactor = bindText(example("login/SecondFactor.journey")).model.journeys[0]!;

/** One window for all: each step begins where the one before it has ended. */
describe.skipIf(browser === undefined)("the extension in the real VS Code (SKIPPED where there is no Chromium)", () => {
  let served: ServedWorkbench;
  let code: Workbench;
  let preview: Frame;
  beforeAll(async () => {
    const extension = join(projectRoot, "editors", "vscode", "dist", "extension");
    await buildExtension(extension);
    served = await serveWorkbench(
      extension,
      {
        "/Login.journey": login.replace("-> success", "-> sucess"),
        "/Login.scenarios.journey": example("login/Login.scenarios.journey"),
        "/Caller.journey": caller,
        "/SecondFactor.journey": example("login/SecondFactor.journey"),
        "/exports/SecondFactor.json": JSON.stringify(journeyExport(secondFactor), null, 2),
        "/scripts/rate-risk.js": example("login/scripts/rate-risk.js"),
      },
      // A browser's VS Code saves by itself, after which nothing can be reverted.
      {
        "workbench.startupEditor": "none",
        "workbench.colorTheme": "Default Light Modern",
        "files.autoSave": "off",
      },
    );
    code = await Workbench.open(browser!, served.address);
  });
  afterAll(async () => {
    await code?.close();
    await served?.close();
  });

  /** Writes the pictures of the extension's README where a folder for them is given. */
  async function shot(name: string): Promise<void> {
    const folder = process.env.PICTURES;
    if (folder) await code.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  it("colours the words of a journey", async () => {
    await code.openFile("Login.journey");
    const colours = () => code.coloursOf(["journey", "Login", "description"]);
    await expect.poll(async () => new Set(await colours()).size, patience).toBe(3);
  });

  it("shows a mistake, and takes the fix", async () => {
    await code.goTo(lineOf("-> success"), 10);
    await code.page.locator(".squiggly-error").first().waitFor();
    const fix = code.page.locator(".action-widget .monaco-list-row", { hasText: "Change to success" });
    await code.page.keyboard.press("Control+.");
    await fix.waitFor();
    await code.page.keyboard.press("Enter");
    await expect.poll(() => code.text(), patience).toBe(login);
    await code.page.keyboard.press("Control+s");
    await expect.poll(() => served.files.get("/Login.journey"), patience).toBe(login);
    await code.page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  });

  it("draws the journey: a click on a node leads to the text, and the cursor to a node", async () => {
    await code.goTo(1, 1);
    await code.run("Open Diagram to the Side");
    preview = await code.webview("[data-node]");
    // A click is lost on a picture that is being drawn anew.
    const title = preview.locator("[data-node] .title", { hasText: "Count Attempt" });
    await expect.poll(() => title.click().then(() => code.isAt(lineOf("node CountAttempt"))), patience).toBe(true);
    await preview.locator(".selected", { hasText: "Count Attempt" }).waitFor();
    await code.goTo(lineOf("node CheckPassword"), 8);
    await preview.locator(".selected", { hasText: "Check Password" }).waitFor();
  });

  it("completes a node type and a property, draws the node with what is found, and formats", async () => {
    await code.goTo(lineOf("script RateRisk") - 1, 1);
    await code.page.keyboard.type("node Hello: Messag");
    await code.suggestion("Message").waitFor();
    await shot("completion");
    await code.page.keyboard.press("Tab");
    await expect.poll(() => code.shown(), patience).toContain("node Hello: Message {");
    const drawn = preview.locator(".unreached.has-warning.selected", { hasText: "Hello" });
    await drawn.waitFor();
    // The arrows have moved it away from the window.
    await expect.poll(async () => (await drawn.boundingBox())?.x, patience).toBeLessThan(1280 - 80);
    await shot("diagram");
    await code.page.keyboard.press("Home");
    await code.page.keyboard.press("Control+Shift+Enter");
    await code.page.keyboard.type("messageY");
    await code.suggestion("messageYes").waitFor();
    await code.page.keyboard.press("Tab");
    await expect.poll(() => code.shown(), patience).toContain("messageYes:");
    await code.page.keyboard.press("Escape");
    await code.page.keyboard.press("Escape");
    await code.run("Format Document");
    await expect.poll(() => code.shown(), patience).toContain("  node Hello: Message {");
    await code.run("File: Revert File");
    await expect.poll(() => code.text(), patience).toBe(login);
  });

  it("runs a scenario from the lens above it", async () => {
    await code.openFile("Login.scenarios.journey");
    await code.lens("Run").click();
    const passed = code.page.locator(".editor-group-container.active .testing-run-glyph.codicon-testing-passed-icon");
    await passed.waitFor();
    expect(await passed.count()).toBe(1);
  });

  it("shows who calls a journey from the lens above it", async () => {
    await code.openFile("SecondFactor.journey");
    await code.lens("1 journey calls this").click();
    const places = code.page.locator(".peekview-widget .ref-tree");
    await places.locator(".monaco-list-row", { hasText: "SecondFactor" }).first().waitFor();
    await code.page.keyboard.press("Escape");
    await places.waitFor({ state: "detached" });
  });

  it("runs scenarios in the Test Explorer, and shows what they cover", async () => {
    await code.openFile("Login.journey");
    await code.run("View: Show Testing");
    await code.run("Test: Run All Tests with Coverage");
    await code.page.locator(".result-summary", { hasText: "4/4" }).waitFor();
    await preview.locator("[data-node].added", { hasText: "Check Password" }).waitFor();
    await shot("scenarios");
    await preview.locator("button", { hasText: "Hide coverage" }).click();
    await preview.locator("[data-node].added").first().waitFor({ state: "detached" });
  });

  it("simulates a journey in a panel", async () => {
    await code.openFile("Login.journey");
    await code.goTo(1, 1);
    const run = await code.webview("form", () => code.lens("Simulate").click());
    await run.locator("h1", { hasText: "Sign In" }).waitFor();
    await run.locator("input").first().fill("demo");
    await run.locator("input[type=password]").fill("wrong");
    await run.locator("button[type=submit]").click();
    await run.locator("ol", { hasText: "CheckPassword → false" }).waitFor();
    await shot("simulation");
  });

  it("shows an export as text, imports it, and compares it", async () => {
    await code.openFile("SecondFactor.json");
    await code.run("Open as Journey Text");
    await expect.poll(() => code.shown(), patience).toContain("node MakeOneTimeCode: OneTimePasswordGenerator");
    await code.openFile("SecondFactor.json");
    await code.run("Import Journeys Here");
    await expect
      .poll(() => served.files.get("/exports/SecondFactor.journey"), patience)
      .toMatch(/^journey SecondFactor/);
    await code.openFile("SecondFactor.json");
    await code.run("Compare Journeys With");
    await code.page.locator(".quick-input-list .monaco-list-row", { hasText: "Login.journey" }).first().click();
    const difference = await code.webview("text=SecondFactor");
    await difference.locator("body", { hasText: "Login" }).waitFor();
  });

  it("renames a node wherever it is named", async () => {
    await code.openFile("Login.journey");
    await code.goTo(lineOf("node CountAttempt"), 10);
    await code.rename("CountTries");
    await expect.poll(() => code.shown(), patience).toContain("node CountTries: RetryLimitDecision");
    const text = await code.text();
    expect(text).toContain("false -> CountTries");
    expect(text).not.toContain("CountAttempt");
  });

  it("starts the server again, which is told of all files", async () => {
    await code.run("Journey: Restart Language Server");
    await code.openFile("Caller.journey");
    await code.page.locator(".squiggly-error").first().waitFor();
    await code.goTo(4, 15);
    await code.page.keyboard.press("F12");
    await code.page.locator('.tab.active[data-resource-name="Login.journey"]').waitFor();
  });

  it("begins a new journey, which has no errors", async () => {
    await code.run("Journey: New Journey");
    await expect.poll(() => code.shown(), patience).toContain("DataStoreDecision");
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

  it("leaves no error in the console of the browser", () => {
    // Those of VS Code itself: parts that its server would have.
    expect(code.errors.filter((error) => !/Failed to load resource/.test(error))).toEqual([]);
  });
});

/** The line of the first place of a text in the journey, from 1. */
function lineOf(part: string): number {
  return login.slice(0, login.indexOf(part)).split("\n").length;
}
