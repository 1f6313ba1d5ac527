import type { NodeType } from "../catalogue/node-type.js";
import { readNodeTypes } from "../catalogue/read-node-types.js";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { PointerRanges, parseJson } from "../text/json-source.js";
import type { SourceFile } from "../text/source-file.js";

export interface TypeFileResult {
  readonly types: readonly NodeType[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file that the setting `nodeTypes` names. */
export function readTypeFile(source: SourceFile): TypeFileResult {
  const parsed = parseJson(source);
  if (parsed.kind === "problem") {
    const place = { source, range: { start: parsed.offset, end: parsed.offset + 1 } };
    return { types: [], diagnostics: [createDiagnostic("invalid-json", place, { problem: parsed.problem })] };
  }
  const { types, problems } = readNodeTypes(parsed.value);
  const ranges = new PointerRanges(source.text);
  const diagnostics = problems.map(({ typeId, pointer, problem }) =>
    createDiagnostic(
      "invalid-node-type",
      { source, range: ranges.rangeOf(pointer), pointer },
      { type: typeId, member: pointer, problem },
    ),
  );
  return { types, diagnostics };
}
