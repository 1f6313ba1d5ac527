import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/cli/serve/start-server.js";
import type { Message } from "../../src/runtime/world/outbox.js";
import { findBrowser } from "../support/browser.js";
import { ClientApp } from "../support/client-app.js";
import { demo, exampleJourneys } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";
import { passkeyJourney, pushJourney, socialJourney } from "../support/third-party-journeys.js";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.js";

const executablePath = findBrowser();
if (executablePath === undefined) console.warn("SKIPPED: no Chromium is here, so that the login widget is not tried");

const widget = readFileSync(
  createRequire(import.meta.url)
    .resolve("@forgerock/login-widget")
    .replace(/index\.cjs$/, "index.js"),
  "utf8",
);

/**
 * An application with the widget as its README shows it: tokens and user information are what it asks for by default. Links of mails and
 * identity providers lead back to it.
 */
function appPage(platform: string): string {
  return `<!doctype html>
<html lang="en">
<body>
<div id="widget"></div>
<script type="module">
import Widget, { configuration, journey } from "/widget.js";
const query = new URLSearchParams(location.search);
configuration().set({
  forgerock: {
    serverConfig: { baseUrl: "${platform}/am/", timeout: 20000 },
    clientId: "app",
    redirectUri: location.origin + "/callback",
    scope: "openid profile email",
    realmPath: "alpha",
    tree: query.get("tree") ?? query.get("authIndexValue") ?? "Login",
  },
  links: { termsAndConditions: "/terms" },
});
new Widget({ target: document.getElementById("widget"), props: { type: "inline" } });
const events = journey();
events.subscribe((event) => {
  window.latest = event;
  window.hadSession ||= event.journey?.successful === true;
});
const isBack = query.has("suspendedId") || query.has("code");
events.start(isBack ? { resumeUrl: location.href } : undefined);
</script>
</body>
</html>`;
}

describe.skipIf(executablePath === undefined).each(["another origin", "the same origin"])(
  "the login widget, unmodified, on a page of %s",
  (place) => {
    let browser: Browser;
    let platform: RunningServer;
    let address = "";
    let app: ClientApp;
    let context: BrowserContext;
    let page: Page;

    beforeAll(async () => {
      const isOwn = place === "the same origin";
      app = await ClientApp.open({
        page: (path) => (path.startsWith("/callback") ? "" : appPage(address)),
        scripts: { "/widget.js": widget },
        ...(isOwn && { platformPort: () => platform?.port }),
      });
      const examples = await Promise.all(["login", "registration", "reset-password"].map(exampleJourneys));
      const texts = [passkeyJourney("asScript: false"), pushJourney(), socialJourney];
      const models = [...examples.map(({ model }) => model), ...texts.map((text) => modelOf(text))];
      const model = { ...models[0]!, journeys: models.flatMap(({ journeys }) => journeys) };
      const world = {
        users: [{ ...demo, aliasList: ["google-42"] }],
        identityProviders: [{ provider: "google" }, { provider: "apple" }],
        oauth2Clients: [{ clientId: "app", redirectUris: [`${app.origin}/callback`] }],
        urls: { base: app.origin },
      };
      platform = await startServer(() => ({ model }), { world }, { host: "127.0.0.1", port: 0 });
      address = isOwn ? app.origin : `http://localhost:${platform.port}`;
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
      await page.request.delete(`${address}/journeyc/world`);
    });
    afterEach(() => context?.close());

    const open = (tree: string) => page.goto(`${app.origin}/?tree=${tree}`);
    const next = () => page.locator("button[type=submit]").click();
    // biome-ignore lint/suspicious/noExplicitAny: what the widget tells is looked at, not typed.
    const latest = (): Promise<any> => page.evaluate("JSON.parse(JSON.stringify(window.latest))");
    const signedOn = () => expect.poll(async () => (await latest()).user?.successful, patience).toBe(true);
    const failed = () => expect.poll(async () => (await latest()).journey?.error?.code, patience).toBe(401);
    const outbox = async () => (await page.request.get(`${address}/journeyc/outbox`)).json() as Promise<Message[]>;
    const control = (path: string, data: object) => page.request.post(`${address}/journeyc/${path}`, { data });

    async function signOn(password: string): Promise<void> {
      await page.locator("input[type=text]").fill("demo");
      await page.locator("input[type=password]").fill(password);
      await next();
    }

    /** Asks for a mail and follows its link. */
    async function followLink(): Promise<void> {
      await open("ResetPassword");
      await page.getByLabel("Email Address").fill(demo.mail);
      await next();
      await page.getByText("An email has been sent").waitFor();
      const [mail] = await outbox();
      await page.goto(mail?.resumeUri ?? "");
    }

    it("refuses a wrong password, then signs in and gets tokens and the user's claims", async () => {
      await open("Login");
      await signOn("wrong");
      // The same page comes again, with an empty password.
      await expect.poll(() => page.locator("input[type=password]").inputValue(), patience).toBe("");
      await signOn(demo.password);
      await signedOn();
      const { oauth, user } = await latest();
      expect(oauth.response).toMatchObject({ accessToken: expect.any(String), idToken: expect.any(String) });
      expect(user.response).toMatchObject({ given_name: "Demo", family_name: "User", email: demo.mail });
    });

    it("resets a password by the mailed link, after a weak one, and the link works once", async () => {
      await followLink();
      const link = page.url();
      await page.locator("input[type=password]").fill("weak");
      await next();
      // Its only words for these requirements: facts/clients.md.
      await page.getByText("Please check this value").first().waitFor();
      await page.locator("input[type=password]").fill("New-passw0rd");
      await next();
      await signedOn();
      await context.clearCookies();
      await page.goto(link);
      await failed();
      await open("Login");
      await signOn("New-passw0rd");
      await signedOn();
    });

    it("shows the same for an address that nobody has, and nothing is mailed", async () => {
      await open("ResetPassword");
      await page.getByLabel("Email Address").fill("nobody@example.com");
      await next();
      await page.getByText("An email has been sent").waitFor();
      expect(await outbox()).toEqual([]);
    });

    it("is refused with an invented link", async () => {
      await page.goto(`${app.origin}/?authIndexValue=ResetPassword&suspendedId=invented`);
      await failed();
    });

    it("is told when the password cannot be stored", async () => {
      await followLink();
      await page.request.put(`${address}/journeyc/stubs`, { data: { SavePassword: "FAILURE" } });
      await page.locator("input[type=password]").fill("New-passw0rd");
      await next();
      await failed();
    });

    it("is locked out after three wrong passwords", async () => {
      await open("Login");
      for (const _ of [1, 2, 3]) {
        await signOn("wrong");
        await expect.poll(() => page.locator("input[type=password]").inputValue(), patience).toBe("");
      }
      await signOn("wrong");
      await failed();
      const { users } = await (await page.request.get(`${address}/journeyc/world`)).json();
      expect(users[0].accountStatus).toBe("inactive");
    });

    it("opens an account", async () => {
      await open("Registration");
      const values = {
        Username: "anna",
        "First name": "Anna",
        "Last name": "Arbor",
        "Email address": "anna@example.com",
      };
      for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
      await page.locator("input[type=password]").fill("Spring-2026");
      await page.locator("input[type=checkbox]").check({ force: true });
      await next();
      await expect.poll(async () => (await outbox()).length, patience).toBe(1);
      await page.goto((await outbox())[0]?.resumeUri ?? "");
      await signedOn();
    });

    it("registers a security key and signs on with it", async () => {
      await addVirtualAuthenticator(page);
      await open("Passkey");
      await page.getByLabel("Username").fill("demo");
      await next();
      await page.getByRole("heading", { name: "Name your device" }).waitFor();
      await next();
      await page.getByText("Sign on now").waitFor();
      await page.getByRole("button", { name: "Yes" }).click();
      // The widget answers again with each change of its state, hundreds of times on a slow machine, and each session that it gets puts
      // off its tokens. That a session comes is what is asked here; tokens are asked of the other journeys.
      await expect.poll(() => page.evaluate("window.hadSession"), patience).toBe(true);
    });

    it("goes to an identity provider and comes back", async () => {
      await open("Social");
      await page.getByRole("button", { name: /google/i }).click();
      await page.getByRole("button", { name: "demo" }).click();
      await signedOn();
      expect((await latest()).user.response).toMatchObject({ email: demo.mail });
    });

    const phones = [
      ["approves", "approve", signedOn],
      ["denies", "deny", failed],
    ] as const;
    // To deny once is enough.
    it.each(place === "another origin" ? phones : phones.slice(0, 1))(
      "waits for a phone that %s",
      async (_, answer, done) => {
        // The widget comes back every five seconds: for a timer of so long, the page's clock runs faster.
        await page.addInitScript(() => {
          const { setTimeout } = globalThis;
          const sooner = (task: (...values: unknown[]) => void, wait?: number, ...values: unknown[]) =>
            setTimeout(task, wait === 5000 ? 200 : wait, ...values);
          Object.assign(globalThis, { setTimeout: sooner });
        });
        await open("Push");
        await page.getByLabel("Username").fill("demo");
        await next();
        for (const each of ["approve", answer]) {
          await expect.poll(async () => (await control("push", { answer: each })).status(), patience).toBe(204);
          await control("clock", { advance: "6 seconds" });
        }
        await done();
      },
    );
  },
);

const patience = { timeout: 30_000 };
