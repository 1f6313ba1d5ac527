import { pathToFileURL } from "node:url";
import type { FileText } from "../../model/bind-options.js";
import { diskFiles } from "../../project/disk-files.js";
import { readStandardInput } from "../../project/read-text.js";
import type { BuildCheck } from "../cache/build-check.js";
import type { ExitCode } from "./exit-code.js";
import type { Host } from "./host.js";
import { main } from "./main.js";
import type { Stopwatch } from "./stopwatch.js";
import { DescriptorTerminal } from "./terminal.js";

export type RunProgram = typeof runProgram;

/** The command line on this process: what the launcher calls. */
export function runProgram(
  args: readonly string[],
  version: string,
  packageFolder: string,
  importModule: (url: string) => Promise<unknown>,
  buildCheck: BuildCheck | undefined,
  stopwatch: Stopwatch | undefined,
): Promise<ExitCode> {
  let input: FileText | undefined;
  const output = new DescriptorTerminal(1, process.env);
  const host: Host = {
    workingDirectory: process.cwd(),
    files: stopwatch?.timingFiles(diskFiles) ?? diskFiles,
    environment: process.env,
    version,
    output,
    talk: new DescriptorTerminal(2, process.env),
    packageFolder,
    readStandardInput: () => {
      input ??= readStandardInput();
      return input;
    },
    // Most commands never ask: what reading lines takes is loaded when one does.
    openKeyboard: async () => (await import("../input/keyboard.js")).openKeyboard(output),
    buildCheck,
    stopwatch,
    time: stopwatch?.time,
    importModule: (path) => importModule(pathToFileURL(path).href),
  };
  return main(args, host);
}
