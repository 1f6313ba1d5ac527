import type { NodeType } from "../catalogue/node-type.js";
import { readNodeTypes } from "../catalogue/read-node-types.js";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { unreadableJson } from "../diagnostics/unreadable-json.js";
import { JsonPlace } from "../text/json-place.js";
import { parseJson } from "../text/parse-json.js";
import type { SourceFile } from "../text/source-file.js";

export interface TypeFileResult {
  readonly types: readonly NodeType[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file that the setting `nodeTypes` names. */
export function readTypeFile(source: SourceFile): TypeFileResult {
  const parsed = parseJson(source);
  if (parsed.kind === "problem") return { types: [], diagnostics: [unreadableJson(source, parsed)] };
  const { types, problems } = readNodeTypes(parsed.value);
  const diagnostics = problems.map(({ typeId, pointer, problem }) =>
    createDiagnostic("invalid-node-type", JsonPlace.at(source, pointer), { type: typeId, member: pointer, problem }),
  );
  return { types, diagnostics };
}
