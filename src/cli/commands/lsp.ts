import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Code } from "../../diagnostics/codes.js";
import { rulePageFile } from "../../project/rule-page.js";
import { UsageError } from "../../project/usage-error.js";
import { configurationOptions } from "../input/configuration-options.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc lsp`: the language server. */
export const lsp = defineCommand({
  usage: "lsp --stdio",
  description:
    "Serves an editor that speaks the Language Server Protocol, on standard input and output. What to write into the\n" +
    "settings of an editor: docs/editors.md.",
  options: {
    stdio: { type: "boolean", help: "talk on standard input and output; there is no other way yet" },
    // The protocol gives it this name, and the language client of VS Code always sends it. The library behind the server reads it itself.
    clientProcessId: { type: "string", value: "PID", help: "the process of the editor, with which the server ends" },
    "no-config-code": configurationOptions["no-config-code"],
  },
  positionals: { minimum: 0, maximum: 0 },
  async run({ options, host }) {
    if (options.stdio !== true) throw new UsageError("lsp needs --stdio", "Editors start it as journeyc lsp --stdio");
    const editor = options.clientProcessId;
    if (editor !== undefined && !/^\d+$/.test(editor))
      throw new UsageError(`--clientProcessId is no number: ${editor}`);
    const { serveOnStdio } = await import("../../language-server/stdio.js");
    return serveOnStdio({
      version: host.version,
      pageOf: pagesIn(host),
      runsConfigurationCode: host.refuseConfigurationCode === undefined,
    });
  },
});

/** The addresses of the pages that explain codes. Every finding asks for its page, at every keystroke. */
function pagesIn({ packageFolder }: Host): (code: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (code) => {
    if (!known.has(code)) {
      const file = rulePageFile(code as Code, packageFolder);
      known.set(code, existsSync(file) ? pathToFileURL(file).href : undefined);
    }
    return known.get(code);
  };
}
