import { commands, type Disposable, type Uri, ViewColumn, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ComparedPage,
  journeyRequests,
  type RequestRefusal,
} from "../../../../src/language-server/journey-requests.js";
import { ask } from "../language-client.js";
import { chosenFile } from "./chosen-file.js";

/** "Compare With…": what really differs between two texts or exports, in any combination. */
export function registerCompare(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("journey.compareWith", async (uri?: Uri, selected?: readonly Uri[]) => {
    const after = chosenFile(uri);
    if (after === undefined) return;
    const before = selected?.find((each) => each.toString() !== after.toString()) ?? (await chooseOther(after));
    if (before === undefined) return;
    const params = {
      before: client.code2ProtocolConverter.asUri(before),
      after: client.code2ProtocolConverter.asUri(after),
    };
    const answer = await ask<ComparedPage | RequestRefusal>(client, journeyRequests.compare, params);
    if (answer === null) return;
    if ("problem" in answer) {
      await window.showErrorMessage(answer.problem);
      return;
    }
    const names = [before, after].map((each) => each.path.split("/").pop());
    if (answer.isSame) {
      await window.showInformationMessage(`${names.join(" and ")} mean the same.`);
      return;
    }
    // The page has its own policy, which allows nothing but its style.
    const panel = window.createWebviewPanel("journey.compare", names.join(" ↔ "), ViewColumn.Active, {});
    panel.webview.html = answer.html;
  });
}

async function chooseOther(after: Uri): Promise<Uri | undefined> {
  const files = await workspace.findFiles("**/*.{journey,json}", "**/node_modules/**");
  const items = files
    .filter((file) => file.toString() !== after.toString())
    .map((file) => ({ label: workspace.asRelativePath(file), file }))
    .sort((left, right) => (left.label < right.label ? -1 : 1));
  const chosen = await window.showQuickPick(items, { placeHolder: "The older version: a .journey file or an export" });
  return chosen?.file;
}
