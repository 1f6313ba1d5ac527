import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import { countBelow } from "../text/count-below.js";
import type { Range } from "../text/range.js";
import { versionsWith } from "./known-properties.js";
import { lookUpNodeType } from "./node-types.js";
import { pageTypeId } from "./pages.js";
import type { FileScope } from "./scope.js";

type Declaration = NodeDeclaration | PageDeclaration;

/** The nodes of a journey, in the order of the text, as those to which a property may belong that stands somewhere else. */
export class PropertyOwners {
  readonly #find: () => readonly Declaration[];
  readonly #scope: FileScope;
  #found: FoundNodes | undefined;

  /** The nodes are asked for when a property is in the wrong place, and once. */
  constructor(nodes: () => readonly Declaration[], scope: FileScope) {
    this.#find = nodes;
    this.#scope = scope;
  }

  /**
   * Says in which node a property may belong: in the page around it or a node inside of it, in the node right before or behind it,
   * or in the only one that has such a property. `undefined` where none has it.
   */
  adviseOn(property: string, range: Range): string | undefined {
    this.#found ??= findNodes(this.#find());
    const has = (node: Declaration) => hasProperty(node, property, this.#scope);
    const near = nodesNear(range, this.#found).filter(has);
    const [first, second] = near.length > 0 ? near : firstWhere(has, this.#found);
    if (first?.name === undefined) return undefined;
    const isUnclear = near.length === 0 && second !== undefined;
    const whose = isUnclear ? "Nodes such as" : "";
    const verb = isUnclear ? "have" : "has";
    const where = isUnclear ? "the braces of one" : "its braces";
    return `${whose} \`${first.name.text}\` ${verb} a property of that name: write it in ${where}.`.trim();
  }
}

interface FoundNodes {
  readonly nodes: readonly Declaration[];
  readonly starts: readonly number[];
  /** The first two named nodes of each type, inner nodes included. Types are asked and not nodes, of which there may be many. */
  readonly firstByType: ReadonlyMap<string, readonly Declaration[]>;
}

function findNodes(nodes: readonly Declaration[]): FoundNodes {
  const firstByType = new Map<string, Declaration[]>();
  for (const node of nodes.flatMap((each) => [each, ...innerNodes(each)])) {
    const known = firstByType.get(typeName(node));
    if (!isNamed(node) || known?.length === 2) continue;
    if (known) known.push(node);
    else firstByType.set(typeName(node), [node]);
  }
  return { nodes, starts: nodes.map(({ range }) => range.start), firstByType };
}

/** The node around a range with its inner nodes, the one before it and the one behind it. */
function nodesNear({ start, end }: Range, { nodes, starts }: FoundNodes): readonly Declaration[] {
  const count = countBelow(starts, start);
  const last = nodes[count - 1];
  const outer = last !== undefined && end <= last.range.end ? last : undefined;
  const before = last !== undefined && last.range.end <= start ? last : nodes[count - 2];
  const behind = nodes[countBelow(starts, end)];
  return [outer, ...innerNodes(outer), before, behind].filter((node) => node !== undefined).filter(isNamed);
}

/** The first two nodes for which something holds that is the same for all nodes of a type. */
function firstWhere(has: (node: Declaration) => boolean, { firstByType }: FoundNodes): readonly Declaration[] {
  const found = [...firstByType.values()].filter((nodes) => nodes.slice(0, 1).some(has)).flat();
  return found.sort((left, right) => left.range.start - right.range.start);
}

function innerNodes(node: Declaration | undefined): readonly Declaration[] {
  return node?.kind === "page" ? node.members.filter((member) => member.kind === "node") : [];
}

function isNamed({ name }: Declaration): boolean {
  return name !== undefined;
}

function typeName(node: Declaration): string {
  return node.kind === "page" ? pageTypeId : (node.type?.name.text ?? "");
}

/** Whether the type of a node has a property, in any version. */
export function hasProperty(node: Declaration, property: string, scope: FileScope): boolean {
  const type = lookUpNodeType(typeName(node), scope);
  return type !== undefined && versionsWith(type, property).length > 0;
}
