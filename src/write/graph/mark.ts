/** What a comparison says of a node. */
export type Mark = "added" | "removed" | "changed";

/** What the writers of pictures take besides the journey. */
export interface GraphOptions {
  /** By the name of the node; of an inner node, `Page.Node`. Nodes that are not named here are drawn plainly. */
  readonly marks?: ReadonlyMap<string, Mark>;
}

/** The sign of a mark: a picture must not depend on colours alone. */
export const markSigns: Readonly<Record<Mark, string>> = { added: "+", removed: "−", changed: "~" };

/** The name under which marks and readers know a node. */
export function fullName(node: { readonly name: string; readonly page: string | undefined }): string {
  return node.page === undefined ? node.name : `${node.page}.${node.name}`;
}
