/**
 * Orders the nodes of a journey for a reader who begins at the start. A node comes after all nodes that lead to it
 * (except in loops). The path of the first outcome comes first, and the node where paths meet again comes after them.
 * Unreachable nodes follow in the given order. Linear and without recursion. Ids that are not in `ids` are ignored.
 */
export function readingOrder(
  entry: string | undefined,
  ids: readonly string[],
  targetsOf: (id: string) => readonly string[],
): readonly string[] {
  const unread = new Set(ids);
  const order: string[] = [];
  const read = (root: string) => {
    for (const id of reversePostorder(root, unread, targetsOf)) order.push(id);
  };
  if (entry !== undefined && unread.has(entry)) read(entry);
  for (const root of rootsOf(unread, targetsOf)) read(root);
  for (const id of ids) if (unread.has(id)) read(id);
  return order;
}

/** The nodes that no other node leads to. */
function rootsOf(ids: ReadonlySet<string>, targetsOf: (id: string) => readonly string[]): readonly string[] {
  const entered = new Set<string>();
  for (const id of ids) for (const target of targetsOf(id)) if (target !== id) entered.add(target);
  return [...ids].filter((id) => !entered.has(id));
}

interface Visit {
  readonly id: string;
  readonly targets: readonly string[];
  next: number;
}

/** Walks depth-first, with the last outcome first, and reverses the result: so the path of the first outcome comes first. */
function reversePostorder(
  root: string,
  unread: Set<string>,
  targetsOf: (id: string) => readonly string[],
): readonly string[] {
  const visit = (id: string): Visit => {
    const targets = targetsOf(id);
    return { id, targets, next: targets.length - 1 };
  };
  if (!unread.delete(root)) return [];
  const done: string[] = [];
  const open = [visit(root)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const target = top.targets[top.next--];
    if (target === undefined) {
      done.push(top.id);
      open.pop();
    } else if (unread.delete(target)) open.push(visit(target));
  }
  return done.reverse();
}
