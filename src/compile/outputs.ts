import { type GoneJourney, goneJourneys } from "../config-folder/write/gone-journeys.js";
import { TargetRealms } from "../config-folder/write/target-realms.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ExportMeta } from "../export-json/write/export-meta.js";
import { writeBundle } from "../export-json/write/write-bundle.js";
import { writeExport } from "../export-json/write/write-export.js";
import type { Journey } from "../model/model.js";
import { encodeFileNames } from "../text/file-name.js";
import { leftOutOfFolder, leftOutOfMachine } from "./left-out.js";
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

/** One file that a journey is compiled to. */
export interface Output {
  readonly target: BuildTarget;
  /** The journey's id; of a bundle, its name; of the types of a text, the id of its first journey. */
  readonly journey: string;
  /**
   * Relative to the folder of the outputs, with `/` as separator; only `frconfig` and `folder` have folders. Types lie beside their text: they
   * are named like it, with the folder that its path has.
   */
  readonly fileName: string;
  readonly text: string;
  /** Parts of the journey that the target has no place for; on the first output of each journey only. */
  readonly leftOut?: readonly Diagnostic[];
  /** Existing files that the journey does not need any more; on the first output of each journey only. */
  readonly stale?: readonly string[];
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
      yield* writeTarget(target, journey, fileNames.get(journey.id) ?? "", options);
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

/** Writes the export of a journey. With `meta` it is a bundle of one journey, which is the export with a header. */
export function exportText(journey: Journey, meta: ExportMeta | undefined): string {
  return meta === undefined ? writeExport(journey).text : writeBundle([journey], meta);
}

/** The writer of a target is loaded when it is needed, because ts-morph and prettier take a second to load. */
async function* writeTarget(
  target: FileTarget,
  journey: Journey,
  name: string,
  options: OutputOptions,
): AsyncGenerator<Output> {
  const output = (target: FileTarget, text: string): Output => {
    return { target, journey: journey.id, fileName: outputName(name, target), text };
  };
  switch (target) {
    case "export":
      yield output(target, exportText(journey, options.meta));
      return;
    case "machine": {
      const { writeMachine } = await import("../write/machine/write-machine.js");
      yield { ...output(target, await writeMachine(journey)), leftOut: leftOutOfMachine(journey) };
      return;
    }
    case "mermaid": {
      const { writeMermaid } = await import("../write/graph/mermaid.js");
      yield output(target, writeMermaid(journey));
      return;
    }
    default:
      target satisfies never;
  }
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

/** Targets that write one file for each journey. */
type FileTarget = Exclude<BuildTarget, "types" | "frconfig" | "folder">;

/** The name of the output file of a journey. `name` is the encoded id of the journey. */
export function outputName(name: string, target: FileTarget): string {
  return `${name}.${extensions[target]}`;
}

/** The target and the encoded id that the name of an output says; `undefined` for another name. */
export function outputNamed(fileName: string): { readonly target: FileTarget; readonly name: string } | undefined {
  for (const target of ["export", "machine", "mermaid"] as const) {
    const end = `.${extensions[target]}`;
    if (fileName.endsWith(end)) return { target, name: fileName.slice(0, -end.length) };
  }
  return undefined;
}

const extensions = { export: "journey.json", machine: "machine.ts", mermaid: "mmd" } as const;
