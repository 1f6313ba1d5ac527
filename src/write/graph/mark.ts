/** The result of a comparison for one node. */
export type Mark = "added" | "removed" | "changed";

/** Options that all writers of pictures share. */
export interface GraphOptions {
  /** Marks by the name of the node, or `Page.Node` for an inner node. Other nodes are drawn without a mark. */
  readonly marks?: ReadonlyMap<string, Mark>;
}

/** The sign of a mark, because a picture must not depend on colours alone. */
export const markSigns: Readonly<Record<Mark, string>> = { added: "+", removed: "−", changed: "~" };

/** The name of a node for marks and readers. */
export function fullName(node: { readonly name: string; readonly page: string | undefined }): string {
  return node.page === undefined ? node.name : `${node.page}.${node.name}`;
}
