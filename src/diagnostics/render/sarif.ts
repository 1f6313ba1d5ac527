import type { Range } from "../../text/range.js";
import type { SourceFile } from "../../text/source-file.js";
import { type Code, codes, type Severity } from "../codes.js";
import type { Diagnostic, Fix, Place } from "../diagnostic.js";
import { explainCommand } from "../explain-command.js";
import { fingerprints } from "./sarif-fingerprints.js";

/** A log in the Static Analysis Results Interchange Format, version 2.1.0, with the members that diagnostics need. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly columnKind: "utf16CodeUnits";
  readonly artifacts: readonly object[];
  readonly results: readonly object[];
}

interface SarifDriver {
  readonly name: string;
  /** The package: what a reader who looks for the tool needs, and no address that may be gone. */
  readonly informationUri: string;
  readonly version: string;
  readonly semanticVersion: string;
  readonly rules: readonly object[];
}

/** What a log says of a code beyond the table of codes. */
export interface SarifRule {
  /** In one sentence. */
  readonly what: string | undefined;
  /** The whole explanation, with examples. */
  readonly markdown: string | undefined;
  /** Whether each finding is a fault. */
  readonly isCertain: boolean;
}

export interface SarifOptions {
  /** The program's version. */
  readonly version: string;
  /** The path of a source from the folder that a log's reader starts from, since code hosts ask for relative paths. */
  readonly relativePath: (path: string) => string;
  readonly ruleOf: (code: Code) => SarifRule;
}

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Writes diagnostics as a SARIF log for code hosts and editors. */
export function sarifLog(diagnostics: readonly Diagnostic[], options: SarifOptions): SarifLog {
  const { version } = options;
  const files = new Artifacts(options.relativePath);
  const used = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))];
  const index = new Map(used.map((code, at) => [code, at]));
  const driver: SarifDriver = {
    name: "journeyc",
    informationUri: `pkg:npm/journeyc@${version}`,
    version,
    semanticVersion: version,
    rules: used.map((code) => descriptor(code, options.ruleOf(code))),
  };
  const marks = fingerprints(diagnostics);
  const results = diagnostics.map((diagnostic, at) => ({
    ...result(diagnostic, index.get(diagnostic.code) ?? 0, files),
    partialFingerprints: { "journeycFinding/v1": marks[at] },
  }));
  const run: SarifRun = { tool: { driver }, columnKind: "utf16CodeUnits", artifacts: files.artifacts, results };
  return { $schema: schema, version: "2.1.0", runs: [run] };
}

function descriptor(code: Code, { what, markdown, isCertain }: SarifRule): object {
  const { id, severity, why } = codes[code];
  const example = `For an example: ${explainCommand(code)}`;
  return {
    id,
    name: pascalCase(code),
    shortDescription: { text: what ?? why },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${example}`, markdown: markdown ?? `${why}\n\n${example}` },
    defaultConfiguration: { level: level(severity) },
    properties: {
      code,
      tags: ["journey", ...(id.startsWith("JRN6") ? ["security"] : [])],
      precision: isCertain ? "very-high" : "medium",
      "problem.severity": severity === "info" ? "recommendation" : severity,
    },
  };
}

function pascalCase(code: string): string {
  return code.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function result(diagnostic: Diagnostic, ruleIndex: number, files: Artifacts): object {
  const { id, severity, message, help, place, related, fixes } = diagnostic;
  return {
    ruleId: id,
    ruleIndex,
    level: level(severity),
    message: { text: help === undefined ? `${message}.` : `${message}.\n${help}` },
    locations: [location(place, files)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, at) => ({
            id: at + 1,
            ...location(each.place, files),
            message: { text: `${each.message}.` },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixObject(fix, place.source, files)) }),
  };
}

function level(severity: Severity): string {
  return severity === "info" ? "note" : severity;
}

function location({ source, range, pointer }: Place, files: Artifacts): object {
  return {
    physicalLocation: { artifactLocation: files.locate(source), region: region(source, range) },
    ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }] }),
  };
}

function region(source: SourceFile, range: Range): object {
  const start = source.positionAt(range.start);
  const end = source.positionAt(range.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixObject(fix: Fix, source: SourceFile, files: Artifacts): object {
  return {
    description: { text: `${fix.title}.` },
    artifactChanges: [
      {
        artifactLocation: files.locate(source),
        replacements: fix.edits.map(({ range, text }) => ({
          deletedRegion: region(source, range),
          insertedContent: { text },
        })),
      },
    ],
  };
}

/** The files that a log refers to, each listed once. */
class Artifacts {
  readonly artifacts: object[] = [];
  readonly #relativePath: (path: string) => string;
  readonly #located = new Map<string, object>();

  constructor(relativePath: (path: string) => string) {
    this.#relativePath = relativePath;
  }

  locate({ path }: SourceFile): object {
    let located = this.#located.get(path);
    if (located === undefined) {
      const uri = uriOf(this.#relativePath(path));
      located = { uri, index: this.artifacts.length };
      this.#located.set(path, located);
      const mimeType = path.endsWith(".json") ? "application/json" : "text/plain";
      this.artifacts.push({ location: { uri }, encoding: "UTF-8", mimeType, roles: ["analysisTarget"] });
    }
    return located;
  }
}

/** A path as a relative URI reference. Each segment is escaped, and a drive letter is not taken for a scheme. */
function uriOf(path: string): string {
  const segments = path
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll("\\", "/")
    .split("/")
    .map(encodeURIComponent);
  const uri = segments.join("/");
  return /^[A-Za-z]%3A\//.test(uri) ? `file:///${uri.replace("%3A", ":")}` : uri;
}
