import { type Uri, window } from "vscode";

/** The file of a context menu, or that of the active editor where the command came from the palette. */
export function chosenFile(uri: Uri | undefined): Uri | undefined {
  const file = uri ?? window.activeTextEditor?.document.uri;
  if (file === undefined) void window.showInformationMessage("Open an export first, or choose one in the Explorer.");
  return file;
}
