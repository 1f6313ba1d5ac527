import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { findBrowser } from "../support/browser.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";

const guide = readFileSync(join(projectRoot, "docs", "serve.md"), "utf8");
const folder = join(projectRoot, ".vitest", "serve");
mkdirSync(folder, { recursive: true });

/** Writes the examples of the guide as files, by the names that it gives them. */
const files = new Map(
  fencedBlocks(guide).flatMap(({ language, text }) => {
    const name = /^(?:[jt]s|journey) file=(.+)$/.exec(language)?.[1];
    return name === undefined ? [] : [[name, text] as const];
  }),
);
/** As it would be in a project of its own. */
const placed = (text: string) =>
  text
    .replace('"@playwright/test"', '"./playwright.js"')
    .replace('["bind-device.journey"]', JSON.stringify([join(folder, "bind-device.journey")]));
for (const [name, text] of files) writeFileSync(join(folder, name), placed(text));
// Of Playwright's own runner, what the fixture takes: a function that gets the fixtures.
writeFileSync(join(folder, "playwright.js"), "export const test = { extend: (fixtures) => fixtures };\n");

test("the examples of docs/serve.md are these", () => {
  expect([...files.keys()]).toEqual([
    "reset-password.test.ts",
    "bind-device.journey",
    "device-binding.test.ts",
    "fixtures.ts",
    "handler.js",
  ]);
});

test("handler.js prints the header of the first step", async () => {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => void lines.push(words.join(" ")));
  await import(/* @vite-ignore */ join(folder, "handler.js")).finally(() => log.mockRestore());
  expect(lines).toEqual(["Reset Password"]);
});

// Their tests become tests of this file.
await import(/* @vite-ignore */ join(folder, "reset-password.test.ts"));
await import(/* @vite-ignore */ join(folder, "device-binding.test.ts"));

type Fixture = (given: { context: BrowserContext }, use: () => Promise<void>) => Promise<void>;

test.skipIf(findBrowser() === undefined)(
  "with fixtures.ts, a page signs its user on at the address of its tenant",
  async () => {
    const { test: fixtures } = await import(/* @vite-ignore */ join(folder, "fixtures.ts"));
    const [fixture] = fixtures.handler as [Fixture];
    const browser = await chromium.launch({ executablePath: findBrowser()!, args: ["--no-sandbox"] });
    onTestFinished(() => browser.close());
    const context = await browser.newContext();
    await context.route("https://app.example.com/**", (route) =>
      route.fulfill({ body: "<title>App</title>", contentType: "text/html" }),
    );
    await fixture({ context }, async () => {
      const page = await context.newPage();
      await page.goto("https://app.example.com/");
      const done = await page.evaluate(async () => {
        const send = async (body?: string) => {
          const headers = { "content-type": "application/json" };
          const address = "https://tenant.example.com/am/json/realms/root/realms/alpha/authenticate";
          return (
            await fetch(address, { method: "POST", headers, credentials: "include", ...(body && { body }) })
          ).json();
        };
        const step = (await send()) as { callbacks: { input: { value: string }[] }[] };
        step.callbacks[0]!.input[0]!.value = "demo";
        step.callbacks[1]!.input[0]!.value = "Passw0rd-1";
        return send(JSON.stringify(step)) as Promise<{ tokenId: string }>;
      });
      const cookies = await context.cookies("https://tenant.example.com");
      expect(cookies.find(({ name }) => name === "iPlanetDirectoryPro")).toMatchObject({
        value: done.tokenId,
        httpOnly: true,
      });
    });
  },
);
