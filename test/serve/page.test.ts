import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pageModule } from "../../scripts/build-page.mjs";
import { type RunningServer, startServer } from "../../src/cli/serve/start-server.js";
import { createDiagnostic } from "../../src/diagnostics/diagnostic.js";
import { openJourneys } from "../../src/project/open-journeys.js";
import { findBrowser } from "../support/browser.js";
import { demo } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.js";

it("is bundled as its sources are (node scripts/build-page.mjs makes it anew)", async () => {
  const file = join(import.meta.dirname, "../../src/serve/page.generated.ts");
  expect(readFileSync(file, "utf8")).toBe(await pageModule());
});

const executablePath = findBrowser();
if (executablePath === undefined) console.warn("SKIPPED: no Chromium is here, so that the page of serve is not tried");

/** All kinds of callbacks that a form has a control for, and a node that cannot run here. */
const everything = `journey Everything {
  start -> Form
  page Form {
    node Name: UsernameCollector
    node Secret: PasswordCollector
    node Attributes: AttributeCollector { attributesToCollect: ["mail", "preferences/updates", "age"] }
    node Questions: KbaCreate { message.en: "Question" }
    node Terms: AcceptTermsAndConditions
    node Colour: ChoiceCollector {
      prompt: "Colour"
      choices: ["red", "green"]
      defaultChoice: "red"
    }
    red, green -> Lucky
  }
  node Lucky: Message {
    message.en: "Do you feel lucky?"
    messageYes.en: "Certainly"
    messageNo.en: "Hardly"
    true -> Captcha
    false -> failure
  }
  node Captcha: product-CaptchaNode {
    siteKey: "key"
    secretKey: "secret"
    true -> Verify
    false -> failure
  }
  node Verify: YubicoOTPVerify {
    Success -> success
    Failure -> failure
  }
}
`;

/** Ends in an error before anything is shown. */
const abrupt = `journey Abrupt {
  start -> Check
  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

const passkey = `journey Passkey {
  start -> Who
  page Who {
    node Name: UsernameCollector
    -> Register
  }
  node Register: WebAuthnRegistration {
    success -> SignIn
    unsupported, failure, error -> failure
  }
  node SignIn: WebAuthnAuthentication {
    asScript: false
    success -> success
    unsupported, noDevice, failure, error -> failure
  }
}
`;

describe.skipIf(executablePath === undefined)("the page of serve", () => {
  let browser: Browser;
  let server: RunningServer;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    const examples = await openJourneys([join(import.meta.dirname, "../../examples")]);
    const more = [everything, abrupt, passkey].flatMap((text) => modelOf(text).journeys);
    const [first] = more;
    // As `check` would tell it: the page shows findings, whatever they say.
    const told = createDiagnostic("missing-start", first!.place, { journey: "Everything" }, { severity: "warning" });
    const journeys = {
      ...examples,
      model: { ...examples.model, journeys: [...examples.model.journeys, ...more] },
      diagnostics: [told],
    };
    const world = {
      users: [demo],
      schema: {
        age: { title: "Age", type: "number" as const },
        "preferences/updates": { title: "Updates", type: "boolean" as const },
      },
      terms: { version: "1", text: "Be kind." },
      kba: { questions: { "1": { en: "First pet?" } } },
    };
    const deliver = () => Promise.reject(new Error("connect ECONNREFUSED 127.0.0.1:1025"));
    server = await startServer(() => journeys, { world, deliver }, { host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path = "/", options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    const opened = await context.newPage();
    opened.setDefaultTimeout(60_000);
    opened.on("pageerror", ({ message }) => problems.push(message));
    opened.on("console", (message) => {
      // A refused sign-on is an answer; the browser reports its status all the same.
      if (message.type() === "error" && !/40[14]/.test(message.text())) problems.push(message.text());
    });
    await opened.goto(`http://localhost:${server.port}${path}`);
    return opened;
  }

  beforeEach(async () => {
    page = await open();
  });
  afterEach(async () => {
    await page.context().close();
    expect(problems.splice(0)).toEqual([]);
  });

  const next = (on = page): Promise<void> => on.getByRole("button", { name: "Next" }).click();

  it("plays a journey with its mail, a weak password and the way back", async () => {
    await page.getByRole("button", { name: "ResetPassword", exact: true }).click();
    await page.getByLabel("Email Address").fill(demo.mail);
    await next();
    await page.getByText("An email has been sent").waitFor();
    await page.getByRole("tab", { name: /Messages/ }).click();
    await page.getByText(`to ${demo.mail}`).waitFor();
    await page.getByText("Not handed to the SMTP server: connect ECONNREFUSED 127.0.0.1:1025").waitFor();
    await page.getByRole("button", { name: "Follow the link" }).click();
    await page.getByLabel("Password", { exact: true }).fill("short");
    await next();
    await page.getByText("At least 8 characters.").waitFor();
    await page.getByLabel("Password", { exact: true }).fill("Str0ng-Passw0rd");
    await next();
    await page.getByText("You are signed in.").waitFor();

    await page.getByRole("tab", { name: /Path/ }).click();
    const path = page.getByRole("tabpanel", { name: "Path and state" });
    await path.getByText("SavePassword").waitFor();
    expect(await path.getByRole("row", { name: 'username shared none "demo"' }).count()).toBe(1);
    expect(await page.locator(".graph .visited").count()).toBe(5);

    await page.getByRole("button", { name: "Back to the step before" }).click();
    await page.getByLabel("Password", { exact: true }).fill("An0ther-Passw0rd");
    await next();
    await page.getByText("You are signed in.").waitFor();
    await page.getByRole("tab", { name: /Users/ }).click();
    await page.getByText("demo demo@example.com").click();
    await page.getByText('"password": "An0ther-Passw0rd"').waitFor();
  });

  it("has a control for each kind of callback, and asks for the outcome of a node that cannot run", async () => {
    await page.getByRole("button", { name: "Everything", exact: true }).click();
    await page.getByLabel("User Name").fill("demo");
    await page.getByLabel("Password", { exact: true }).fill("secret");
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByLabel("Email Address").fill("a@example.com");
    await page.getByLabel("Updates").check();
    await page.getByLabel("Age", { exact: true }).fill("41");
    for (const question of await page.getByLabel("Question", { exact: true }).all())
      await question.selectOption({ index: 1 }).catch(() => question.fill("First pet?"));
    for (const answer of await page.getByLabel("Answer").all()) await answer.fill("Rex");
    await page.getByLabel(/I accept the terms/).check();
    await page.getByLabel("Colour").selectOption("green");
    await next();
    await page.getByRole("button", { name: "Certainly" }).click();
    await next();
    await page.getByLabel("Outcome of Verify").selectOption("Success");
    await next();
    await page.getByText("You are signed in.").waitFor();
  });

  it("registers a security key of the browser, and signs in with it", async () => {
    await addVirtualAuthenticator(page);
    await page.getByRole("button", { name: "Passkey", exact: true }).click();
    await page.getByLabel("User Name").fill("demo");
    await next();
    await page.getByRole("button", { name: "Register a security key" }).click();
    await page.getByRole("button", { name: "Sign in with a security key" }).click();
    await page.getByText("You are signed in.").waitFor();
  });

  it("shows what other clients do, as it happens", async () => {
    const address = `http://localhost:${server.port}/am/json/alpha/authenticate?authIndexType=service&authIndexValue=Login`;
    await page.getByText("live").waitFor();
    const before = await page.getByRole("button", { name: /Login .*waiting/ }).count();
    await fetch(address, { method: "POST" });
    await page
      .getByRole("button", { name: /Login .*waiting/ })
      .nth(before)
      .waitFor();
    await page
      .getByRole("button", { name: /Login .*waiting/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "Login", exact: true }).waitFor();
  });

  it("is where the links of mails lead, and where a user signs in for an application", async () => {
    const other = await open(
      "/@fresh/am/XUI/?realm=/alpha&authIndexType=service&authIndexValue=Login&goto=/enduser/app",
    );
    await other.getByLabel("User Name").fill("demo");
    await other.getByLabel("Password", { exact: true }).fill(demo.password);
    await next(other);
    await other.waitForURL("**/enduser/app");
    await other.context().close();
  });

  it("shows findings, and what a journey has done that ended in its first request", async () => {
    await page.getByText("1 finding").click();
    await page.getByText("missing-start").waitFor();
    await page.getByRole("button", { name: "Abrupt", exact: true }).click();
    await page.getByRole("heading", { name: "Failure" }).waitFor();
    await page.getByRole("tabpanel", { name: "Path and state" }).getByText("Check").waitFor();
    await page.getByText("Unable to authenticate").first().waitFor();
  });

  it("is used by keyboard alone", async () => {
    await page.getByRole("button", { name: "ResetPassword", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Email Address").waitFor();
    await expect.poll(() => page.evaluate("document.activeElement?.tagName")).toBe("INPUT");
    await page.keyboard.type(demo.mail);
    await page.keyboard.press("Enter");
    await page.getByText("An email has been sent").waitFor();
    await page.getByRole("tab", { name: /Path/ }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tab", { name: /Messages/ }).getAttribute("aria-selected")).toBe("true");
  });

  it.each<[string, BrowserContextOptions]>([
    ["light and wide", { colorScheme: "light" }],
    ["dark and narrow", { colorScheme: "dark", viewport: { width: 400, height: 800 } }],
  ])("has no serious finding of axe: %s", async (_, options) => {
    const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    const other = await open("/", options);
    await other.getByRole("button", { name: "Registration", exact: true }).click();
    await other.getByLabel("Username").waitFor();
    // The policy of the page stops scripts from elsewhere, but not those of the browser's driver.
    await other.evaluate(readFileSync(axe, "utf8"));
    const { violations } = (await other.evaluate("axe.run(document)")) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    };
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    if (options.viewport) {
      expect(await other.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
    await other.context().close();
  });
});
