import { resolve } from "node:path";
import { textOfExport } from "../../import/text-of-export.js";
import { UsageError } from "../../project/usage-error.js";
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
    host.output.write(textOfExport(result.text) ?? result.text);
    return exitCode.fine;
  },
});
