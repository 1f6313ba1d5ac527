import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import { versionsWith } from "./known-properties.js";
import { lookUpNodeType } from "./node-types.js";
import { pageTypeId } from "./pages.js";
import type { FileScope } from "./scope.js";

type Declaration = NodeDeclaration | PageDeclaration;

/**
 * Says in which node of the journey a property may belong that stands somewhere else: in the page around it or a node inside of it,
 * in the node right before or behind it, or in the only one that has such a property. `undefined` where none has it.
 */
export function adviseOnOwner(
  property: string,
  { start, end }: Range,
  nodes: readonly Declaration[],
  scope: FileScope,
): string | undefined {
  const has = (node: Declaration) => hasProperty(node, property, scope) && node.name !== undefined;
  const outer = nodes.find(({ range }) => range.start < start && end <= range.end);
  const near = [outer, ...innerNodes(outer), before(nodes, start), nodes.find(({ range }) => range.start >= end)];
  const owners = near.filter((node) => node !== undefined && has(node));
  const [first, second] = owners.length > 0 ? owners : nodes.flatMap((node) => [node, ...innerNodes(node)]).filter(has);
  if (first?.name === undefined) return undefined;
  const isUnclear = owners.length === 0 && second !== undefined;
  const whose = isUnclear ? "Nodes such as" : "";
  const verb = isUnclear ? "have" : "has";
  const where = isUnclear ? "the braces of one" : "its braces";
  return `${whose} \`${first.name.text}\` ${verb} a property of that name: write it in ${where}.`.trim();
}

function before(nodes: readonly Declaration[], offset: number): Declaration | undefined {
  return nodes.filter(({ range }) => range.end <= offset).at(-1);
}

function innerNodes(node: Declaration | undefined): readonly Declaration[] {
  return node?.kind === "page" ? node.members.filter((member) => member.kind === "node") : [];
}

/** Whether the type of a node has a property, in any version. */
export function hasProperty(node: Declaration, property: string, scope: FileScope): boolean {
  const type = lookUpNodeType(node.kind === "page" ? pageTypeId : (node.type?.name.text ?? ""), scope);
  return type !== undefined && versionsWith(type, property).length > 0;
}
