import type { Json, JsonObject } from "../../src/text/json.js";

export const nodeIds = ["a", "b", "c", "d"].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000001`) as [
  string,
  string,
  string,
  string,
];
export const successId = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
export const failureId = "e301438c-0bd0-429c-ab0c-66126501069a";

/** A node of an export: its reference in the tree, and its settings. */
export interface ExportNode {
  readonly type: string;
  readonly connections: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly reference?: JsonObject;
  readonly body?: JsonObject;
  /** Default: those of the connections. */
  readonly outcomes?: readonly string[] | null;
}

/** An export of nodes by id; the first is where it starts. */
export function exportOf(nodes: Readonly<Record<string, ExportNode>>, more: JsonObject = {}): Record<string, Json> {
  const entries = Object.entries(nodes);
  return {
    tree: {
      _id: "Login",
      entryNodeId: entries[0]?.[0] ?? failureId,
      nodes: Object.fromEntries(
        entries.map(([id, { type, title, connections, reference }]) => [
          id,
          { displayName: title ?? type, nodeType: type, connections, ...reference },
        ]),
      ),
    },
    nodes: Object.fromEntries(
      entries.map(([id, { type, connections, body, outcomes }]) => [
        id,
        {
          _id: id,
          _type: { _id: type },
          ...(outcomes === null
            ? {}
            : { _outcomes: (outcomes ?? Object.keys(connections)).map((each) => ({ id: each, displayName: each })) }),
          ...body,
        },
      ]),
    ),
    ...more,
  };
}
