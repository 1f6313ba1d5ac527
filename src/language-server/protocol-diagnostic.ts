import * as lsp from "vscode-languageserver";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { positionsIn } from "./text-positions.js";

/** What a finding refers to outside of its text. */
export interface DiagnosticLinks {
  /** The URI of a source, by the path that messages show. */
  readonly uriOf: (source: Diagnostic["place"]["source"]) => string;
  /** The address of the page that explains a code. */
  readonly pageOf: (code: string) => string | undefined;
}

/** A finding in the form of the protocol. */
export function protocolDiagnostic(diagnostic: Diagnostic, { uriOf, pageOf }: DiagnosticLinks): lsp.Diagnostic {
  const { code, message, help, place, related, severity } = diagnostic;
  const href = pageOf(code);
  return {
    range: positionsIn(place.source).rangeOf(place.range),
    severity: severities[severity],
    code,
    source: "journeyc",
    message: help === undefined ? message : `${message}\n${help}`,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(/^unused-|^unreachable-/.test(code) ? { tags: [lsp.DiagnosticTag.Unnecessary] } : {}),
    ...(code.startsWith("deprecated-") ? { tags: [lsp.DiagnosticTag.Deprecated] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((each) => ({
            location: {
              uri: uriOf(each.place.source),
              range: positionsIn(each.place.source).rangeOf(each.place.range),
            },
            message: each.message,
          })),
        }),
  };
}

const severities = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  info: lsp.DiagnosticSeverity.Information,
} as const;
