import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addServer, buildExtension } from "../../scripts/build-extension.mjs";
import { packVsix } from "../../scripts/vsix.mjs";
import { findBrowser } from "../support/browser.js";
import { builtPackage } from "../support/built-package.js";
import { projectRoot } from "../support/read-project.js";
import { patience, Workbench } from "./workbench.js";

const browser = findBrowser();
/** The command that starts code-server, which runs extensions in Node as VS Code on the desktop does: docs/decisions/vscode-extension.md. */
const [program = "", ...programArguments] = process.env.CODE_SERVER?.split(" ") ?? [];
if (program === "") {
  console.warn("SKIPPED: the VS Code extension was not tried on Node, because CODE_SERVER names no code-server");
}

const login = readFileSync(join(projectRoot, "examples", "login", "Login.journey"), "utf8");

const settings = {
  "workbench.startupEditor": "none",
  "files.autoSave": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.colorTheme": "Default Light Modern",
  "chat.disableAIFeatures": true,
  "security.workspace.trust.enabled": false,
};

describe.skipIf(browser === undefined || program === "")("the packed extension in VS Code on Node", () => {
  const folder = mkdtempSync(join(tmpdir(), "journeyc-code-server-"));
  const workspace = join(folder, "login");
  let server: ChildProcess;
  let code: Workbench;
  beforeAll(async () => {
    const extension = join(folder, "extension");
    await buildExtension(extension);
    addServer(join(builtPackage().folder, "dist"), extension);
    writeFileSync(join(folder, "journey.vsix"), packVsix(extension));
    cpSync(join(projectRoot, "examples", "login"), workspace, { recursive: true });
    writeFileSync(join(workspace, "Login.journey"), login.replace("-> success", "-> sucess"));
    const data = join(folder, "data");
    mkdirSync(join(data, "User"), { recursive: true });
    writeFileSync(join(data, "User", "settings.json"), JSON.stringify(settings));
    const common = [
      "--config",
      join(folder, "config.yaml"),
      "--user-data-dir",
      data,
      "--extensions-dir",
      join(folder, "extensions"),
    ];
    execFileSync(program, [...programArguments, ...common, "--install-extension", join(folder, "journey.vsix")], {
      stdio: "ignore",
    });
    const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
    server = spawn(program, [...programArguments, ...common, ...quiet, "--bind-addr", "127.0.0.1:0", workspace], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    code = await Workbench.open(browser!, await addressOf(server));
  });
  afterAll(async () => {
    await code?.close();
    server?.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  async function shot(name: string): Promise<void> {
    const pictures = process.env.PICTURES;
    if (pictures) await code.page.screenshot({ path: join(pictures, `desktop-${name}.png`) });
  }

  it("shows a mistake, and takes the fix", async () => {
    await code.openFile("Login.journey");
    await code.goTo(lineOf("-> success"), 10);
    await code.page.locator(".squiggly-error").first().waitFor();
    await shot("mistake");
    await code.page.keyboard.press("Control+.");
    await code.page.locator(".action-widget .monaco-list-row", { hasText: "Change to success" }).waitFor();
    await code.page.keyboard.press("Enter");
    await expect.poll(() => code.text(), patience).toBe(login);
    await code.page.keyboard.press("Control+s");
    await expect.poll(() => readFileSync(join(workspace, "Login.journey"), "utf8"), patience).toBe(login);
  });

  it("draws the journey", async () => {
    await code.goTo(1, 1);
    await code.run("Open Diagram to the Side");
    const preview = await code.webview("[data-node]");
    await preview.locator("[data-node] .title", { hasText: "Count Attempt" }).waitFor();
    await shot("diagram");
  });

  it("completes a node type, and formats", async () => {
    await code.openFile("Login.journey");
    await code.goTo(lineOf("script RateRisk") - 1, 1);
    await code.page.keyboard.type("node Hello: Messag");
    await code.suggestion("Message").waitFor();
    await shot("completion");
    await code.page.keyboard.press("Tab");
    await expect.poll(() => code.shown(), patience).toContain("node Hello: Message {");
    await code.page.keyboard.press("Escape");
    await code.run("Format Document");
    // Formatting is given up where the cursor moves.
    await expect.poll(() => code.shown(), patience).toContain("  node Hello: Message {");
    expect(await code.text()).toContain("\n  node Hello: Message {\n    true -> failure\n");
    await code.run("File: Revert File");
    await expect.poll(() => code.text(), patience).toBe(login);
  });

  it("runs a scenario from the lens above it, and all in the Test Explorer", async () => {
    await code.openFile("Login.scenarios.journey");
    await code.lens("Run").click();
    await code.page.locator(".testing-run-glyph.codicon-testing-passed-icon").first().waitFor();
    await shot("scenario");
    await code.run("View: Show Testing");
    await code.run("Test: Run All Tests with Coverage");
    await code.page.locator(".result-summary", { hasText: "9/9" }).waitFor();
    await code.page.locator(".monaco-list-row", { hasText: "rate-risk.js" }).first().waitFor();
    await shot("scenarios");
  });

  it("runs journeyc check as a task, whose findings stand in the list of problems", async () => {
    writeFileSync(join(workspace, "Wrong.journey"), "journey Wrong {\n  start -> nowhere\n}\n");
    await code.runTask("journeyc", "check");
    await code.page.locator(".terminal-tabs-entry, .single-terminal-tab", { hasText: "check" }).first().waitFor();
    await code.run("Problems: Focus on Problems View");
    const problem = code.page.locator(".markers-panel .monaco-list-row", {
      hasText: 'Journey "Wrong" has no node "nowhere"',
    });
    // One of the server and one of the task.
    await expect.poll(() => problem.count(), patience).toBe(2);
    await shot("task");
  });

  it("simulates a journey in a panel", async () => {
    await code.openFile("Login.journey");
    await code.lens("Simulate").click();
    const run = await code.webview("form");
    await run.locator("h1", { hasText: "Sign In" }).waitFor();
    await shot("simulation");
  });

  it("starts the server again", async () => {
    await code.run("Journey: Restart Language Server");
    await code.openFile("Wrong.journey");
    await code.page.locator(".squiggly-error").first().waitFor();
    await shot("restarted");
  });

  it("renames a node in all files", async () => {
    await code.openFile("Login.journey");
    await code.goTo(lineOf("node CountAttempt"), 10);
    await code.rename("CountTries");
    // What VS Code renames it saves.
    for (const name of ["Login.journey", "Login.scenarios.journey"]) {
      const renamed = readFileSync(join(projectRoot, "examples", "login", name), "utf8").replaceAll(
        "CountAttempt",
        "CountTries",
      );
      await expect.poll(() => readFileSync(join(workspace, name), "utf8"), patience).toBe(renamed);
    }
  });
});

/** The address that code-server says it listens at. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    server.stdout?.on("data", (part) => {
      said += part;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address !== undefined) found(address);
    });
    server.once("close", () => failed(new Error(`code-server ended: ${said}`)));
  });
}

/** The line of the first place of a text in the journey, from 1. */
function lineOf(part: string): number {
  return login.slice(0, login.indexOf(part)).split("\n").length;
}
