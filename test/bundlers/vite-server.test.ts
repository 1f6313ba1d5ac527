import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import vitePlugin from "../../src/bundlers/vite.js";
import { BrowserPage, findBrowser } from "../support/browser.js";
import { projectRoot } from "../support/read-project.js";
import { appFolder, examplesOf, outer, script } from "./app-folder.js";

const browser = findBrowser();
if (browser === undefined) {
  console.warn(
    "SKIPPED: hot update and error overlay of Vite were not tried in a browser, because no Chromium was found (set CHROMIUM)",
  );
}

const example = readFileSync(join(projectRoot, "examples", "reset-password", "ResetPassword.journey"), "utf8");
const page = `<!doctype html><title>App</title><p id="path"></p><p id="script"></p><script type="module" src="/page.js"></script>`;

/** Shows the journey that it imports, and takes updates of it without loading the page again. */
const pageScript = `import { start, stepsOf, take } from "journeyc/runtime";
import { Outer } from "./journeys/Outer.journey";

show(Outer);
import.meta.hot.accept("./journeys/Outer.journey", (changed) => show(changed.Outer));

function show(machine) {
  const walk = take(start(machine), machine.initial, "outcome");
  document.getElementById("path").textContent = stepsOf(walk).map(({ state }) => state).join(" ");
  document.getElementById("script").textContent = machine.meta.scripts[0].body;
}
`;

/** A busy machine takes its time. */
const patience = { timeout: 60_000 };

describe.skipIf(browser === undefined)("Vite's server in a browser (SKIPPED where there is no Chromium)", () => {
  let shown: BrowserPage;
  beforeAll(async () => {
    shown = await BrowserPage.start(browser!);
  });
  afterAll(() => shown.close());

  const text = (id: string) => shown.evaluate(`document.getElementById("${id}")?.textContent`);
  const overlay = (part: string) =>
    shown.evaluate(
      `document.querySelector("vite-error-overlay")?.shadowRoot.querySelector("${part}").textContent ?? ""`,
    );

  it("updates the page after each change, and shows errors over it until they are mended", async () => {
    const folder = appFolder({
      "index.html": page,
      "page.js": pageScript,
      "example.html": page.replace("/page.js", "/example.js"),
      "example.js": examplesOf("bundlers.md").get("page.js")?.text ?? "",
      "ResetPassword.journey": example,
    });
    const server = await startServer(folder);
    const address = server.resolvedUrls!.local[0]!;
    const write = (name: string, content: string) => replaceFile(join(folder, "journeys", name), content);
    await shown.visit(address);
    await expect.poll(() => text("path"), patience).toBe("Ask");
    expect(await text("script")).toBe(script);
    await shown.evaluate("window.isSamePage = true");

    write("Outer.journey", outer.replaceAll("Ask", "Question"));
    await expect.poll(() => text("path"), patience).toBe("Question");
    write("scripts/judge.js", `${script}// changed\n`);
    await expect.poll(() => text("script"), patience).toBe(`${script}// changed\n`);

    // Vite's watcher tells also of files that were written just before it began: how often it updates would be no measure.
    const module = await server.environments.client.moduleGraph.getModuleByUrl("/journeys/Outer.journey");
    const watched = [...(module?.importedModules ?? [])].map(({ file }) => file);
    expect(watched.toSorted()).toEqual([`${folder}/journeys/Inner.journey`, `${folder}/journeys/scripts/judge.js`]);

    write("Outer.journey", outer.replace("-> Judge", "-> Jugde"));
    await expect.poll(() => overlay(".message-body"), patience).toContain('no node "Jugde" (unresolved-target)');
    expect(await overlay(".plugin")).toContain("[plugin:journeyc]");
    expect(await overlay(".file")).toContain(`${folder}/journeys/Outer.journey:7:7`);
    expect(await overlay(".frame")).toMatch(/^7 \| {5}-> Jugde\n {2}\| {8}\^{5}$/m);

    write("Outer.journey", outer);
    await expect.poll(() => overlay(".message-body"), patience).toBe("");
    await expect.poll(() => text("path"), patience).toBe("Ask");
    expect(await shown.evaluate("window.isSamePage")).toBe(true);

    // The example of docs/bundlers.md.
    await shown.visit(new URL("example.html", address).href);
    await expect.poll(() => shown.evaluate("document.title"), patience).toContain("AskEmail, FindUser");
    replaceFile(join(folder, "ResetPassword.journey"), example.replaceAll("FindUser", "SeekUser"));
    await expect.poll(() => shown.evaluate("document.title"), patience).toContain("AskEmail, SeekUser");
  });
});

async function startServer(folder: string): Promise<ViteDevServer> {
  const { createServer } = await import("vite");
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: "silent",
    plugins: [vitePlugin()],
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port: 0 },
  });
  onTestFinished(() => server.close());
  return server.listen();
}

/** As editors save: what watches must not find half of a text. */
function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
