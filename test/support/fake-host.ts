import { join } from "node:path";
import { checkBuild } from "../../src/cli/cache/check-build.js";
import { rebuild } from "../../src/cli/cache/rebuild.js";
import type { Host, Keyboard, Terminal } from "../../src/cli/process/host.js";
import { main } from "../../src/cli/process/main.js";
import { plainStyle } from "../../src/diagnostics/render/style.js";
import { diskFiles } from "../../src/project/disk-files.js";
import { decodeText } from "../../src/project/read-text.js";

export interface FakeRun {
  readonly code: number;
  /** Standard output. */
  readonly output: string;
  /** Standard error. */
  readonly talk: string;
}

interface FakeOptions {
  readonly input?: string;
  readonly terminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The host of commands that run in a folder, and what they say. */
export function commandHost(folder: string): { readonly host: Host; readonly talk: () => string } {
  const { host, talk } = fakeHost(folder, {});
  return { host, talk: () => talk.text };
}

/** The host of a command that runs until it is ended: after that, the next file that is read ends it. */
export function endlessHost(folder: string) {
  const { host, output, talk } = fakeHost(folder, {});
  let isEnded = false;
  const readText: Host["files"]["readText"] = (path) => {
    if (isEnded) throw new Error("The test is over");
    return diskFiles.readText(path);
  };
  const end = () => {
    isEnded = true;
  };
  return {
    host: { ...host, files: { ...host.files, readText } },
    output: () => output.text,
    talk: () => talk.text,
    end,
  };
}

/** Runs the command line in this process, in a folder, without touching the streams of the test. */
export async function runCommand(folder: string, args: readonly string[], options: FakeOptions = {}): Promise<FakeRun> {
  const { host, output, talk } = fakeHost(folder, options);
  const code = await main(args, host);
  return { code, output: output.text, talk: talk.text };
}

/** Runs `journeyc build` as the program does that is installed: a build with nothing to do is over before it begins. */
export async function runBuild(
  folder: string,
  args: readonly string[],
): Promise<FakeRun & { readonly loads: boolean }> {
  const { host, output, talk } = fakeHost(folder, {});
  const buildCheck = checkBuild(["build", ...args], "program", host);
  if (buildCheck?.unchanged !== undefined) return { code: 0, ...buildCheck.unchanged, loads: false };
  if (buildCheck?.mayRebuild === true && (await rebuild(buildCheck, host))) {
    return { code: 0, output: output.text, talk: talk.text, loads: false };
  }
  const code = await main(["build", ...args], { ...host, buildCheck });
  return { code, output: output.text, talk: talk.text, loads: true };
}

function fakeHost(folder: string, options: FakeOptions) {
  const output = new Recorder(options.terminal ?? false);
  const talk = new Recorder(options.terminal ?? false);
  const host: Host = {
    workingDirectory: folder,
    files: diskFiles,
    environment: options.environment ?? {},
    version: "1.2.3",
    packageFolder: join(import.meta.dirname, "..", ".."),
    output,
    talk,
    readStandardInput: () => decodeText(Buffer.from(options.input ?? "")),
    openKeyboard: async () => new FakeKeyboard(options.input ?? "", output),
    importModule: (path) => import(/* @vite-ignore */ path),
  };
  return { host, output, talk };
}

class Recorder implements Terminal {
  text = "";
  readonly columns = 100;
  readonly style = plainStyle;
  readonly isTerminal: boolean;

  constructor(isTerminal: boolean) {
    this.isTerminal = isTerminal;
  }

  write(text: string): void {
    this.text += text;
  }
}

/** Lines that stand ready, as if they were piped in. */
class FakeKeyboard implements Keyboard {
  readonly #lines: string[];
  readonly #output: Terminal;

  constructor(input: string, output: Terminal) {
    this.#lines = input === "" ? [] : input.replace(/\n$/, "").split("\n");
    this.#output = output;
  }

  async ask(label: string): Promise<string | undefined> {
    if (label !== "") this.#output.write(`${label}\n`);
    return this.#lines.shift();
  }

  close(): void {}
}
