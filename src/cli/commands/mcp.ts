import { resolve } from "node:path";
import { AssistantServer } from "../../mcp/server.js";
import { UsageError } from "../../project/usage-error.js";
import { writeTogether } from "../output/write-together.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc mcp`: the compiler as tools of an assistant. */
export const mcp = defineCommand({
  usage: "mcp",
  description:
    "Serves an assistant that speaks the Model Context Protocol, on standard input and output: tools to look up node types, check,\n" +
    "simulate, test, compare, describe and build journeys, offline. What to write into the settings of a client: docs/agents.md.",
  options: {
    root: {
      type: "string",
      multiple: true,
      value: "DIR",
      help: "a folder that may be read; may be given several times (default: the current folder)",
    },
    write: { type: "boolean", help: "let tools write files below the roots" },
    trust: { type: "boolean", help: "run a configuration that is code (journey.config.js, .mjs)" },
  },
  positionals: { minimum: 0, maximum: 0 },
  async run({ options, host }) {
    const { mostMegabytes, serveAssistant } = await import("../../mcp/serve-stdio.js");
    const [first, ...others] = rootsOf(options.root, host);
    const { version, packageFolder, files, importModule, workingDirectory } = host;
    const end = await serveAssistant(
      new AssistantServer({
        version,
        packageFolder,
        files,
        roots: [first, ...others],
        ...(options.trust === true && host.refuseConfigurationCode === undefined && { importModule }),
        ...(options.write === true && { write: (texts) => writeTogether(texts, workingDirectory) }),
      }),
    );
    if (end === "message is too long") {
      throw new UsageError(
        `A message has more than ${mostMegabytes} MB`,
        "Give large texts as files below the roots, by paths",
      );
    }
    return exitCode.fine;
  },
});

function rootsOf(given: readonly string[] = ["."], { workingDirectory, files }: Host): readonly [string, ...string[]] {
  const [first = workingDirectory, ...others] = given.map((root) => {
    const path = resolve(workingDirectory, root);
    if (files.kindOf(path) !== "folder") throw new UsageError(`--root ${root} is no folder`);
    return path;
  });
  return [first, ...others];
}
