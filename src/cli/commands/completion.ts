import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namedChoice } from "../input/named-choice.js";
import { exitCode } from "../process/exit-code.js";
import { defineCommand } from "./define-command.js";

/** The scripts in `templates/completion`, by shell. */
const scripts = {
  bash: "journeyc.bash",
  zsh: "journeyc.zsh",
  fish: "journeyc.fish",
  powershell: "journeyc.ps1",
} as const;

const shells = Object.keys(scripts) as (keyof typeof scripts)[];

/** `journeyc completion`: makes a shell complete commands, options, journeys, node types and codes. */
export const completion = defineCommand({
  usage: `completion <${shells.join("|")}>`,
  description:
    "Writes the script with which a shell completes command lines of journeyc; docs/command-line.md says where it belongs.",
  options: {
    command: { type: "string", value: "COMMAND", help: "how the shell calls journeyc (default: journeyc)" },
  },
  positionals: { minimum: 1, maximum: 1, completes: () => shells.map((value) => ({ value })) },
  async run({ options, positionals: [name = ""], host }) {
    const shell = namedChoice("shell", name, shells);
    const script = readFileSync(join(host.packageFolder, "templates", "completion", scripts[shell]), "utf8");
    host.output.write(script.replaceAll("@command@", () => options.command ?? "journeyc"));
    return exitCode.fine;
  },
});
