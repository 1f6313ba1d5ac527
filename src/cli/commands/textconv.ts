import { resolve } from "node:path";
import { readExport } from "../../export-json/read/read-export.js";
import { importJourney } from "../../import/import-journey.js";
import { defaultBindOptions } from "../../model/bind-options.js";
import { UsageError } from "../../project/usage-error.js";
import { SourceFile } from "../../text/source-file.js";
import { exitCode } from "../process/exit-code.js";
import { defineCommand } from "./define-command.js";

/** `journeyc textconv`: an export as text, for `git diff` and `git log -p`. */
export const textconv = defineCommand({
  usage: "textconv <export>",
  description:
    "Writes the journeys of an export as text, with their scripts, to standard output. git calls this (journeyc git-setup).\n" +
    "A file without journeys is written unchanged, so that no difference is lost.",
  options: {
    "version-set-up": {
      type: "string",
      value: "VERSION",
      help: "the version that git-setup was run with; another one says that it must be run again",
    },
  },
  positionals: { minimum: 1, maximum: 1 },
  async run({ options, positionals: [path = ""], host }) {
    const result = path === "-" ? host.readStandardInput() : host.files.readText(resolve(host.workingDirectory, path));
    if ("problem" in result) throw new UsageError(`Cannot read ${path}: ${result.problem}`);
    const before = options["version-set-up"];
    if (before !== undefined && before !== host.version) {
      host.talk.write(`git shows what journeyc ${before} made of exports; run journeyc git-setup again\n`);
    }
    host.output.write(textOf(result.text));
    return exitCode.fine;
  },
});

function textOf(text: string): string {
  const { model } = readExport(new SourceFile("export.json", text), {});
  const parts = model.journeys.flatMap((journey) => {
    const imported = importJourney(journey, "export.journey", { ...defaultBindOptions, minimal: true });
    const files = [...imported.files].map(([name, body]) => `// ${name}\n${body}`);
    return [imported.text, ...files];
  });
  return parts.length === 0 ? text : parts.map((part) => part.replace(/\n*$/, "\n")).join("\n");
}
