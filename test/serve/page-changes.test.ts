import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/cli/serve/start-server.js";
import { createDiagnostic } from "../../src/diagnostics/diagnostic.js";
import type { JourneysToServe } from "../../src/serve/journeys.js";
import { findBrowser } from "../support/browser.js";
import { demo, exampleJourneys } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";

const executablePath = findBrowser();
if (executablePath === undefined) console.warn("SKIPPED: no Chromium is here, so that the page of serve is not tried");

const more = `journey Inner {
  innerTreeOnly: true
  start -> success
}

journey Away {
  start -> Tell
  node Tell: Message {
    message.en: "Go on at https://login.example.com/authorize?${"state".repeat(60)}"
    true -> success
    false -> failure
  }
}
`;

describe.skipIf(executablePath === undefined)("the page of serve", () => {
  let browser: Browser;
  let server: RunningServer;
  let page: Page;
  let examples: JourneysToServe;
  let source: JourneysToServe;

  beforeAll(async () => {
    const folders = await Promise.all(["login", "reset-password"].map(exampleJourneys));
    const journeys = [...folders.flatMap(({ model }) => model.journeys), ...modelOf(more).journeys];
    examples = { model: { ...folders[0]!.model, journeys } };
    source = examples;
    server = await startServer(() => source, { world: { users: [demo] } }, { host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  beforeEach(async () => {
    source = examples;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
  });
  afterEach(() => page.context().close());

  const visit = (path: string) => page.goto(`http://localhost:${server.port}${path}`);
  const focused = () => page.evaluate<string>("document.activeElement?.textContent");
  const next = () => page.getByRole("button", { name: "Next" }).click();

  it("shows a change of what is served, though nobody sends a request", async () => {
    await visit("/");
    await page.getByRole("button", { name: "ResetPassword", exact: true }).waitFor();
    const { journeys } = examples.model;
    const broken = createDiagnostic("missing-start", journeys.find(({ id }) => id === "ResetPassword")!.place, {
      journey: "ResetPassword",
    });
    source = { ...examples, diagnostics: [broken] };
    await page.getByText("1 finding").waitFor();
    expect(await page.getByRole("button", { name: "ResetPassword not served" }).isDisabled()).toBe(true);
    const added = modelOf("journey Added { start -> success }").journeys;
    source = { model: { ...examples.model, journeys: [...journeys, ...added] } };
    await page.getByRole("button", { name: "Added", exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "ResetPassword", exact: true }).isEnabled()).toBe(true);
    expect(await page.getByText("1 finding").count()).toBe(0);
  });

  it("tells of a journey that no client may start why", async () => {
    await visit("/");
    const inner = page.getByRole("button", { name: "Inner inner only" });
    await inner.waitFor();
    expect(await inner.isDisabled()).toBe(true);
  });

  it("tells clients as ended that a new world, or another journey, has left behind", async () => {
    await visit("/");
    await page.getByRole("button", { name: "Login", exact: true }).click();
    await page.getByRole("button", { name: "Login this page waiting" }).waitFor();
    source = { model: modelOf("journey Login { start -> success }") };
    await page.getByRole("button", { name: "Login this page ended" }).waitFor();
    source = examples;
    await page.getByLabel("User Name").fill("demo");
    await fetch(`http://localhost:${server.port}/journeyc/world`, { method: "DELETE" });
    await next();
    await page.getByText("Session has timed out", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Login this page ended" }).waitFor();
    expect(await page.getByRole("button", { name: /Login .*waiting/ }).count()).toBe(0);
  });

  it.each(["/am/XUI/#logout/", "/am/XUI/?realm=/alpha#logout"])("ends the session at %s", async (address) => {
    await visit("/am/XUI/");
    await page.getByLabel("User Name").fill("demo");
    await page.getByLabel("Password", { exact: true }).fill(demo.password);
    await next();
    await page.getByText("You are signed in.").waitFor();
    const sessions = async () =>
      ((await (await fetch(`http://localhost:${server.port}/journeyc/sessions`)).json()) as { sessions: object[] })
        .sessions.length;
    expect(await sessions()).toBe(1);
    // Another tab: a change of the hash alone loads nothing.
    await visit("/");
    await visit(address);
    await page.getByText("You are signed out.").waitFor();
    expect(await sessions()).toBe(0);
    await page.reload();
    await page.getByText("Nobody was signed in.").waitFor();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("User Name").waitFor();
  });

  it("begins the journey that a new hash names", async () => {
    await visit("/am/XUI/");
    await page.getByLabel("User Name").waitFor();
    await page.evaluate("location.hash = '#/service/ResetPassword'");
    await page.getByLabel("Email Address").waitFor();
    await page.evaluate("location.hash = '#logout/'");
    await page.getByText("Nobody was signed in.").waitFor();
  });

  it("keeps the focus where a step has only a message, and where a journey has ended", async () => {
    await visit("/am/XUI/#/service/ResetPassword");
    await page.getByLabel("Email Address").fill(demo.mail);
    await page.keyboard.press("Enter");
    await page.getByText("An email has been sent").waitFor();
    await expect.poll(focused).toContain("An email has been sent");
    expect(await page.evaluate("document.activeElement.tagName")).toBe("P");

    await visit("/");
    await page.getByRole("button", { name: "Login", exact: true }).click();
    await page.getByLabel("User Name").fill("demo");
    await page.getByLabel("Password", { exact: true }).fill(demo.password);
    await page.keyboard.press("Enter");
    await page.getByText("You are signed in.").waitFor();
    await expect.poll(focused).toBe("You are signed in.");
  });

  it("wraps a long address in its card", async () => {
    await visit("/");
    await page.getByRole("button", { name: "Away", exact: true }).click();
    await page.getByText("Go on at").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    const fits = "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)";
    expect(await page.evaluate(`${fits}(document.querySelector(".stage > section"))`)).toBe(true);
  });
});
