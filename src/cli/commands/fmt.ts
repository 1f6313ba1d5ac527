import { dirname, resolve } from "node:path";
import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/render/printable.js";
import { formatSource } from "../../format/format-source.js";
import { type FoundInputs, findInputs } from "../../project/find-inputs.js";
import type { TextInput } from "../../project/input.js";
import { loadConfiguration } from "../../project/load-configuration.js";
import { pathsOf } from "../../project/open-project.js";
import { standardInputPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { SourceFile } from "../../text/source-file.js";
import { configurationOptions } from "../input/configuration-options.js";
import { lineEndsOf } from "../input/line-ends.js";
import { writePretty } from "../output/report.js";
import { removeLeftovers } from "../output/temporary-name.js";
import { writeTogether } from "../output/write-together.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc fmt`: journeys in canonical form. */
export const fmt = defineCommand({
  usage: "fmt [paths…]",
  description:
    "Rewrites .journey files in canonical form; without paths, the configuration's `include`, or all journeys below the\n" +
    "current folder. A file with syntax errors is reported and left unchanged. - formats standard input to standard output.",
  options: {
    check: {
      type: "boolean",
      help: "write nothing; list the files that would change, and exit with 1 if there are any",
    },
    "stdin-filepath": {
      type: "string",
      value: "PATH",
      help: "format standard input as if it were this file, for editors",
    },
    ...configurationOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const check = options.check === true;
    const editorPath = options["stdin-filepath"];
    if (editorPath !== undefined) {
      if (positionals.some((path) => path !== "-")) {
        throw new UsageError("--stdin-filepath cannot be combined with paths");
      }
      return formatFound({ inputs: [inputAs(editorPath, host)], unreadable: [] }, check, host);
    }
    const paths = positionals.length > 0 ? positionals : pathsOf([], await loadConfiguration(host, options.config));
    const found = findInputs(paths, host, { forms: "texts" });
    if (found.inputs.length === 0 && found.unreadable.length === 0) {
      throw new UsageError("There are no .journey files here", "Give files or folders");
    }
    return formatFound(found, check, host);
  },
});

function inputAs(path: string, host: Host): TextInput {
  const input = host.readStandardInput();
  if ("problem" in input) throw new UsageError(`Cannot read ${standardInputPath}: ${input.problem}`);
  return { kind: "text", path, source: new SourceFile(path, input.text), file: undefined };
}

async function formatFound({ inputs, unreadable }: FoundInputs, check: boolean, host: Host): Promise<ExitCode> {
  const findings: Diagnostic[] = [];
  const canonical = new Map<TextInput, string>();
  const texts = inputs.filter((input) => input.kind === "text");
  const lineEnds = await lineEndsOf(
    texts.map(({ source }) => source),
    host,
  );
  for (const input of texts) {
    const { source, file } = input;
    const formatted = isJson(source)
      ? { diagnostics: [noText(source)] }
      : formatSource(source, { lineEnd: lineEnds.get(source.path) ?? "lf" });
    if ("diagnostics" in formatted) findings.push(...formatted.diagnostics);
    else if (file === undefined && !check) host.output.write(formatted.text);
    else if (formatted.text !== source.text) canonical.set(input, formatted.text);
  }
  writePretty([...unreadable, ...findings], host.talk);
  if (!check) write(texts, canonical, host);
  for (const { source } of canonical.keys()) {
    host.output.write(`${check ? "" : "formatted  "}${printable(source.path)}\n`);
  }
  const changed = canonical.size;
  const others = texts.filter(({ source }) => !isJson(source)).length - changed;
  if (check && changed + others > 0) host.talk.write(`${verdict(changed, others)}\n`);
  if (unreadable.length > 0) return exitCode.usage;
  return findings.length > 0 || (check && changed > 0) ? exitCode.findings : exitCode.fine;
}

/** An export: no journey text begins with a bracket. */
function isJson({ path, text }: SourceFile): boolean {
  return /\.json$/i.test(path) && /^\s*[{[]/.test(text);
}

function noText(source: SourceFile): Diagnostic {
  const problem = "it holds JSON, and only texts have a canonical form";
  const help = "Make a text of it with `journeyc import`, or have the formatter of JSON of your editor format it.";
  const place = { source, range: { start: 0, end: 1 } };
  return createDiagnostic("unreadable-file", place, { path: source.path, problem }, { help });
}

function write(inputs: readonly TextInput[], canonical: ReadonlyMap<TextInput, string>, host: Host): void {
  for (const { file } of inputs) {
    if (file !== undefined) removeLeftovers(dirname(resolve(host.workingDirectory, file)));
  }
  const texts = [...canonical].flatMap(([{ file }, text]) =>
    file === undefined ? [] : [[resolve(host.workingDirectory, file), text] as const],
  );
  writeTogether(new Map(texts), host.workingDirectory);
}

function verdict(changed: number, others: number): string {
  return changed === 0
    ? `${fileCount(others)} in canonical form`
    : `${fileCount(changed)} not in canonical form; run journeyc fmt`;
}

function fileCount(count: number): string {
  return `${count} ${count === 1 ? "file" : "files"}`;
}
