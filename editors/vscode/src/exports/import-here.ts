import { commands, type Disposable, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ImportedFiles,
  journeyRequests,
  type RequestRefusal,
} from "../../../../src/language-server/journey-requests.js";
import { ask } from "../language-client.js";
import { chosenFile } from "./chosen-file.js";

/** "Import Here": an export becomes `.journey` files beside it, with scripts and resources. */
export function registerImport(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("journey.importHere", async (uri?: Uri) => {
    const file = chosenFile(uri);
    if (file === undefined) return;
    const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(file) } };
    const answer = await ask<ImportedFiles | RequestRefusal>(client, journeyRequests.importExport, params);
    if (answer === null) return;
    const problems = "problem" in answer ? [answer.problem] : answer.problems;
    if (problems.length > 0) await window.showErrorMessage(problems.join("\n"));
    if ("problem" in answer) return;
    const folder = Uri.joinPath(file, "..");
    const files = answer.files.map(({ path, text }) => ({ uri: Uri.joinPath(folder, path), path, text }));
    const others = [];
    for (const each of files) if (await holdsOther(each.uri, each.text)) others.push(each.path);
    if (others.length > 0 && !(await mayOverwrite(others))) return;
    for (const { uri: to, text } of files) await workspace.fs.writeFile(to, new TextEncoder().encode(text));
    const first = files.find(({ path }) => path.endsWith(".journey"));
    if (first) await window.showTextDocument(first.uri);
  });
}

async function holdsOther(uri: Uri, text: string): Promise<boolean> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri)) !== text;
  } catch {
    // It is not there yet.
    return false;
  }
}

async function mayOverwrite(paths: readonly string[]): Promise<boolean> {
  const overwrite = "Overwrite";
  const detail = paths.join("\n");
  const message = paths.length === 1 ? `${paths[0]} exists already.` : `${paths.length} files exist already.`;
  return (await window.showWarningMessage(message, { modal: true, detail }, overwrite)) === overwrite;
}
