import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ExportMeta } from "../export-json/write/export-meta.js";
import { writeBundle } from "../export-json/write/write-bundle.js";
import { writeExport } from "../export-json/write/write-export.js";
import type { Journey } from "../model/model.js";
import { leftOutOfMachine } from "./left-out.js";
import type { BuildTarget } from "./targets.js";

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

/** Targets that write one file for each journey. */
export type FileTarget = Exclude<BuildTarget, "types" | "frconfig" | "folder">;

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

/** Writes the export of a journey. With `meta` it is a bundle of one journey, which is the export with a header. */
export function exportText(journey: Journey, meta: ExportMeta | undefined): string {
  return meta === undefined ? writeExport(journey).text : writeBundle([journey], meta);
}

/**
 * The output of a journey for a target. `name` is the encoded id of the journey. The writer of a target is loaded when it is needed, because
 * ts-morph and prettier take a second to load.
 */
export async function journeyOutput(
  target: FileTarget,
  journey: Journey,
  name: string,
  meta: ExportMeta | undefined,
): Promise<Output> {
  const output = (target: FileTarget, text: string): Output => {
    return { target, journey: journey.id, fileName: outputName(name, target), text };
  };
  switch (target) {
    case "export":
      return output(target, exportText(journey, meta));
    case "machine": {
      const { writeMachine } = await import("../write/machine/write-machine.js");
      return { ...output(target, await writeMachine(journey)), leftOut: leftOutOfMachine(journey) };
    }
    case "mermaid": {
      const { writeMermaid } = await import("../write/graph/mermaid.js");
      return output(target, writeMermaid(journey));
    }
    default:
      return target satisfies never;
  }
}
