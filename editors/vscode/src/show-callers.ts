import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  commands,
  type Disposable,
  Location,
  Position,
  Uri,
} from "vscode";

/** What stands above a journey that others call: the places where they do so, in a window at the journey. */
export function registerShowCallers(): Disposable {
  return commands.registerCommand(
    "journey.showCallers",
    async (
      address: string,
      _journey: string,
      { line, character }: { readonly line: number; readonly character: number },
    ) => {
      const uri = Uri.parse(address);
      const at = new Position(line, character);
      const [item] = await commands.executeCommand<CallHierarchyItem[]>("vscode.prepareCallHierarchy", uri, at);
      if (item === undefined) return;
      const calls = await commands.executeCommand<CallHierarchyIncomingCall[]>("vscode.provideIncomingCalls", item);
      const places = calls.flatMap(({ from, fromRanges }) => fromRanges.map((range) => new Location(from.uri, range)));
      await commands.executeCommand("editor.action.showReferences", uri, at, places);
    },
  );
}
