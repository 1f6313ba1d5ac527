import { readExport } from "../../src/export-json/read/read-export.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusEntries, readCorpus } from "./corpus.js";

/** A script of the corpus. */
export interface CorpusScript {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly version: string;
  readonly context: string;
}

/** Every script once: the same text for the same engine counts as one. */
export function corpusScripts(): readonly CorpusScript[] {
  const scripts = new Map<string, CorpusScript>();
  for (const { file } of corpusEntries()) {
    const text = readCorpus(file);
    if (!text.includes('"scripts"')) continue;
    for (const journey of readExport(new SourceFile(file, text), {}).model.journeys) {
      for (const { title, body, properties } of journey.scripts) {
        const value = (name: string) => String(properties.get(name)?.value ?? "");
        const script = {
          title,
          body,
          language: value("language"),
          version: value("evaluatorVersion") === "2.0" ? "2.0" : "1.0",
          context: value("context"),
        };
        scripts.set(JSON.stringify([script.language, script.version, body]), script);
      }
    }
  }
  return [...scripts.values()];
}
