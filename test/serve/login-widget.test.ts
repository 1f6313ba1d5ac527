import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/cli/serve/start-server.js";
import { findBrowser } from "../support/browser.js";
import { demo, exampleJourneys } from "../support/served.js";

const executablePath = findBrowser();
if (executablePath === undefined) console.warn("SKIPPED: no Chromium is here, so that the login widget is not tried");

const widget = readFileSync(
  createRequire(import.meta.url)
    .resolve("@forgerock/login-widget")
    .replace(/index\.cjs$/, "index.js"),
);

/** An application with the widget as its README shows it: tokens and user information are what it asks for by default. */
function appPage(platform: string, tree: string): string {
  return `<!doctype html>
<html lang="en">
<body>
<div id="widget"></div>
<script type="module">
import Widget, { configuration, journey } from "/widget.js";
configuration().set({
  forgerock: {
    serverConfig: { baseUrl: "${platform}/am/", timeout: 20000 },
    clientId: "app",
    redirectUri: location.origin + "/callback",
    scope: "openid profile email",
    realmPath: "alpha",
    tree: "${tree}",
  },
});
new Widget({ target: document.getElementById("widget"), props: { type: "inline" } });
const events = journey();
events.subscribe((event) => { window.latest = event; });
events.start();
</script>
</body>
</html>`;
}

describe.skipIf(executablePath === undefined)("the login widget, unmodified, on a page of another origin", () => {
  let browser: Browser;
  let platform: RunningServer;
  let app: Server;
  let origin: string;
  let page: Page;

  beforeAll(async () => {
    let address = "";
    app = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
      const isWidget = pathname === "/widget.js";
      response.setHeader("content-type", isWidget ? "text/javascript" : "text/html");
      response.end(
        isWidget ? widget : pathname === "/callback" ? "" : appPage(address, searchParams.get("tree") ?? "Login"),
      );
    });
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    origin = `http://localhost:${(app.address() as AddressInfo).port}`;
    const login = await exampleJourneys("login");
    const reset = await exampleJourneys("reset-password");
    const journeys = {
      ...login,
      model: { ...login.model, journeys: [...login.model.journeys, ...reset.model.journeys] },
    };
    const world = { users: [demo], oauth2Clients: [{ clientId: "app", redirectUris: [`${origin}/callback`] }] };
    platform = await startServer(() => journeys, { world }, { host: "127.0.0.1", port: 0 });
    address = `http://localhost:${platform.port}`;
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    });
    page = await browser.newPage();
    page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    app?.closeAllConnections();
    app?.close();
  });

  // biome-ignore lint/suspicious/noExplicitAny: what the widget tells is looked at, not typed.
  const latest = (): Promise<any> => page.evaluate("JSON.parse(JSON.stringify(window.latest))");

  it("refuses a wrong password, then signs in and gets tokens and the user's claims", async () => {
    await page.goto(`${origin}/?tree=Login`);
    await page.locator("input[type=text]").fill("demo");
    await page.locator("input[type=password]").fill("wrong");
    await page.locator("button[type=submit]").click();
    // The same page comes again, with an empty password.
    await expect.poll(() => page.locator("input[type=password]").inputValue(), { timeout: 30_000 }).toBe("");
    await page.locator("input[type=text]").fill("demo");
    await page.locator("input[type=password]").fill(demo.password);
    await page.locator("button[type=submit]").click();
    await expect.poll(async () => (await latest()).user?.successful, { timeout: 30_000 }).toBe(true);
    const { oauth, user } = await latest();
    expect(oauth.response).toMatchObject({ accessToken: expect.any(String), idToken: expect.any(String) });
    expect(user.response).toMatchObject({ given_name: "Demo", family_name: "User", email: demo.mail });
  });

  it("shows that a mail was sent", async () => {
    await page.goto(`${origin}/?tree=ResetPassword`);
    await page.getByLabel("Email Address").fill(demo.mail);
    await page.locator("button[type=submit]").click();
    await page.getByText("An email has been sent").waitFor();
  });
});
