import { commands, type ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerCompare } from "./exports/compare.js";
import { registerExportText } from "./exports/export-text.js";
import { registerImport } from "./exports/import-here.js";
import { registerNewJourney } from "./new-journey.js";
import { Preview } from "./preview/preview.js";
import { ScenarioTests } from "./scenarios/scenario-tests.js";
import { registerShowCallers } from "./show-callers.js";
import { registerSimulate } from "./simulate/simulate-panel.js";

/** Starts the server's client and everything that asks it. */
export async function startExtension(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const { subscriptions, extensionUri } = context;
  const preview = new Preview(client, extensionUri);
  subscriptions.push(
    client,
    preview,
    new ScenarioTests(client, preview),
    registerNewJourney(),
    registerShowCallers(),
    registerSimulate(client, extensionUri),
    registerExportText(client),
    registerImport(client),
    registerCompare(client),
    commands.registerCommand("journey.restartServer", async () => {
      // A server that is busy does not answer; it is ended all the same.
      await client.stop().catch(() => undefined);
      await client.start();
    }),
    commands.registerCommand("journey.showOutput", () => client.outputChannel.show()),
  );
  await client.start();
}
