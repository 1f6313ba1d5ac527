import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Frame, type Locator, type Page } from "playwright-core";

/** A busy machine takes its time. */
export const patience = { timeout: 30_000 };

/** The window of VS Code, and what a user does in it. */
export class Workbench {
  readonly page: Page;
  /** Errors of the page and of extensions, as the browser's console shows them. */
  readonly errors: string[] = [];
  readonly #context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, page: Page, profile: string) {
    this.#context = context;
    this.#profile = profile;
    this.page = page;
    page.setDefaultTimeout(patience.timeout);
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
  }

  /** Starts Chromium and opens VS Code. */
  static async open(executablePath: string, address: string): Promise<Workbench> {
    const profile = mkdtempSync(join(tmpdir(), "journeyc-vscode-"));
    // The service worker of web views is refused where third parties may store nothing.
    mkdirSync(join(profile, "Default"));
    writeFileSync(
      join(profile, "Default", "Preferences"),
      JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }),
    );
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
      viewport: { width: 1280, height: 800 },
      colorScheme: "light",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const workbench = new Workbench(context, context.pages()[0] ?? (await context.newPage()), profile);
    await workbench.page.goto(address);
    await workbench.page.locator(".monaco-workbench .explorer-folders-view").waitFor();
    return workbench;
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  /** Opens a file by its name in the first group of editors, as Ctrl+P does. */
  async openFile(name: string): Promise<void> {
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`).first();
    // Keys go lost where a web view has just had the focus, and a list of files that is still being made opens none.
    for (let tries = 1; !(await tab.isVisible()); tries++) {
      try {
        await this.page.keyboard.press("Control+1");
        await this.#quickOpen("Control+p", name);
        await tab.waitFor({ timeout: 5000 });
      } catch (error) {
        if (tries === 5) throw error;
        await this.page.keyboard.press("Escape");
      }
    }
    await this.page.keyboard.press("Control+1");
    await this.page.locator(".editor-group-container.active .monaco-editor.focused").waitFor();
  }

  /** Runs a command by its title, with or without its category, as Ctrl+Shift+P does. */
  async run(title: string): Promise<void> {
    // Others whose titles begin so may come first.
    await this.#choose("F1", title, new RegExp(`(^|: )${title.replace(/[()]/g, "\\$&")}(?! )`));
  }

  /** Runs a task that an extension offers. */
  async runTask(type: string, name: string): Promise<void> {
    await this.run("Tasks: Run Task");
    for (const row of [type, `${type}: ${name}`]) {
      await this.page.locator(".quick-input-list .monaco-list-row").filter({ hasText: row }).first().click();
    }
  }

  async #choose(key: string, text: string, row: string | RegExp): Promise<void> {
    await this.#type(key, text);
    const found = this.page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first();
    await found.click();
    // A command may ask for more in the same place.
    await found.waitFor({ state: "hidden" });
  }

  async #quickOpen(key: string, text: string, row: string | RegExp = text): Promise<void> {
    await this.#type(key, text);
    const found = this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: row }).first();
    await found.waitFor();
    await this.page.keyboard.press("Enter");
    await found.waitFor({ state: "hidden" });
  }

  async #type(key: string, text: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget input[type=text]");
    // A key goes lost where the focus is about to move.
    while (!(await input.isVisible())) {
      await this.page.keyboard.press(key);
      await input.waitFor({ state: "visible", timeout: 2000 }).catch(() => undefined);
    }
    await this.page.keyboard.insertText(text);
  }

  /** Gives what stands at the cursor another name, as F2 does. */
  async rename(name: string): Promise<void> {
    await this.page.keyboard.press("F2");
    const box = this.page.locator(".rename-box input");
    await box.fill(name);
    await box.press("Enter");
  }

  /** Puts the cursor at a place, lines and columns from 1, as Ctrl+G does. */
  async goTo(line: number, column: number): Promise<void> {
    // "Go to line 7 and character 3." or, later, "Press 'Enter' to go to line 7 at column 3."
    await this.#quickOpen("Control+g", `${line}:${column}`, new RegExp(`line ${line} .* ${column}\\b`));
    await this.position(line);
  }

  /** Whether the cursor comes into a line in a moment. */
  async isAt(line: number): Promise<boolean> {
    const place = this.page.locator(".statusbar-item", { hasText: `Ln ${line},` });
    return place.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  }

  /** Replaces the text of the active editor, as one edit. */
  async replaceText(text: string): Promise<void> {
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
  }

  /** The text of the active editor, as it is copied. */
  async text(): Promise<string> {
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.press("Control+c");
    await this.page.keyboard.press("ArrowLeft");
    return this.page.evaluate("navigator.clipboard.readText()");
  }

  /** The lines of the active editor that are in the window, without the breaks between them. A document that a menu opens may have no focus. */
  async shown(): Promise<string> {
    const focused = this.page.locator(".monaco-editor.focused .view-lines").first();
    const active = this.page.locator(".editor-group-container.active .monaco-editor .view-lines").last();
    const lines = (await focused.count()) > 0 ? focused : active;
    return ((await lines.textContent()) ?? "").replaceAll("\u00a0", " ");
  }

  /** Waits until the cursor is in a line. */
  async position(line: number): Promise<void> {
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line},` }).waitFor();
  }

  /** The row of the list of suggestions that is called so. */
  suggestion(name: string): Locator {
    return this.page.locator(".suggest-widget.visible .monaco-list-row").filter({ hasText: name }).first();
  }

  /** The first code lens of this title in the active editor. */
  lens(title: string): Locator {
    const lens = this.page.locator(".editor-group-container.active .codelens-decoration a");
    return lens.getByText(title, { exact: true }).first();
  }

  /** The colours in which these words of the active editor are shown. */
  async coloursOf(words: readonly string[]): Promise<string[]> {
    const found = words.map(async (word) => {
      const token = this.page.locator(".monaco-editor.focused .view-line span span", { hasText: word }).first();
      return await token.evaluate((element) => String(Reflect.get(globalThis, "getComputedStyle")(element).color));
    });
    return Promise.all(found);
  }

  /**
   * The document of a web view: the frame that holds this element. What opens it is done again after a while: a click goes lost on a lens that is
   * being drawn anew.
   */
  async webview(selector: string, open: () => Promise<void> = async () => undefined): Promise<Frame> {
    const start = Date.now();
    for (let tries = 0; Date.now() < start + patience.timeout; ) {
      if (Date.now() >= start + (tries * patience.timeout) / 3) {
        tries++;
        await open();
      }
      for (const frame of this.page.frames()) {
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`No web view has ${selector}`);
  }
}
