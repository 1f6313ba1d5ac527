import { resolve } from "node:path";
import {
  type DescriptionFormat,
  describeInPages,
  describeJourneys,
  descriptionFormats,
} from "../../describe/describe.js";
import { printable } from "../../diagnostics/render/printable.js";
import { checkProject } from "../../project/check-project.js";
import { openProject } from "../../project/open-project.js";
import { readModel } from "../../project/read-model.js";
import { refuseUnknownParameters } from "../../project/refuse-unknown-parameters.js";
import { journeyNames } from "../completion/journey-names.js";
import { chooseJourney } from "../input/choose-journey.js";
import { namedChoice } from "../input/named-choice.js";
import { projectOptions } from "../input/project-options.js";
import { writePretty } from "../output/report.js";
import { writeBelow } from "../output/write-folder.js";
import { exitCode } from "../process/exit-code.js";
import { defineCommand } from "./define-command.js";

/** `journeyc describe`: what journeys do, as documents. */
export const describeCommand = defineCommand({
  usage: "describe [paths…]",
  description:
    "Writes what journeys do: what users see, the ways to success and failure, nodes with their settings, scripts, state, mails,\n" +
    "what a tenant must have, inner journeys and callers, findings. Of several journeys, an index with a map of their calls comes first.",
  options: {
    format: {
      type: "string",
      short: "f",
      value: descriptionFormats.join("|"),
      help: "what to write (default: markdown)",
    },
    out: {
      type: "string",
      short: "o",
      value: "DIR",
      help: "a folder for an index and a page per journey (default: all to standard output)",
    },
    journey: {
      type: "string",
      short: "j",
      value: "NAME",
      help: "describe this journey only; the others are its surroundings",
      completes: journeyNames,
    },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const format: DescriptionFormat =
      options.format === undefined ? "markdown" : namedChoice("format", options.format, descriptionFormats);
    const project = await openProject(host, { ...options, paths: positionals });
    const read = readModel(project);
    refuseUnknownParameters(project.chosenParams, read.parameters);
    const diagnostics = checkProject(project, read);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    writePretty(errors, host.talk);
    const { model } = read;
    if (read.isUnreadable && model.journeys.length === 0) return exitCode.usage;
    const only = options.journey === undefined ? undefined : chooseJourney(model.journeys, options.journey, "describe");
    if (options.out === undefined) {
      host.output.write(describeJourneys(model, diagnostics, { format, only }));
    } else {
      const files = new Map(describeInPages(model, diagnostics, { format, only }));
      const folder = resolve(host.workingDirectory, options.out);
      const written = writeBelow(folder, files, host.workingDirectory);
      const fresh = written.filter(({ status }) => status === "written");
      for (const { path } of fresh) host.talk.write(`written    ${printable(path)}\n`);
      const same = written.length - fresh.length;
      if (same > 0) host.talk.write(`${same} ${same === 1 ? "page is" : "pages are"} unchanged\n`);
    }
    if (read.isUnreadable) return exitCode.usage;
    return errors.length > 0 ? exitCode.findings : exitCode.fine;
  },
});
