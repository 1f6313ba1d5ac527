import { build } from "esbuild";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/cli/serve/start-server.js";
import type { WorldOptions } from "../../src/runtime/world/world-options.js";
import { findBrowser } from "../support/browser.js";
import { ClientApp } from "../support/client-app.js";
import { demo } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";
import { passkeyJourney, pushJourney, socialJourney } from "../support/third-party-journeys.js";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.js";

const executablePath = findBrowser();
if (executablePath === undefined) console.warn("SKIPPED: no Chromium is here, so that the SDKs are not tried in one");

/** What an application does with each SDK, in the same words. */
const apps: Readonly<Record<string, string>> = {
  "@forgerock/javascript-sdk": `
import { Config, FRAuth, FRWebAuthn } from "@forgerock/javascript-sdk";
Config.set({ serverConfig: { baseUrl: window.platform + "/am/", timeout: 20000 }, realmPath: "alpha" });
window.client = {
  start: (tree) => FRAuth.start({ tree }),
  next: (step) => FRAuth.next(step),
  resume: (url) => FRAuth.resume(url),
  redirect: (step) => FRAuth.redirect(step),
  register: (step) => FRWebAuthn.register(step),
  authenticate: (step) => FRWebAuthn.authenticate(step),
};`,
  "@forgerock/journey-client": `
import { journey } from "@forgerock/journey-client";
import { WebAuthn } from "@forgerock/journey-client/webauthn";
const wellknown = window.platform + "/am/oauth2/alpha/.well-known/openid-configuration";
const client = await journey({ config: { serverConfig: { wellknown } } });
window.client = {
  start: (tree) => client.start({ journey: tree }),
  next: (step) => client.next(step),
  resume: (url) => client.resume(url),
  redirect: (step) => client.redirect(step),
  register: (step) => WebAuthn.register(step),
  authenticate: (step) => WebAuthn.authenticate(step),
};`,
};

async function bundled(app: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: app, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

const world: WorldOptions = {
  users: [{ ...demo, aliasList: ["google-42"] }],
  identityProviders: [{ provider: "google" }, { provider: "apple" }],
};

describe.skipIf(executablePath === undefined).each(Object.keys(apps))("%s, unmodified, in a browser", (name) => {
  let browser: Browser;
  let platform: RunningServer;
  let app: ClientApp;
  let context: BrowserContext;
  let page: Page;
  let journey = "";

  beforeAll(async () => {
    // The text of the journey is another one for each test.
    let text = "";
    let source = { model: modelOf(passkeyJourney()) };
    const current = () => {
      if (journey !== text) source = { model: modelOf(journey) };
      text = journey;
      return source;
    };
    platform = await startServer(current, { world }, { host: "127.0.0.1", port: 0 });
    const script = await bundled(apps[name] ?? "");
    const head = `<script>window.platform = "http://localhost:${platform.port}"</script>`;
    app = await ClientApp.open({
      page: () => `<!doctype html><title>App</title>${head}<script type="module" src="/app.js"></script>`,
      scripts: { "/app.js": script },
    });
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    app?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(app.origin);
    await page.waitForFunction("window.client");
    await page.request.delete(`http://localhost:${platform.port}/journeyc/world`);
  });
  afterEach(() => context?.close());

  /** Lets the application do something whose answer is the next step, and tells what it got. */
  async function take(expression: string): Promise<Taken> {
    const shown = `(async () => {
      const step = await (${expression});
      window.step = step;
      return JSON.stringify({ type: step.type, payload: step.payload, callbacks: (step.callbacks ?? []).map((each) => each.getType()) });
    })()`;
    return JSON.parse((await page.evaluate(shown)) as string) as Taken;
  }

  /** Fills in the first callback of the step, and sends it. */
  function answer(value: unknown): Promise<Taken> {
    return take(`window.step.callbacks[0].setInputValue(${JSON.stringify(value)}), window.client.next(window.step)`);
  }

  // journey-client reads no scripts: it says so itself.
  const forms = name === "@forgerock/journey-client" ? ["asScript: false"] : ["asScript: false", "asScript: true"];

  it.each(forms)("registers a security key and signs on with it: %s", async (form) => {
    journey = passkeyJourney(form);
    await addVirtualAuthenticator(page);
    await take('window.client.start("Passkey")');
    expect((await answer("demo")).type).toBe("Step");
    const ready = await take("window.client.register(window.step).then((step) => window.client.next(step))");
    expect(ready.callbacks).toEqual(["TextOutputCallback", "ConfirmationCallback"]);
    await take("window.step.callbacks[1].setInputValue(0), window.client.next(window.step)");
    const done = await take("window.client.authenticate(window.step).then((step) => window.client.next(step))");
    expect(done).toMatchObject({ type: "LoginSuccess", payload: { tokenId: expect.any(String) } });
  });

  it("goes to an identity provider and comes back", async () => {
    journey = socialJourney;
    const signOn = async (press: () => Promise<void>) => {
      await page.goto(app.origin);
      await page.waitForFunction("window.client");
      expect((await take('window.client.start("Social")')).callbacks).toEqual(["SelectIdPCallback"]);
      expect((await answer("google")).callbacks).toEqual(["RedirectCallback"]);
      await page.evaluate("void window.client.redirect(window.step)");
      await page.getByRole("heading", { name: "Sign in with google" }).waitFor();
      await press();
      await page.waitForURL(`${app.origin}/*`);
      await page.waitForFunction("window.client");
      return take("window.client.resume(location.href)");
    };
    const known = await signOn(() => page.getByRole("button", { name: "demo" }).click());
    expect(known).toMatchObject({ type: "LoginSuccess", payload: { tokenId: expect.any(String) } });
    await context.clearCookies();
    const invented = await signOn(async () => {
      for (const name of ["userName", "givenName", "sn", "mail"])
        await page.getByLabel(name).fill(`new-${name}@example.com`);
      await page.getByRole("button", { name: "Sign in" }).click();
    });
    expect(invented).toMatchObject({ type: "LoginSuccess", payload: { tokenId: expect.any(String) } });
  });

  it.each([
    ["approves", 'pushType: "DEFAULT"', { answer: "approve" }, "LoginSuccess"],
    ["denies", 'pushType: "DEFAULT"', { answer: "deny" }, "LoginFailure"],
    ["taps the number", 'pushType: "CHALLENGE"', { answer: "approve" }, "LoginSuccess"],
  ])("waits for a phone that %s", async (_, settings, given, type) => {
    journey = pushJourney(settings);
    const tap = async (data: object) => {
      const taken = await page.request.post(`http://localhost:${platform.port}/journeyc/push`, { data });
      expect(taken.status()).toBe(204);
      await page.request.post(`http://localhost:${platform.port}/journeyc/clock`, { data: { advance: "6 seconds" } });
    };
    await take('window.client.start("Push")');
    expect((await answer("demo")).callbacks).toContain("PollingWaitCallback");
    await tap({ answer: "approve" });
    const waiting = await take("window.client.next(window.step)");
    expect(waiting.callbacks[0]).toBe("PollingWaitCallback");
    const number = await page.evaluate(
      `window.step.callbacks.find((each) => each.getType() === "HiddenValueCallback")?.getOutputByName("value", "")`,
    );
    await tap({ ...given, ...(number !== undefined && { number: Number(number) }) });
    expect((await take("window.client.next(window.step)")).type).toBe(type);
  });
});

interface Taken {
  readonly type: string;
  readonly payload: object;
  readonly callbacks: readonly string[];
}
