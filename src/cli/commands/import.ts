import { dirname, resolve } from "node:path";
import { conflictsOfExports } from "../../check/open-conflicts.js";
import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/has-errors.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { ReadJourney } from "../../export-json/read/read-result.js";
import { copyJourney } from "../../import/copy-journey.js";
import { importExports } from "../../import/import-exports.js";
import type { ImportOptions } from "../../import/import-journey.js";
import { importInto } from "../../import/into/import-into.js";
import { earlierImport } from "../../import/own-files.js";
import { bareRealm } from "../../model/realm.js";
import { openProject, type Project } from "../../project/open-project.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { SourceFile } from "../../text/source-file.js";
import { configurationOptions } from "../input/configuration-options.js";
import { writePretty } from "../output/report.js";
import { existingText, type WrittenFile, writeBelow } from "../output/write-folder.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc import`: exports become texts, or go into one that exists. */
export const importCommand = defineCommand({
  usage: "import <export…>",
  description:
    "Turns exports into .journey files, with scripts and resources in files beside them. Input: exports of the admin UI\n" +
    "and of frodo, folders of fr-config-manager, Amster and file-based configuration, or - for standard input.\n" +
    "With --into, updates an existing file: names, comments and order are kept, and only changed parts change.",
  options: {
    out: { type: "string", short: "o", value: "DIR", help: "the folder to write to (default: the current folder)" },
    into: { type: "string", value: "FILE", help: "update this .journey file in place" },
    as: { type: "string", value: "NAME", help: "import a copy under this name, with ids of its own" },
    "new-ids": {
      type: "boolean",
      help: "give nodes the ids that texts have without a layout, not those of the export",
    },
    full: { type: "boolean", help: "write properties that equal their defaults too" },
    minimal: { type: "boolean", help: "leave out properties that equal their defaults, which is the default" },
    force: { type: "boolean", short: "f", help: "overwrite files that are not from an earlier import" },
    ...configurationOptions,
    realm: { type: "string", value: "REALM", help: "the realm that the journeys are for (default: alpha)" },
  },
  positionals: { minimum: 1, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    if (options.into !== undefined && options.out !== undefined) {
      throw new UsageError("--into cannot be combined with --out");
    }
    const isCopied = options.as !== undefined || options["new-ids"] === true;
    if (isCopied && options.into !== undefined) {
      throw new UsageError(
        `--into cannot be combined with ${options.as === undefined ? "--new-ids" : "--as"}`,
        "An update finds the nodes of the file by their ids",
      );
    }
    if (options.full === true && options.minimal === true) {
      throw new UsageError("--full cannot be combined with --minimal");
    }
    const project = await openProject(host, { ...options, paths: positionals, forms: "exports" });
    const stream = project.read({ usualRealm: project.bind.realm });
    const journeys: ReadJourney[] = [];
    for (const read of stream) if (read.kind === "export") journeys.push(...read.journeys);
    stream.note(realmNotChosen(journeys, project));
    stream.note(conflictsOfExports(journeys));
    if (isCopied) replaceByCopies(journeys, options.as);
    const importing = { ...project.bind, minimal: options.full !== true };
    const done =
      options.into === undefined
        ? writeAll(
            journeys,
            resolve(host.workingDirectory, options.out ?? "."),
            options.force === true,
            importing,
            host,
          )
        : writeInto(journeys, resolve(host.workingDirectory, options.into), importing, host);
    return report([...stream.diagnostics, ...done.diagnostics], done, stream.isUnreadable, host);
  },
});

/** Puts a copy in the place of each journey: of a name, if there is one, which only one journey can have. */
function replaceByCopies(journeys: ReadJourney[], name: string | undefined): void {
  if (name === "") throw new UsageError("--as needs a name");
  if (name !== undefined && journeys.length > 1) {
    const ids = journeys.map(({ id }) => id);
    throw new UsageError(
      `--as names one journey, and here are ${ids.length}: ${ids.slice(0, mostNamed).join(", ")}${ids.length > mostNamed ? " …" : ""}`,
      "Give --new-ids alone to copy all of them under their names",
    );
  }
  journeys.forEach((journey, index) => {
    const copy = copyJourney(journey, name ?? journey.id);
    if (copy === undefined) throw new Error(`The copy of ${journey.id} cannot be read`);
    journeys[index] = copy;
  });
}

const mostNamed = 5;

/** Texts do not say which realm they are for, so whoever has not chosen the one of the input is told. */
function realmNotChosen(journeys: readonly ReadJourney[], project: Project): readonly Diagnostic[] {
  const { realm: assumed } = project.bind;
  const other = journeys.find(({ origin: { realm } }) => realm !== undefined && realm !== bareRealm(assumed));
  const realm = other?.origin.realm;
  return other === undefined || realm === undefined
    ? []
    : [createDiagnostic("realm-of-input", other.place, { realm, assumed })];
}

interface Done {
  readonly written: readonly WrittenFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly journeys: number;
  readonly withRaw: readonly string[];
}

function writeAll(read: readonly ReadJourney[], out: string, force: boolean, options: ImportOptions, host: Host): Done {
  const { journeys, diagnostics } = importExports(read, options);
  const files = new Map<string, string>();
  const own = new Set<string>();
  for (const { fileName, text, files: beside, journey } of journeys) {
    const there = existingText(resolve(out, fileName));
    const earlier = typeof there === "string" ? earlierImport(fileName, there, journey.id, options) : undefined;
    if (earlier?.isUntouched === true) own.add(fileName);
    for (const path of earlier?.files ?? []) own.add(path);
    files.set(fileName, text);
    for (const [path, content] of beside) files.set(path, content);
  }
  const foreign = force ? [] : [...files].filter(([path, text]) => !own.has(path) && isOther(resolve(out, path), text));
  const conflicts = foreign.map(([path]) => existingFile(shownPath(resolve(out, path), host.workingDirectory)));
  const written = conflicts.length > 0 ? [] : writeBelow(out, files, host.workingDirectory);
  const withRaw = journeys.filter(({ raw }) => raw !== undefined).map(({ journey }) => journey.id);
  return { written, diagnostics: [...diagnostics, ...conflicts], journeys: journeys.length, withRaw };
}

function isOther(file: string, text: string): boolean {
  const there = existingText(file);
  return there !== undefined && there !== text;
}

function existingFile(path: string): Diagnostic {
  return createDiagnostic("existing-file", { source: new SourceFile(path, ""), range: { start: 0, end: 0 } }, { path });
}

function writeInto(read: readonly ReadJourney[], file: string, options: ImportOptions, host: Host): Done {
  const path = shownPath(file, host.workingDirectory);
  const found = host.files.readText(file);
  if ("problem" in found) throw new UsageError(`Cannot read ${path}: ${found.problem}`);
  const folder = dirname(file);
  const files = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const withRaw: string[] = [];
  let text = found.text;
  let journeys = 0;
  const readText = (name: string) => {
    const changed = files.get(name);
    return changed === undefined ? host.files.readText(resolve(folder, name)) : { text: changed };
  };
  for (const journey of read) {
    const result = importInto({ path, text, readText }, journey, options);
    if (result === undefined) {
      diagnostics.push(createDiagnostic("journey-not-in-source", journey.place, { journey: journey.id, path }));
    } else if (result.lost !== undefined) {
      diagnostics.push(createDiagnostic("import-not-whole", journey.place, { journey: journey.id }));
    } else {
      journeys++;
      text = result.text;
      for (const [name, content] of result.files) files.set(name, content);
      if (result.raw !== undefined) withRaw.push(journey.id);
      diagnostics.push(...result.diagnostics.filter((diagnostic) => diagnostic.severity === "error"));
    }
  }
  if (journeys > 0) files.set(file.slice(folder.length).replace(/^[\\/]/, ""), text);
  return { written: writeBelow(folder, files, host.workingDirectory), diagnostics, journeys, withRaw };
}

function report(diagnostics: readonly Diagnostic[], done: Done, isUnreadable: boolean, host: Host): ExitCode {
  writePretty(diagnostics, host.talk);
  const { style } = host.output;
  for (const { path, status } of done.written) {
    const line = `${status === "written" ? "written    " : "unchanged  "}${printable(path)}`;
    host.output.write(`${status === "written" ? line : style.dim(line)}\n`);
  }
  if (done.withRaw.length > 0) {
    host.talk.write(
      `With a raw block, for parts that the language cannot express: ${printable(done.withRaw.join(", "))}\n`,
    );
  }
  if (isUnreadable) return exitCode.usage;
  return hasErrors(diagnostics) ? exitCode.findings : exitCode.fine;
}
