import type { KnownFinding } from "../check/known-findings.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { JsonPlace } from "../text/json-place.js";
import type { SourceFile } from "../text/source-file.js";
import { readSettings } from "./read-settings.js";
import { validateBaseline } from "./validators.js";

interface BaselineFile {
  readonly findings: readonly { readonly file: string; code: string; message: string; count?: number }[];
}

/** Reads a baseline. The files of its findings are as written: relative to its folder. */
export function readBaseline(source: SourceFile): {
  readonly findings: readonly KnownFinding[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = readSettings(source, validateBaseline, "baseline");
  if (value === undefined) return { findings: [], diagnostics };
  // The value fits its schema: what is there has the right kind.
  const { findings } = value as unknown as BaselineFile;
  const list = JsonPlace.root(source).child("findings");
  return {
    findings: findings.map((finding, index) => ({ ...finding, count: finding.count ?? 1, place: list.child(index) })),
    diagnostics,
  };
}
