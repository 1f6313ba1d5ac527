import { type Comparison, compare, isSame } from "../../diff/compare.js";
import { isAboutSecurity } from "../../diff/consequences/consequences.js";
import type { Difference } from "../../diff/difference.js";
import { renderHtml } from "../../diff/render/html.js";
import { renderJson } from "../../diff/render/json.js";
import { renderMarkdown } from "../../diff/render/markdown.js";
import { renderMermaid } from "../../diff/render/mermaid.js";
import { renderText } from "../../diff/render/text.js";
import { revisionNames } from "../completion/revision-names.js";
import { namedChoice } from "../input/named-choice.js";
import { namedFormat } from "../input/named-format.js";
import { openGitSides, openSides } from "../input/open-sides.js";
import { projectOptions } from "../input/project-options.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

const failures = ["difference", "security"] as const;
const formats = ["text", "markdown", "json", "html", "mermaid"] as const;
type Format = (typeof formats)[number];

/** `journeyc diff`: what differs between two versions of journeys. */
export const diff = defineCommand({
  usage: "diff <old> <new> | diff --git REV[..REV] [paths…]",
  description:
    "Shows the differences in nodes, outcomes and settings, and their consequences. Old and new are .journey files, exports\n" +
    "or folders, in any combination. Exit status: 0 equal, 1 different, 2 wrong use or unreadable input. With --fail-on security,\n" +
    "the status is 1 only where a consequence weakens a second factor, a password, an account or a limit of attempts.",
  options: {
    git: {
      type: "string",
      value: "REV[..REV]",
      help: "compare a revision with the present files, or two revisions",
      completes: revisionNames,
    },
    format: { type: "string", value: formats.join("|"), help: "how the difference is written (default: text)" },
    json: { type: "boolean", help: "the same as --format json" },
    "fail-on": { type: "string", value: failures.join("|"), help: "what exit status 1 means (default: difference)" },
    layout: { type: "boolean", help: "also show positions, ids and the form of the export" },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const format = namedFormat(options, formats);
    const failOn = namedChoice("fail-on", options["fail-on"] ?? "difference", failures);
    const [before, after] =
      options.git === undefined
        ? await openSides(host, positionals, options)
        : await openGitSides(host, options.git, positionals, options);
    if (before === undefined || after === undefined) return exitCode.usage;
    const comparison = compare(before, after, { layout: options.layout === true });
    host.output.write(render(comparison, format, host));
    const isFine = failOn === "security" ? !weakensSecurity(comparison.difference) : isSame(comparison.difference);
    return isFine ? exitCode.fine : exitCode.findings;
  },
});

function weakensSecurity({ journeys }: Difference): boolean {
  return journeys.some((journey) => journey.kind === "journey-changed" && journey.consequences.some(isAboutSecurity));
}

function render(comparison: Comparison, format: Format, host: Host): string {
  switch (format) {
    case "text":
      return renderText(comparison.difference, host.output.style);
    case "markdown":
      return renderMarkdown(comparison);
    case "json":
      return renderJson(comparison.difference);
    case "html":
      return renderHtml(comparison);
    case "mermaid":
      return renderMermaid(comparison);
    default:
      return format satisfies never;
  }
}
