import { type BuildTarget, targets } from "../../compile/targets.js";
import { UsageError } from "../../project/usage-error.js";
import { namedChoice } from "../input/named-choice.js";
import { projectOptions } from "../input/project-options.js";
import { buildOnce } from "../process/build-once.js";
import { defineCommand } from "../process/command.js";

/** `journeyc build`: compiles journeys to files. */
export const build = defineCommand({
  usage: "build [paths…]",
  description:
    "Compiles journeys to export JSON for the platform (target export), typed TypeScript (machine), fr-config-manager\n" +
    "folders (frconfig) and Mermaid pictures (mermaid). Input: .journey files, and exports in any layout.\n" +
    "Files that stay the same are not written again, and with errors nothing is written.",
  options: {
    out: {
      type: "string",
      short: "o",
      value: "DIR",
      help: "the folder to write to (default: the configuration's outDir, or dist)",
    },
    target: {
      type: "string",
      short: "t",
      multiple: true,
      value: targets.join(","),
      help: "what to write (default: the configuration's targets, or export)",
    },
    bundle: { type: "boolean", help: "one export of all journeys, inner journeys first" },
    meta: { type: "boolean", help: "add the admin UI's header to exports; its date is SOURCE_DATE_EPOCH, if set" },
    watch: { type: "boolean", short: "w", help: "build again when a file changes" },
    json: { type: "boolean", help: "report as JSON" },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const request = {
      paths: positionals,
      out: options.out,
      targets: options.target.length === 0 ? undefined : options.target.flatMap(targetsNamed),
      bundle: options.bundle === true,
      meta: options.meta === true,
      json: options.json === true,
      project: options,
    };
    if (!options.watch) return (await buildOnce(request, host)).code;
    if (positionals.includes("-")) throw new UsageError("Standard input cannot be watched");
    const { watchAndBuild } = await import("../process/watch.js");
    return watchAndBuild(request, host);
  },
});

function targetsNamed(list: string): readonly BuildTarget[] {
  return list.split(",").map((name) => namedChoice("target", name, targets));
}
