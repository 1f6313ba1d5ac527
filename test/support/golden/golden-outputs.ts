import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recordName } from "../../../src/cli/output/output-record.js";
import type { JsonReport } from "../../../src/diagnostics/render/json.js";
import { tokenize } from "../../../src/syntax/lexer.js";
import { parse } from "../../../src/syntax/parse.js";
import { Problems } from "../../../src/syntax/problems.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { runCommand } from "../fake-host.js";
import { temporaryFolder } from "../temporary-folder.js";
import { annotateLines } from "./annotate-lines.js";
import { describeSyntax } from "./describe-syntax.js";
import type { GoldenCase } from "./golden-case.js";

/** How each expected file is made anew. */
const outputs: Readonly<Record<string, (subject: GoldenCase) => string | Promise<string>>> = {
  "expected.tokens.journey": tokens,
  "expected.ast.journey": syntax,
  "expected.diagnostics.journey": async (subject) => annotated(subject.text, await findingsOf(subject)),
  "expected.formatted.journey": async ({ text }) => (await formatted(text)).output,
  "expected.export.json": async (subject) => exportOf(await builtFiles(subject)),
  "expected.machine.ts": async (subject) => machineOf(await builtFiles(subject, ["--target", "machine"])),
  "expected.simulate.txt": simulated,
  "expected.diagnostics.txt": rendered,
  "expected.imported.journey": async (subject) => journeyOf(await importedFiles(subject)),
};

/** What the program makes of a case today, for one of its expected files. */
export async function outputFor(path: string, subject: GoldenCase): Promise<string> {
  const make = outputs[path];
  if (make !== undefined) return make(subject);
  // Scripts and resources that an import writes: `expected.scripts/name.js`.
  const text = (await importedFiles(subject))[path.slice("expected.".length)];
  if (text === undefined) throw new Error(`Nothing is written that ${path} could be compared with`);
  return text;
}

/** What `check` finds. */
export async function findingsOf({ files, input }: GoldenCase): Promise<JsonReport["diagnostics"]> {
  const { output, talk } = await runCommand(temporaryFolder(files), ["check", "--json", input]);
  if (output === "") throw new Error(talk);
  return (JSON.parse(output) as JsonReport).diagnostics;
}

/** The files that `build` writes, by path; none where it finds errors. */
export async function builtFiles(
  subject: GoldenCase,
  options: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const folder = temporaryFolder(subject.files);
  await runCommand(folder, ["build", subject.input, "--out", "out", ...options]);
  const { [recordName]: _, ...files } = filesIn(join(folder, "out"));
  if (options.length > 0 || Object.keys(files).length < 2) return files;
  return builtFiles(subject, ["--bundle"]);
}

/** The export among built files: of several journeys it is one file as well. */
export function exportOf(files: Readonly<Record<string, string>>): string {
  return Object.entries(files).find(([path]) => path.endsWith(".journey.json"))?.[1] ?? "";
}

/** The files that `import` writes, by path. */
export async function importedFiles({ files, input }: GoldenCase): Promise<Readonly<Record<string, string>>> {
  const folder = temporaryFolder(files);
  await runCommand(folder, ["import", input, "--out", "out"]);
  return filesIn(join(folder, "out"));
}

/** The text among imported files. */
function journeyOf(files: Readonly<Record<string, string>>): string {
  return Object.entries(files).find(([path]) => path.endsWith(".journey"))?.[1] ?? "";
}

/** What `fmt` makes of a text. */
export function formatted(text: string) {
  return runCommand(".", ["fmt", "-"], { input: text });
}

function machineOf(files: Readonly<Record<string, string>>): string {
  return Object.values(files)[0] ?? "";
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

function tokens({ text }: GoldenCase): string {
  const source = new SourceFile("input.journey", text);
  const { tokens } = tokenize(text, new Problems(source));
  const byLine = new Map<number, string[]>();
  for (let index = 0; index < tokens.length; index++) {
    const { line } = source.positionAt(tokens.startAt(index));
    const name = tokens.tokenAt(index)?.tokenType.name ?? "";
    byLine.set(line, [...(byLine.get(line) ?? []), name]);
  }
  return annotateLines(
    text,
    [...byLine].map(([line, names]) => ({ line, text: names.join(" ") })),
  );
}

function syntax({ text }: GoldenCase): string {
  const source = new SourceFile("input.journey", text);
  const statements = describeSyntax(parse(source).file);
  return annotateLines(
    text,
    statements.map(({ start, text: described }) => ({ line: source.positionAt(start).line, text: described })),
  );
}

function annotated(text: string, findings: JsonReport["diagnostics"]): string {
  const lines = text.split("\n");
  return annotateLines(
    text,
    findings.map(({ place: { range }, severity, id, code, message, help, related }) => {
      const { line, column } = range.start;
      const end = range.end.line === line ? range.end.column : (lines[line - 1] ?? "").length + 1;
      const about = related.map(({ message, place }) => `${message} (line ${place.range.start.line})`);
      return {
        line,
        text: [`${severity} ${id} ${code}: ${message}`, ...(help === undefined ? [] : [help]), ...about].join(" | "),
        mark: { column, width: Math.max(1, end - column) },
      };
    }),
  );
}

async function rendered({ files, input }: GoldenCase): Promise<string> {
  const { output, talk } = await runCommand(temporaryFolder(files), ["check", input]);
  return output + talk;
}

interface ScenarioReport {
  readonly scenarios: readonly {
    readonly title: string;
    readonly passed: boolean;
    readonly path: readonly { readonly node: string; readonly outcome?: string; readonly stub?: boolean }[];
    readonly diagnostics?: JsonReport["diagnostics"];
  }[];
}

/** Each scenario with the way it went and why it failed. */
async function simulated({ files, input }: GoldenCase): Promise<string> {
  const { output, talk } = await runCommand(temporaryFolder(files), ["test", "--reporter", "json", input]);
  if (output === "") throw new Error(talk);
  return (JSON.parse(output) as ScenarioReport).scenarios
    .map(({ title, passed, path, diagnostics = [] }) => {
      const way = path.map(({ node, outcome, stub }) =>
        [node, outcome === undefined ? "" : `.${outcome}`, stub ? " (stub)" : ""].join(""),
      );
      const why = diagnostics.map(({ message, place }) => `  line ${place.range.start.line}: ${message}\n`);
      return `${passed ? "passed" : "failed"}: ${title}\n  ${way.join(" -> ")}\n${why.join("")}`;
    })
    .join("\n");
}
