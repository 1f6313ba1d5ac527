import { type GoneJourney, goneJourneys } from "../config-folder/write/gone-journeys.js";
import { TargetRealms } from "../config-folder/write/target-realms.js";
import type { ExportMeta } from "../export-json/write/export-meta.js";
import { writeBundle } from "../export-json/write/write-bundle.js";
import type { Journey } from "../model/model.js";
import { encodeFileNames } from "../text/file-name.js";
import { journeyOutput, type Output, outputName } from "./journey-output.js";
import { leftOutOfFolder } from "./left-out.js";
import type { BuildTarget } from "./targets.js";
import { typeOutputs } from "./type-outputs.js";

/** What to make of journeys. */
export interface OutputOptions {
  /** The kinds of outputs, in the order in which they are made. */
  readonly targets: readonly BuildTarget[];
  /** One export of all journeys, inner journeys first, under this name. */
  readonly bundle?: string;
  /** Gives exports the header of the platform's admin UI. */
  readonly meta?: ExportMeta;
  /** The realm that folders are for, where somebody has chosen one. */
  readonly realm?: string;
  /** What the folder of the outputs holds already, by path: `frconfig` and `folder` keep the names, revisions and form of its files. */
  readonly existing?: ReadonlyMap<string, string>;
  /** The names of files by the ids of journeys, where these are not all that are written. */
  readonly fileNames?: ReadonlyMap<string, string>;
}

/** Makes the outputs of journeys one by one, so that the caller need not hold all of them at once. */
export async function* outputsOf(journeys: readonly Journey[], options: OutputOptions): AsyncGenerator<Output> {
  const fileNames = options.fileNames ?? encodeFileNames(journeys.map((journey) => journey.id));
  const chosen = [...new Set<BuildTarget>(options.targets)];
  if (options.bundle !== undefined && chosen.includes("export")) {
    const text = writeBundle(journeys, options.meta);
    yield { target: "export", journey: options.bundle, fileName: outputName(options.bundle, "export"), text };
  }
  for (const target of chosen)
    if (target === "frconfig" || target === "folder") yield* writeFolders(target, journeys, options);
  if (chosen.includes("types")) yield* await typeOutputs(journeys);
  for (const journey of journeys) {
    for (const target of chosen) {
      if (
        target === "types" ||
        target === "frconfig" ||
        target === "folder" ||
        (target === "export" && options.bundle !== undefined)
      )
        continue;
      yield await journeyOutput(target, journey, fileNames.get(journey.id) ?? "", options.meta);
    }
  }
}

/** The folders are made for all journeys together: they have scripts in common, and names that must not clash. */
async function* writeFolders(
  target: "frconfig" | "folder",
  journeys: readonly Journey[],
  options: OutputOptions,
): AsyncGenerator<Output> {
  const { writeFolder, updateFolder } = await import("../config-folder/update/update-folder.js");
  const placed = placesOf(journeys, options);
  const existing = options.existing ?? nothing;
  const written = target === "folder" ? updateFolder(placed, existing) : writeFolder(placed, existing);
  for (const { journey, files, leftOut, stale } of written) {
    let notes = { leftOut: leftOutOfFolder(leftOut, journey), stale };
    for (const [fileName, text] of files) {
      yield { target, journey: journey.id, fileName, text, ...notes };
      notes = { leftOut: [], stale: [] };
    }
  }
}

/** The number of outputs that `outputsOf` makes of so many journeys. */
export function countOutputs(journeys: number, options: Pick<OutputOptions, "targets" | "bundle">): number {
  const chosen = new Set<BuildTarget>(options.targets);
  const bundled = options.bundle !== undefined && chosen.delete("export");
  return journeys * chosen.size + (bundled ? 1 : 0);
}

const nothing: ReadonlyMap<string, string> = new Map();

function placesOf(
  journeys: readonly Journey[],
  { realm, existing = nothing }: Pick<OutputOptions, "realm" | "existing">,
) {
  const realms = new TargetRealms(existing, realm);
  return journeys.map((journey) => ({ journey, realm: realms.of(journey) }));
}

/** The journeys in the folders of the outputs that are not among those written. */
export function goneFrom(
  journeys: readonly Journey[],
  options: Pick<OutputOptions, "realm" | "existing">,
): readonly GoneJourney[] {
  return goneJourneys(placesOf(journeys, options), options.existing ?? nothing);
}
