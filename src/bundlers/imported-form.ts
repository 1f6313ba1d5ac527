import { writeExport } from "../export-json/write/write-export.js";
import type { Journey } from "../model/model.js";
import { writeMermaid } from "../write/graph/mermaid.js";
import { writeSvg } from "../write/graph/svg.js";
import { writeJsonModule, writeModule, writeTextModule } from "../write/machine/write-module.js";

/** What an import of a text gives: its machines, or what its query asks for. */
export type ImportedForm = "machine" | "export" | "mermaid" | "svg";

/** The imports that are ours, in any bundler. Other queries, such as `?raw`, are the bundler's own. */
export const importedId = /\.journey(?:\?(?:export|mermaid|svg))?$/;

/** The imports with a query, whose files some bundlers do not find. */
export const queriedId = /\.journey\?(?:export|mermaid|svg)$/;

/** The file and the form that an import asks for; `undefined` where it is not ours. */
export function importedFrom(id: string): { readonly file: string; readonly form: ImportedForm } | undefined {
  if (!importedId.test(id)) return undefined;
  const [file = "", form = "machine"] = id.split("?");
  return { file, form: form as ImportedForm };
}

/** The JavaScript of an import. */
export function moduleOf(form: ImportedForm, journeys: readonly Journey[]): string {
  switch (form) {
    case "machine":
      return writeModule(journeys);
    case "export":
      return writeJsonModule(journeys, (journey) => writeExport(journey).text);
    case "mermaid":
      return writeTextModule(journeys, (journey) => writeMermaid(journey));
    case "svg":
      return writeTextModule(journeys, (journey) => writeSvg(journey));
    default:
      return form satisfies never;
  }
}
