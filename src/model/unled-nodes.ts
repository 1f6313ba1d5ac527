import type { JourneyMember, NodeDeclaration, PageDeclaration } from "../syntax/ast.js";

/** The nodes that neither the start nor an arrow of another node leads to, as they are written. */
export function unledNodes(
  nodes: ReadonlyMap<string, { readonly name: string; readonly declaration: NodeDeclaration | PageDeclaration }>,
  members: readonly JourneyMember[],
): readonly string[] {
  const led = new Set<string>();
  for (const member of members) if (member.kind === "entry" && member.target !== undefined) led.add(member.target.text);
  for (const { name, declaration } of nodes.values())
    for (const member of declaration.members)
      if (member.kind === "edge" && member.target !== undefined && member.target.text !== name)
        led.add(member.target.text);
  return [...nodes.keys()].filter((name) => !led.has(name));
}
