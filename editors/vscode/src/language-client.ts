import type { TextDocument } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";

export const clientName = "Journey";

/** Exports as text are for reading: what is wrong with them is found in the export. */
export const exportScheme = "journey-export";

function unlessExport<Rest extends readonly unknown[]>(
  document: TextDocument,
  next: (...all: Rest) => Promise<void>,
  ...all: Rest
): Promise<void> {
  return document.uri.scheme === exportScheme ? Promise.resolve() : next(...all);
}

/** What both clients, on the desktop and in a browser, have in common. */
export const clientOptions: LanguageClientOptions = {
  // Exports are told from other JSON by their content, which the server looks at.
  documentSelector: [{ language: "journey" }, { language: "json", pattern: "**/*.json" }],
  initializationOptions: {
    continues: "editor.action.triggerSuggest",
    lenses: { runScenario: "journey.runScenario", simulate: "journey.simulate", showCallers: "journey.showCallers" },
  },
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  diagnosticCollectionName: "journeyc",
  middleware: {
    didOpen: (document, next) => unlessExport(document, next, document),
    didChange: (event, next) => unlessExport(event.document, next, event),
    didClose: (document, next) => unlessExport(document, next, document),
  },
};

/** What the server answers, or `null` where it has nothing to say, or not any more. */
export async function ask<Answer>(client: BaseLanguageClient, method: string, params: object): Promise<Answer | null> {
  try {
    return await client.sendRequest<Answer | null>(method, params);
  } catch (error) {
    if (isOutdated(error)) return null;
    throw error;
  }
}

/** The same for what nobody has asked for by a command: a server that is stopped, or started again, has nothing to say either. */
export async function askInPassing<Answer>(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<Answer | null> {
  if (!client.isRunning()) return null;
  try {
    return await ask<Answer>(client, method, params);
  } catch (error) {
    if (!client.isRunning()) return null;
    throw error;
  }
}

/** Whether a request was given up because something has changed meanwhile. */
function isOutdated(error: unknown): boolean {
  const contentModified = -32801;
  const requestCancelled = -32800;
  const { code } = error as { readonly code?: unknown };
  return code === contentModified || code === requestCancelled;
}
