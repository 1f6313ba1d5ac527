import { resolve } from "node:path";
import { printable } from "../../diagnostics/render/printable.js";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { openModel } from "../../project/read-model.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { type GraphFormat, graphFormats, writeGraph } from "../../write/graph/write-graph.js";
import { journeyNames } from "../completion/journey-names.js";
import { chooseJourney } from "../input/choose-journey.js";
import { namedChoice } from "../input/named-choice.js";
import { projectOptions } from "../input/project-options.js";
import { writeFileAtomically } from "../output/atomic-write.js";
import { writePretty } from "../output/report.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc graph`: a picture of a journey. */
export const graph = defineCommand({
  usage: "graph <path…>",
  description:
    "Draws a journey from left to right: as Mermaid or DOT text, as SVG, or as an HTML page with zoom and search.\n" +
    "Input: .journey files, exports, folders of both, or - for standard input.",
  options: {
    format: { type: "string", short: "f", value: graphFormats.join("|"), help: "what to write (default: mermaid)" },
    out: { type: "string", short: "o", value: "FILE", help: "the file to write to (default: standard output)" },
    journey: {
      type: "string",
      short: "j",
      value: "NAME",
      help: "which journey to draw, if there are several",
      completes: journeyNames,
    },
    ...projectOptions,
  },
  positionals: { minimum: 1, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const format = formatFor(options.format, options.out);
    const { model, diagnostics, isUnreadable } = await openModel(host, { ...options, paths: positionals });
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    writePretty(errors, host.talk);
    if (isUnreadable && model.journeys.length === 0) return exitCode.usage;
    const text = writeGraph(format, chooseJourney(model.journeys, options.journey, "draw"));
    if (options.out === undefined) host.output.write(text);
    else writeOut(options.out, text, host);
    if (isUnreadable) return exitCode.usage;
    return errors.length > 0 ? exitCode.findings : exitCode.fine;
  },
});

/** The format that was asked for, or the one that the extension of the file stands for. A picture in another format than its name says would not open. */
function formatFor(name: string | undefined, out: string | undefined): GraphFormat {
  if (name !== undefined) return namedChoice("format", name, graphFormats);
  const format = byExtension(out);
  if (format !== undefined) return format;
  if (out === undefined || /\.(?:mmd|mermaid)$/i.test(out) || !/\.[a-z0-9]+$/i.test(out)) return "mermaid";
  throw new UsageError(`No format of pictures has the extension of ${out}`, `--format ${graphFormats.join(", ")}`);
}

function byExtension(out: string | undefined): GraphFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  switch (extension) {
    case "svg":
    case "dot":
    case "html":
      return extension;
    case "gv":
      return "dot";
    case "htm":
      return "html";
    default:
      return undefined;
  }
}

function writeOut(out: string, text: string, host: Host): void {
  const file = resolve(host.workingDirectory, out);
  const path = shownPath(file, host.workingDirectory);
  try {
    const status = writeFileAtomically(file, text);
    host.talk.write(`${status === "written" ? "written    " : "unchanged  "}${printable(path)}\n`);
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${describeFileProblem(error)}`);
  }
}
