import { journeyRequests } from "./journey-requests.js";

/** Says whether a value can be what it should. */
type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === "string";
const flag: Shape = (value) => typeof value === "boolean";
const count: Shape = (value) => Number.isInteger(value) && (value as number) >= 0;
const list = (item: Shape): Shape => {
  return (value) => Array.isArray(value) && value.every(item);
};
const object = (parts: Readonly<Record<string, Shape>>): Shape => {
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(parts).every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
};
const optional = (shape: Shape): Shape => {
  return (value) => value === undefined || value === null || shape(value);
};

const textDocument = object({ uri: text });
const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const item = object({ uri: text, data: text });
const inDocument = { textDocument };
const atPosition = { textDocument, position };
const inRange = { textDocument, range };

/** What the requests that are answered here need of their parameters. What they may lack is not looked at, except where it is read. */
const needs: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  initialize: { capabilities: object({}), workspaceFolders: optional(list(textDocument)), rootUri: optional(text) },
  "textDocument/diagnostic": inDocument,
  "textDocument/completion": atPosition,
  "textDocument/hover": atPosition,
  "textDocument/definition": atPosition,
  "textDocument/references": { ...atPosition, context: object({ includeDeclaration: flag }) },
  "textDocument/documentHighlight": atPosition,
  "textDocument/documentSymbol": inDocument,
  "textDocument/documentLink": inDocument,
  "textDocument/foldingRange": inDocument,
  "textDocument/selectionRange": { textDocument, positions: list(position) },
  "textDocument/semanticTokens/full": inDocument,
  "textDocument/codeAction": {
    ...inRange,
    context: object({ diagnostics: list(object({ range })), only: optional(list(text)) }),
  },
  "textDocument/codeLens": inDocument,
  "textDocument/inlayHint": inRange,
  "textDocument/formatting": inDocument,
  "textDocument/rangeFormatting": inRange,
  "textDocument/onTypeFormatting": atPosition,
  "textDocument/prepareRename": atPosition,
  "textDocument/rename": { ...atPosition, newName: text },
  "textDocument/prepareCallHierarchy": atPosition,
  "callHierarchy/incomingCalls": { item },
  "callHierarchy/outgoingCalls": { item },
  "workspace/symbol": { query: text },
  "workspace/diagnostic": { previousResultIds: list(object({ uri: text, value: text })) },
  [journeyRequests.picture]: { textDocument, position: optional(position) },
  [journeyRequests.simulate]: {
    run: optional(count),
    textDocument: optional(textDocument),
    position: optional(position),
    journey: optional(text),
    command: optional(object({})),
  },
  [journeyRequests.runScenarios]: { scenarios: optional(list(object({ uri: text, title: text }))) },
  [journeyRequests.exportText]: inDocument,
  [journeyRequests.importExport]: inDocument,
  [journeyRequests.compare]: { before: text, after: text },
};

/** What is wrong with the parameters of a request, as a sentence; `undefined` where it can be answered. */
export function shapeProblem(method: string, params: unknown): string | undefined {
  const parts = Object.hasOwn(needs, method) ? needs[method] : undefined;
  if (parts === undefined) return undefined;
  if (!object({})(params)) return `${method} needs parameters`;
  for (const [name, shape] of Object.entries(parts)) {
    const value = (params as Record<string, unknown>)[name];
    if (shape(value)) continue;
    return value === undefined
      ? `${method} needs "${name}"`
      : `"${name}" of ${method} has another shape than the protocol says`;
  }
  return undefined;
}
