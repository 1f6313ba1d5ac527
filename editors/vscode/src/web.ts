import type { ExtensionContext } from "vscode";
import { registerNewJourney } from "./new-journey.js";

/** The extension in a browser: vscode.dev, github.dev. */
export function activate({ subscriptions }: ExtensionContext): void {
  subscriptions.push(registerNewJourney());
}
