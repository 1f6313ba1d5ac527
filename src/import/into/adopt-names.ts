import type { Connection, Journey, JourneyNode, Resource, Script, Target } from "../../model/model.js";

/**
 * Gives the nodes and scripts of an export the names and files that an existing source has for them; they are matched
 * by id. A new node or script keeps its name unless the source uses it.
 */
export function adoptNames(read: Journey, existing: Journey): Journey {
  const names = new Map<string, string>();
  nameNodes(read.nodes, existing, names);
  const scripts = adoptScripts(read.scripts, existing.scripts);
  return {
    ...read,
    name: existing.name,
    entry: read.entry && renameConnection(read.entry, names),
    nodes: read.nodes.map((node) => renameNode(node, names)),
    scripts,
    resources: adoptFiles(read.resources, existing.resources),
    rules: existing.rules,
    raw: undefined,
  };
}

function nameNodes(nodes: readonly JourneyNode[], existing: Journey, names: Map<string, string>): void {
  const known = new Map<string, string>();
  for (const node of existing.nodes) {
    known.set(node.id, node.name);
    for (const child of node.children) known.set(child.id, child.name);
  }
  nameScope(nodes, existing.nodes, known, names);
  const pages = new Map(existing.nodes.map((node) => [node.id, node]));
  for (const node of nodes) nameScope(node.children, pages.get(node.id)?.children ?? [], known, names);
}

/**
 * Names one block of nodes. Names of the source stay reserved, even those of removed nodes, so that references to them
 * do not get another meaning.
 */
function nameScope(
  nodes: readonly JourneyNode[],
  before: readonly JourneyNode[],
  known: ReadonlyMap<string, string>,
  names: Map<string, string>,
): void {
  const taken = new Set(before.map((node) => node.name));
  const ids = new Set(before.map((node) => node.id));
  for (const node of nodes) {
    const name = ids.has(node.id) ? known.get(node.id) : undefined;
    if (name !== undefined) names.set(node.id, name);
  }
  for (const node of nodes) {
    if (!names.has(node.id)) names.set(node.id, freeName(known.get(node.id) ?? node.name, taken));
  }
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${/\d$/.test(name) ? "_" : ""}${number}`;
  taken.add(free);
  return free;
}

function renameNode(node: JourneyNode, names: ReadonlyMap<string, string>): JourneyNode {
  const childNames = new Map(node.children.map((child) => [child.name, names.get(child.id) ?? child.name]));
  return {
    ...node,
    name: names.get(node.id) ?? node.name,
    connections: node.connections.map((connection) => renameConnection(connection, names)),
    outcomes: node.outcomes.map((outcome) => ({
      ...outcome,
      child: outcome.child === undefined ? undefined : (childNames.get(outcome.child) ?? outcome.child),
    })),
    children: node.children.map((child) => ({
      ...child,
      name: names.get(child.id) ?? child.name,
      page: names.get(node.id) ?? node.name,
    })),
  };
}

function renameConnection(connection: Connection, names: ReadonlyMap<string, string>): Connection {
  return { ...connection, target: renameTarget(connection.target, names) };
}

function renameTarget(target: Target, names: ReadonlyMap<string, string>): Target {
  return target.kind === "node" ? { ...target, name: names.get(target.id) ?? target.name } : target;
}

function adoptScripts(scripts: readonly Script[], before: readonly Script[]): readonly Script[] {
  const known = new Map(before.map((script) => [script.id, script]));
  const taken = new Set(before.map((script) => script.name));
  return scripts.map((script) => {
    const old = known.get(script.id);
    return old === undefined
      ? { ...script, name: freeName(script.name, taken) }
      : { ...script, name: old.name, file: old.file };
  });
}

function adoptFiles(resources: readonly Resource[], before: readonly Resource[]): readonly Resource[] {
  const keyOf = ({ kind, id }: Resource) => `${kind} ${id}`;
  const known = new Map(before.map((resource) => [keyOf(resource), resource]));
  return resources.map((resource) => {
    const old = known.get(keyOf(resource));
    return old === undefined ? resource : { ...resource, file: old.file };
  });
}
