import type { ArgumentsOf } from "../../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type DiagnosticExtras, type Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { mostMisspeltInId } from "../../model/ids.js";

/** A node whose file is missing, at the place that names it. */
export interface MissingFile {
  readonly place: Place;
  readonly node: string;
  readonly id: string;
  /** What has a finding of its own where the id is misspelt. */
  readonly restsOn: readonly Place[];
}

/** More missing files have another cause than misspelt ids. */
const mostCompared = 3;

/** The nodes of one journey whose files are missing. */
export interface MissingFiles {
  readonly journey: string;
  /** Where the tree lists its nodes. */
  readonly place: Place;
  readonly single: readonly MissingFile[];
  /** Whether no node of the tree has a file; also of a tree without nodes. */
  readonly isTreeAlone: boolean;
  readonly isInOverlay: boolean;
}

const ofOverlay = {
  help: "The folder is a part of a configuration: check it together with the one that it is laid over.",
  severity: "info",
} as const;

/** One finding for each missing file, but one for a tree that has come without any, and one for a folder in which all have. */
export function reportMissingFiles(
  journeys: readonly MissingFiles[],
  idsOfFiles: Iterable<string>,
): readonly Diagnostic[] {
  const concerned = journeys.filter(({ single }) => single.length > 0);
  const [first, second] = concerned;
  if (first !== undefined && second !== undefined && journeys.every(({ isTreeAlone }) => isTreeAlone)) {
    const nodes = concerned.reduce((sum, { single }) => sum + single.length, 0);
    return [report(first, first.place, { journey: first.journey, nodes, journeys: concerned.length })];
  }
  return concerned.flatMap((each) => {
    const { journey, place, single, isTreeAlone } = each;
    if (isTreeAlone && single.length > 1) return [report(each, place, { journey, nodes: single.length, journeys: 1 })];
    return single.map(({ place: at, node, id, restsOn }) => {
      const right = single.length > mostCompared ? undefined : nearestName(id, idsOfFiles, mostMisspeltInId);
      const file =
        right === undefined ? {} : { help: `Did you mean ${JSON.stringify(right)}, of which the file is there?` };
      return report(each, at, { journey, node }, { ...file, restsOn });
    });
  });
}

function report(
  { isInOverlay }: MissingFiles,
  place: Place,
  args: ArgumentsOf<"missing-node-file">,
  extras: DiagnosticExtras = {},
): Diagnostic {
  return createDiagnostic("missing-node-file", place, args, { ...(isInOverlay ? ofOverlay : {}), ...extras });
}
