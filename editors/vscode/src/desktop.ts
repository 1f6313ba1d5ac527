import type { ExtensionContext } from "vscode";
import { registerNewJourney } from "./new-journey.js";

/** The extension on the desktop. */
export function activate({ subscriptions }: ExtensionContext): void {
  subscriptions.push(registerNewJourney());
}
