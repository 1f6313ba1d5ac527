import { readExport } from "../export-json/read/read-export.js";
import { defaultBindOptions } from "../model/bind-options.js";
import { SourceFile } from "../text/source-file.js";
import { importJourney } from "./import-journey.js";

/** The journeys of an export as one text to be read, with the files that they name behind each; `undefined` where there is no journey. */
export function textOfExport(json: string): string | undefined {
  const { model } = readExport(new SourceFile("export.json", json), {});
  const parts = model.journeys.flatMap((journey) => {
    const imported = importJourney(journey, "export.journey", { ...defaultBindOptions, minimal: true });
    const files = [...imported.files].map(([name, body]) => `// ${name}\n${body}`);
    return [imported.text, ...files];
  });
  return parts.length === 0 ? undefined : parts.map((part) => part.replace(/\n*$/, "\n")).join("\n");
}
