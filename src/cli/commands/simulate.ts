import { loadWorld } from "../../project/load-world.js";
import { openModel } from "../../project/read-model.js";
import { UsageError } from "../../project/usage-error.js";
import { scriptSandbox } from "../../simulate/scripts/script-sandbox.js";
import { JsonSession } from "../../simulate/session/json-session.js";
import { type SessionEnd, TerminalSession } from "../../simulate/session/terminal-session.js";
import { startRun } from "../../simulate/start-run.js";
import { journeyNames } from "../completion/journey-names.js";
import { chooseJourney } from "../input/choose-journey.js";
import { projectOptions } from "../input/project-options.js";
import { userOptions, withUsers } from "../input/user-options.js";
import { worldOptions } from "../input/world-options.js";
import { writePretty } from "../output/report.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import { defineCommand } from "./define-command.js";

/** `journeyc simulate`: steps through a journey in the terminal. */
export const simulate = defineCommand({
  usage: "simulate <path…>",
  description:
    "Steps through a journey like a login page: shows what it asks for and takes your answers. Mail is shown with its link.\n" +
    "Where a node needs a third party, you choose its outcome. At a prompt, :p shows the path, :s node state, :q quits.\n" +
    "Answers may be piped in, one per line. Exit status: 0 after success, 1 after failure.",
  options: {
    journey: {
      type: "string",
      short: "j",
      value: "NAME",
      help: "which journey to run, if there are several",
      completes: journeyNames,
    },
    ...userOptions,
    json: { type: "boolean", help: "write each step, and read each answer, as a JSON object on one line" },
    ...worldOptions,
    ...projectOptions,
  },
  positionals: { minimum: 1, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    if (positionals.includes("-")) {
      throw new UsageError(
        "Standard input holds the answers, so it cannot hold the journey",
        "Give the journey as a file",
      );
    }
    const { project, model, diagnostics, isUnreadable } = await openModel(host, { ...options, paths: positionals });
    const loaded = loadWorld(host, project.configuration, options);
    const errors = [...diagnostics, ...loaded.diagnostics].filter(({ severity }) => severity === "error");
    writePretty(errors, host.talk);
    if (isUnreadable || loaded.diagnostics.length > 0) return exitCode.usage;
    if (errors.length > 0) return exitCode.findings;
    const world = withUsers(loaded.world, options.user);
    const journey = chooseJourney(model.journeys, options.journey, "simulate");
    const run = await startRun(journey, { model, world, scripts: scriptSandbox() });
    const input = await host.openKeyboard();
    const write = (text: string) => host.output.write(text);
    try {
      const session =
        options.json === true
          ? new JsonSession(run, input, write)
          : new TerminalSession(run, input, write, host.output.style);
      return exitCodeOf(await session.play());
    } finally {
      input.close();
    }
  },
});

function exitCodeOf(end: SessionEnd): ExitCode {
  switch (end) {
    case "success":
      return exitCode.fine;
    case "failure":
    case "left":
      return exitCode.findings;
    default:
      return end satisfies never;
  }
}
