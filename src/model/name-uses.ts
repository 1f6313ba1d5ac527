import type { DiagnosticExtras, Fix, Place } from "../diagnostics/diagnostic.js";
import { helpOnLookAlike } from "../diagnostics/look-alike.js";
import type { Reporter } from "./reporter.js";

/** What is said of the further places of an unknown name, which is told once. */
export const alsoUsed = "Also used here";

/** A use of a name that nothing declares. */
export interface UnknownUse {
  readonly name: string;
  readonly place: Place;
  /** The known name that is most like it. */
  readonly near: string | undefined;
  /** Where that is declared; absent for names that the text does not declare. */
  readonly nearPlace: Place | undefined;
  /** What changes the use to the near name, where that is not the name alone. */
  readonly fixesTo?: (near: string) => readonly Fix[];
  /** What is said where nothing is like it. */
  readonly otherwise?: string | undefined;
  readonly report: (extras: DiagnosticExtras) => void;
}

/** Where the uses of names are noted by whoever looks the names up. */
export interface NotedUses {
  use(name: string): void;
  unknown(use: Omit<UnknownUse, "nearPlace">): void;
}

interface UsesOptions {
  /** Names that are known outside of the texts are not changed by a fix. */
  readonly mayRename?: boolean;
  /** The names that a use may mean although they are not like it, where they are declared. */
  readonly declared?: () => ReadonlyMap<string, Place | undefined>;
}

const noNames = (): ReadonlyMap<string, Place | undefined> => new Map();

/**
 * The uses of the names of one kind, to tell a misspelt use from a misspelt declaration: where nothing has the declared name
 * and several uses agree on another one, the declaration is wrong. Uses that name nothing are reported when all are known.
 */
export class NameUses {
  readonly #what: string;
  readonly #mayRename: boolean;
  readonly #declared: () => ReadonlyMap<string, Place | undefined>;
  readonly #reporter: Reporter;
  /** Names that are declared for a part of the text. */
  readonly #within = new Map<string, Place>();
  readonly #used = new Set<string>();
  readonly #meant = new Set<string>();
  readonly #unknown = new Map<string, UnknownUse[]>();
  /** The uses since somebody began to note them. */
  #noted: string[] | undefined;

  /** `what` is the kind, as messages call it. */
  constructor(what: string, reporter: Reporter, { mayRename = true, declared = noNames }: UsesOptions = {}) {
    this.#what = what;
    this.#mayRename = mayRename;
    this.#declared = declared;
    this.#reporter = reporter;
  }

  /** Uses that go on from these, which stay as they are. */
  continuedFor(reporter: Reporter): NameUses {
    const uses = new NameUses(this.#what, reporter, { mayRename: this.#mayRename, declared: this.#declared });
    for (const name of this.#used) uses.#used.add(name);
    for (const name of this.#meant) uses.#meant.add(name);
    return uses;
  }

  /** Notes a name that is declared for a part of the text only. */
  declareWithin(name: string, place: Place): void {
    this.#within.set(name, place);
  }

  /** Notes that something uses this declared name. */
  use(name: string): void {
    this.#used.add(name);
    this.#noted?.push(name);
  }

  /** Begins to note which declared names are used, until the end that it gives. */
  note(): { readonly end: () => readonly string[] } {
    const noted: string[] = [];
    this.#noted = noted;
    return {
      end: () => {
        this.#noted = undefined;
        return noted;
      },
    };
  }

  /** Whether something uses this declared name, or a misspelt one that means it. */
  isUsed(name: string): boolean {
    return this.#used.has(name) || this.#meant.has(name);
  }

  unknown(use: UnknownUse): void {
    this.#reporter.postpone();
    if (use.near !== undefined) this.#meant.add(use.near);
    const known = this.#unknown.get(use.name);
    if (known) known.push(use);
    else this.#unknown.set(use.name, [use]);
  }

  /** Reports the uses that name nothing. `elsewhere` are the names of uses that are not looked at here. Gives the unknown names. */
  settle(elsewhere: Iterable<string> = []): readonly string[] {
    if (this.#unknown.size === 0) return [];
    const named = countOf(elsewhere);
    const known: Known = { elsewhere: named, meant: countOf(this.#meantNames()), left: this.#onlyUnused(named) };
    const names = [...this.#unknown.keys()];
    for (const uses of this.#unknown.values()) this.#report(uses, known);
    this.#unknown.clear();
    return names;
  }

  /** The one declared name that nothing uses, where one name is unknown and like none: it is most likely meant. */
  #onlyUnused(elsewhere: ReadonlyMap<string, number>): string | undefined {
    const strange = [...this.#unknown.values()].filter(([use]) => use?.near === undefined);
    if (strange.length !== 1) return undefined;
    const [only, second] = [...this.#declared().keys(), ...this.#within.keys()].filter(
      (name) => !this.isUsed(name) && !elsewhere.has(name),
    );
    if (only === undefined || second !== undefined) return undefined;
    this.#meant.add(only);
    return only;
  }

  *#meantNames(): Iterable<string> {
    for (const [use] of this.#unknown.values()) if (use?.near !== undefined) yield use.near;
  }

  #report(uses: readonly UnknownUse[], { elsewhere, meant, left }: Known): void {
    const [first, ...others] = uses as [UnknownUse, ...UnknownUse[]];
    const { name, near, nearPlace } = first;
    if (near === undefined) {
      const related = others.map(({ place }) => ({ place, message: alsoUsed }));
      const place = left === undefined ? undefined : (this.#declared().get(left) ?? this.#within.get(left));
      if (left === undefined)
        first.report(first.otherwise === undefined ? { related } : { help: first.otherwise, related });
      else {
        const unused = place === undefined ? [] : [{ place, message: `\`${left}\` is declared here` }];
        first.report({ help: `Nothing uses \`${left}\`: did you mean that?`, related: [...unused, ...related] });
      }
      return;
    }
    const alike = helpOnLookAlike(name, near);
    const help = alike ?? `Did you mean \`${near}\`?`;
    const isStrange = helpOnLookAlike(near, name) !== undefined;
    if (alike !== undefined || nearPlace === undefined || this.#used.has(near) || elsewhere.has(near)) {
      if (nearPlace === undefined) this.#reportAsOne(first, others, help);
      else for (const use of uses) use.report({ help, fixes: this.#fixesFor(use) });
      return;
    }
    const count = uses.length + (elsewhere.get(name) ?? 0);
    // One use against one declaration: either may be misspelt. So may each of several uses that do not agree.
    if (!isStrange && (count === 1 || meant.get(near) !== 1)) {
      const related = [{ place: nearPlace, message: `\`${near}\` is declared here` }];
      for (const { report } of uses) report({ help, related });
      return;
    }
    const args = { what: this.#what, declared: near, used: name, count };
    const related = uses.map(({ place }) => ({ place, message: "Used here" }));
    const offered = this.#reporter.offer([name], nearPlace);
    const fixes = this.#mayRename ? (offered.fixes ?? []) : [];
    const extras = isStrange && offered.help !== undefined ? { help: offered.help } : {};
    this.#reporter.report("misspelt-declaration", nearPlace, args, { ...extras, fixes, related });
  }

  /** One name that several steps of a scenario have is one mistake, such as a rename that left them behind. */
  #reportAsOne(first: UnknownUse, others: readonly UnknownUse[], help: string): void {
    const fixes = [first, ...others].map((use) => this.#fixesFor(use));
    const [fix] = fixes[0] ?? [];
    const isClear = fix !== undefined && fixes.every(({ length }) => length === 1);
    const whole = isClear ? [{ ...fix, edits: fixes.flatMap((each) => each.flatMap(({ edits }) => edits)) }] : [];
    first.report({ help, fixes: whole, related: others.map(({ place }) => ({ place, message: alsoUsed })) });
  }

  #fixesFor({ near, place, fixesTo }: UnknownUse): readonly Fix[] {
    if (near === undefined) return [];
    return fixesTo?.(near) ?? this.#reporter.offer([near], place).fixes ?? [];
  }
}

/** What is known where the uses of one name are told. */
interface Known {
  /** How often names are used elsewhere. */
  readonly elsewhere: ReadonlyMap<string, number>;
  /** How many unknown names may mean a declared one. */
  readonly meant: ReadonlyMap<string, number>;
  /** The declared name that is left for an unknown one. */
  readonly left: string | undefined;
}

function countOf(names: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
