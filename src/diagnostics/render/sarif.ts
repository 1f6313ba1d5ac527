import type { Range } from "../../text/range.js";
import type { SourceFile } from "../../text/source-file.js";
import { type Code, codes, type Severity } from "../codes.js";
import type { Diagnostic, Fix, Place } from "../diagnostic.js";
import { explainCommand } from "../explain-command.js";

/** A log in the Static Analysis Results Interchange Format, version 2.1.0, with the members that diagnostics need. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly columnKind: "utf16CodeUnits";
  readonly results: readonly object[];
}

interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly rules: readonly object[];
}

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Writes diagnostics as a SARIF log for code hosts and editors. `version` is the program's. */
export function sarifLog(diagnostics: readonly Diagnostic[], version: string): SarifLog {
  const used = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))];
  const index = new Map(used.map((code, at) => [code, at]));
  const driver: SarifDriver = {
    name: "journeyc",
    version,
    rules: used.map(descriptor),
  };
  const results = diagnostics.map((diagnostic) => result(diagnostic, index.get(diagnostic.code) ?? 0));
  return { $schema: schema, version: "2.1.0", runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }] };
}

function descriptor(code: Code): object {
  const { id, severity, why } = codes[code];
  return {
    id,
    name: code,
    shortDescription: { text: why },
    help: { text: `${why}\n\nFor an example: ${explainCommand(code)}` },
    defaultConfiguration: { level: level(severity) },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number): object {
  const { id, severity, message, help, place, related, fixes } = diagnostic;
  return {
    ruleId: id,
    ruleIndex,
    level: level(severity),
    message: { text: help === undefined ? message : `${message}\n${help}` },
    locations: [location(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, at) => ({
            id: at + 1,
            ...location(each.place),
            message: { text: each.message },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixObject(fix, place.source)) }),
  };
}

function level(severity: Severity): string {
  return severity === "info" ? "note" : severity;
}

function location({ source, range, pointer }: Place): object {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(source.path) }, region: region(source, range) },
    ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }] }),
  };
}

function region(source: SourceFile, range: Range): object {
  const start = source.positionAt(range.start);
  const end = source.positionAt(range.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixObject(fix: Fix, source: SourceFile): object {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(source.path) },
        replacements: fix.edits.map(({ range, text }) => ({
          deletedRegion: region(source, range),
          insertedContent: { text },
        })),
      },
    ],
  };
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
