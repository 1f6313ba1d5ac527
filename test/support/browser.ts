import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/**
 * The Chromium of this machine: `CHROMIUM` where it is set, else the first on the path that starts. Some systems have a
 * stand-in there that only says how to install one.
 */
export function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = given ? [given] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => isExecutable(path) && spawnSync(path, ["--version"]).status === 0);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const switches = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--remote-debugging-pipe",
  "--window-size=1200,800",
];

interface Answer {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * One page of a headless Chromium, driven by its own protocol (CDP) over a pipe: no package and no port is needed for
 * the few things that tests do.
 */
export class BrowserPage {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, { done(answer: Answer): void; fail(error: Error): void }>();
  /** Messages of the page's console, its exceptions, and requests that its security policy stopped. */
  readonly messages: string[] = [];
  #session: string | undefined;
  #lastId = 0;
  #rest = "";

  private constructor(path: string, environment: NodeJS.ProcessEnv) {
    this.#profile = mkdtempSync(join(tmpdir(), "journeyc-browser-"));
    this.#process = spawn(path, [...switches, `--user-data-dir=${this.#profile}`], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    });
    this.#process.once("error", (error) => this.#end(error));
    this.#process.once("exit", (code) => this.#end(new Error(`${path} ended with status ${code}`)));
    const answers = this.#process.stdio[4] as Readable;
    answers.setEncoding("utf8");
    answers.on("data", (text: string) => this.#receive(text));
  }

  /** Starts the browser with an empty page. */
  static async start(path: string, environment: NodeJS.ProcessEnv = {}): Promise<BrowserPage> {
    const page = new BrowserPage(path, environment);
    const { targetId } = await page.#send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await page.#send("Target.attachToTarget", { targetId, flatten: true });
    page.#session = sessionId as string;
    for (const domain of ["Page", "Runtime", "Log"]) await page.#send(`${domain}.enable`, {});
    return page;
  }

  /** Opens a file of this machine in place of what was there, and waits until it is loaded. */
  async open(file: string): Promise<void> {
    await this.visit(pathToFileURL(file).href);
  }

  /** The same with an address. */
  async visit(url: string): Promise<void> {
    this.messages.length = 0;
    await this.#send("Page.navigate", { url });
    const isThere = `location.href === ${JSON.stringify(url)} && document.readyState === "complete"`;
    while ((await this.evaluate(isThere)) !== true) await new Promise((done) => setTimeout(done, 20));
  }

  /** The value of an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#send("Runtime.evaluate", { expression, returnByValue: true });
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value?: unknown }).value;
  }

  /** Gives the window another size. */
  async resize(width: number, height: number): Promise<void> {
    await this.#send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** A click with the mouse on the middle of an element. */
  async click(selector: string): Promise<void> {
    const at = (await this.evaluate(
      `(() => { const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 }; })()`,
    )) as { x: number; y: number };
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.#send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
    }
  }

  async drag(from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
    const to = { x: from.x + by.x, y: from.y + by.y };
    await this.#send("Input.dispatchMouseEvent", { type: "mousePressed", ...from, button: "left", clickCount: 1 });
    await this.#send("Input.dispatchMouseEvent", { type: "mouseMoved", ...to, button: "left", buttons: 1 });
    await this.#send("Input.dispatchMouseEvent", { type: "mouseReleased", ...to, button: "left", clickCount: 1 });
  }

  async press(key: string): Promise<void> {
    const text = key === "Enter" ? "\r" : key.length === 1 ? key : undefined;
    await this.#send("Input.dispatchKeyEvent", { type: "keyDown", key, ...(text === undefined ? {} : { text }) });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", key });
  }

  async type(text: string): Promise<void> {
    await this.#send("Input.insertText", { text });
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.#process.once("exit", done));
    // Asked to close, it ends its helpers first: killed, they would go on writing to the profile for a moment.
    this.#session = undefined;
    this.#send("Browser.close", {}).catch(() => undefined);
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(timer);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  #send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    const message = { id, method, params, ...(this.#session === undefined ? {} : { sessionId: this.#session }) };
    return new Promise((done, fail) => {
      this.#waiting.set(id, {
        done: ({ result, error }) => (error ? fail(new Error(error.message)) : done(result ?? {})),
        fail,
      });
      (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
  }

  /** Fails what still waits for an answer, as the browser is gone. */
  #end(error: Error): void {
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }

  #receive(text: string): void {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop() ?? "";
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) {
        this.#waiting.get(answer.id)?.done(answer);
        this.#waiting.delete(answer.id);
      } else if (/consoleAPICalled|exceptionThrown|entryAdded/.test(answer.method ?? "")) {
        this.messages.push(JSON.stringify(answer.params));
      }
    }
  }
}
