import * as lsp from "vscode-languageserver";
import type { ClientFiles } from "./journey-requests.js";
import { PublishedDiagnostics } from "./published-diagnostics.js";
import { answerCallHierarchy } from "./requests/call-hierarchy.js";
import { setFiles, takeClientFiles } from "./requests/client-files.js";
import { answerCodeActions, codeActionKinds } from "./requests/code-actions.js";
import { answerCompletion, completionTriggers } from "./requests/completion.js";
import { answerExports } from "./requests/exports.js";
import { answerFormatting } from "./requests/formatting.js";
import { answerHints } from "./requests/hints.js";
import { answerNavigation } from "./requests/navigation.js";
import { answerPictures } from "./requests/picture.js";
import { answerRename } from "./requests/rename.js";
import { answerScenarios } from "./requests/scenarios.js";
import { answerSimulations } from "./requests/simulated-runs.js";
import { answerSymbols, tokenLegend } from "./requests/symbols.js";
import { type ClientOptions, type ServerHost, Session } from "./session.js";

/** The files that journeys depend on: texts, exports, configurations, scripts and resources. */
const watchedFiles = "**/*.{journey,json,js,mjs,groovy,html,md,txt}";

/** Answers a client on a connection, from `initialize` to `exit`. */
export function serve(connection: lsp.Connection, host: ServerHost): void {
  const session = new Session(connection, host);
  const published = new PublishedDiagnostics(session);
  const changed = () => published.schedule();

  connection.onInitialize((params) => {
    session.client = params.capabilities;
    session.options = (params.initializationOptions ?? {}) as ClientOptions;
    const folders = params.workspaceFolders ?? (params.rootUri == null ? [] : [{ uri: params.rootUri }]);
    session.setFolders(folders.map(({ uri }) => uri));
    if (host.setFile !== undefined) setFiles(session, params.initializationOptions as ClientFiles);
    return { capabilities: capabilities(), serverInfo: { name: "journeyc", version: host.version } };
  });
  connection.onInitialized(async () => {
    if (session.watchesFiles) {
      const watchers = [{ globPattern: watchedFiles }];
      await connection.client.register(lsp.DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (session.client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session.changeFolders(added, removed);
        changed();
      });
    }
    changed();
  });
  connection.onShutdown(() => published.stop());

  connection.onDidOpenTextDocument(({ textDocument }) => {
    session.openDocument(textDocument);
    changed();
  });
  connection.onDidChangeTextDocument((params) => {
    session.changeDocument(params);
    changed();
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.closeDocument(textDocument.uri);
    changed();
  });
  connection.onDidSaveTextDocument(() => {
    // Who tells nothing of other files may have changed them.
    if (!session.watchesFiles) session.workspace.everythingChanged();
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.workspace.filesChanged(changes.map(({ uri }) => session.paths.pathOf(uri)));
    changed();
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    session.fresh(token, () => published.reportFor(textDocument.uri, previousResultId)),
  );
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    session.fresh(token, () => published.reports(previousResultIds)),
  );
  answerCompletion(session);
  answerCodeActions(session);
  answerFormatting(session);
  answerPictures(session);
  answerScenarios(session);
  answerSimulations(session);
  answerExports(session);
  takeClientFiles(session, changed);
  answerNavigation(session);
  answerSymbols(session);
  answerRename(session);
  answerCallHierarchy(session);
  answerHints(session);
  connection.listen();
}

function capabilities(): lsp.ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: lsp.TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    diagnosticProvider: { identifier: "journeyc", interFileDependencies: true, workspaceDiagnostics: true },
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "}" },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    semanticTokensProvider: { legend: tokenLegend, full: true },
    renameProvider: { prepareProvider: true },
    callHierarchyProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
  };
}
