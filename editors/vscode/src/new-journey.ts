import { commands, type Disposable, SnippetString, window, workspace } from "vscode";

const firstText = `journey \${1:Login} {
  start -> \${2:Ask}

  page $2 {
    pageHeader: "\${3:Sign in}"

    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

/** "New Journey": an unsaved text with a journey to begin with. */
export function registerNewJourney(): Disposable {
  return commands.registerCommand("journey.new", async () => {
    const document = await workspace.openTextDocument({ language: "journey" });
    const editor = await window.showTextDocument(document);
    await editor.insertSnippet(new SnippetString(firstText));
  });
}
