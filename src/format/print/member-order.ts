/** The position of each kind of member in its block; lower numbers come first. */
export type MemberGroups<K extends string> = Readonly<Record<K, number>>;

interface Member<K extends string> {
  readonly kind: K;
}

/** Sorts members by group; within a group the author's order is kept. */
export function inOrder<K extends string, M extends Member<K>>(
  members: readonly M[],
  groups: MemberGroups<K>,
): readonly M[] {
  const isOrdered = members.every((member, index) => {
    const previous = members[index - 1];
    return previous === undefined || groups[previous.kind] <= groups[member.kind];
  });
  return isOrdered ? members : members.toSorted((a, b) => groups[a.kind] - groups[b.kind]);
}

/** Whether two neighbours belong to different groups, which are separated by a blank line. */
export function isOtherGroup<K extends string>(groups: MemberGroups<K>, previous: Member<K>, next: Member<K>): boolean {
  return groups[previous.kind] !== groups[next.kind];
}
