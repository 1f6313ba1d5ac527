/** New names by old names. */
export type Names = ReadonlyMap<string, string>;

/** The new names that one version of a file has for what an older version has. */
export interface Renames {
  readonly params: Names;
  readonly journeys: Names;
  /** By {@link scenarioKey}. */
  readonly scenarios: Names;
  /** By the old name of the journey; an inner node is `Page.Node` with both old names, its new name stands alone. */
  readonly nodes: ReadonlyMap<string, Names>;
}

/** Something that both sides renamed, each in its own way. */
export interface RenamedTwice {
  readonly kind: "param" | "journey" | "scenario" | "node";
  /** What it is called in the merged text: of a node, with its journey and perhaps its page before it. */
  readonly path: readonly string[];
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergedNames {
  /** The renames by which each version gets the names of the merged text. */
  readonly base: Renames;
  readonly ours: Renames;
  readonly theirs: Renames;
  readonly twice: readonly RenamedTwice[];
}

/** By what a scenario is known: its title and the name of its journey. */
export function scenarioKey(title: string, journey: string): string {
  return `${title}\u0000${journey}`;
}

/** Unites the renames of two sides: what both renamed gets the name of ours. */
export function mergeNames(byOurs: Renames, byTheirs: Renames): MergedNames {
  const twice: RenamedTwice[] = [];
  const names = { base: new NewNames(), ours: new NewNames(), theirs: new NewNames() };
  const unite = (ours: Names, theirs: Names, found: (old: string, to: string, own: Owned) => void) => {
    for (const old of new Set([...ours.keys(), ...theirs.keys()])) {
      const to = ours.get(old) ?? theirs.get(old);
      if (to !== undefined) found(old, to, { base: undefined, ours: ours.get(old), theirs: theirs.get(old) });
    }
  };
  const clash = (kind: RenamedTwice["kind"], path: readonly string[], base: string, { ours, theirs }: Owned) => {
    if (ours !== undefined && theirs !== undefined && ours !== theirs) twice.push({ kind, path, base, ours, theirs });
  };
  const journeyIn = (side: Renames | undefined, name: string) => side?.journeys.get(name) ?? name;
  const sides = { base: undefined, ours: byOurs, theirs: byTheirs };

  for (const kind of ["param", "journey"] as const) {
    unite(byOurs[`${kind}s`], byTheirs[`${kind}s`], (old, to, own) => {
      for (const side of allSides) add(names[side][`${kind}s`], own[side] ?? old, to);
      clash(kind, [to], old, own);
    });
  }
  unite(byOurs.scenarios, byTheirs.scenarios, (key, to, own) => {
    const [old = "", journey = ""] = key.split("\u0000");
    for (const side of allSides) {
      if (own[side] === to) continue;
      names[side].scenarios.set(scenarioKey(own[side] ?? old, journeyIn(sides[side], journey)), to);
    }
    clash("scenario", [to], old, own);
  });
  const none: Names = new Map();
  for (const journey of new Set([...byOurs.nodes.keys(), ...byTheirs.nodes.keys()])) {
    const [ours, theirs] = [byOurs.nodes.get(journey) ?? none, byTheirs.nodes.get(journey) ?? none];
    const nodeIn = { base: none, ours, theirs };
    unite(ours, theirs, (key, to, own) => {
      const [page, child] = key.split(".");
      const old = child ?? key;
      for (const side of allSides) {
        const name = own[side] ?? old;
        if (name === to) continue;
        const owner = page === undefined || child === undefined ? undefined : (nodeIn[side].get(page) ?? page);
        names[side].node(journeyIn(sides[side], journey), owner === undefined ? name : `${owner}.${name}`, to);
      }
      const owner = child === undefined || page === undefined ? [] : [ours.get(page) ?? theirs.get(page) ?? page];
      const home = byOurs.journeys.get(journey) ?? byTheirs.journeys.get(journey) ?? journey;
      clash("node", [home, ...owner, to], old, own);
    });
  }
  return { ...names, twice };
}

const allSides = ["base", "ours", "theirs"] as const;

/** The name that each side has for one thing, where the side renamed it. */
type Owned = Readonly<Record<(typeof allSides)[number], string | undefined>>;

function add(names: Map<string, string>, from: string, to: string): void {
  if (from !== to) names.set(from, to);
}

class NewNames implements Renames {
  readonly params = new Map<string, string>();
  readonly journeys = new Map<string, string>();
  readonly scenarios = new Map<string, string>();
  readonly nodes = new Map<string, Map<string, string>>();

  node(journey: string, name: string, to: string): void {
    const names = this.nodes.get(journey) ?? new Map<string, string>();
    this.nodes.set(journey, names.set(name, to));
  }
}
