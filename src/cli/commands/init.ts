import { constants, copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { exitCode } from "../process/exit-code.js";
import { defineCommand } from "./define-command.js";

/** `journeyc init`: a project to start from. The files lie in `templates/init`. */
export const init = defineCommand({
  usage: "init [dir]",
  description:
    "Starts a project: the reset-password journey, a configuration file and a CI step. Never overwrites a file.",
  options: {},
  positionals: { minimum: 0, maximum: 1 },
  async run({ positionals: [folder = "."], host }) {
    const target = resolve(host.workingDirectory, folder);
    const template = join(host.packageFolder, "templates", "init");
    for (const file of filesBelow(template)) {
      const path = join(target, relative(template, file));
      const created = copyNew(file, path);
      host.output.write(`${created ? "created" : "kept   "}  ${shownPath(path, host.workingDirectory)}\n`);
    }
    const enter = target === host.workingDirectory ? "" : `cd ${shownPath(target, host.workingDirectory)} && `;
    host.talk.write(`\nNext: ${enter}journeyc check && journeyc build\n`);
    return exitCode.fine;
  },
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function copyNew(from: string, to: string): boolean {
  try {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new UsageError(`Cannot write ${to}: ${describeFileProblem(error)}`);
  }
}
