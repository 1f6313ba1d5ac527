import { filesBelow } from "../../project/files-below.js";
import type { Candidate } from "../commands/define-command.js";
import type { Host } from "../process/host.js";

/** So many texts are looked into at most: a shell waits for the answer. */
const most = 2000;

/** The journeys of the texts below the working directory, each with its file. */
export function journeyNames({ files, workingDirectory }: Host): readonly Candidate[] {
  const names: Candidate[] = [];
  let left = most;
  for (const file of filesBelow(workingDirectory, files, (name) => name.endsWith(".journey"))) {
    if (left-- === 0) break;
    const result = files.readText(file);
    if (!("text" in result)) continue;
    for (const [, quoted, plain] of result.text.matchAll(/^journey\s+(?:"((?:[^"\\\n]|\\.)*)"|([^\s{]+))/gm)) {
      names.push({ value: quoted ?? plain ?? "", description: file.slice(workingDirectory.length + 1) });
    }
  }
  return names;
}
