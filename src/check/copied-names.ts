import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import { countBelow } from "../text/count-below.js";
import type { SourceFile } from "../text/source-file.js";

/** What is said of a name that nothing has, by the keyword of the declarations that could have it. */
const unknownAs: Readonly<Record<string, ReadonlySet<Code>>> = {
  node: new Set<Code>(["unresolved-target", "unknown-node"]),
  script: new Set<Code>(["unknown-script"]),
  param: new Set<Code>(["unknown-param"]),
  journey: new Set<Code>(["unknown-inner-journey", "unknown-journey"]),
};

const mostShown = 5;

/**
 * Joins a name that two declarations have with the one name that none has: who copies a declaration mostly forgets to rename the copy. What
 * is said where that name stands, even which other name is like it, would lead away from the copy.
 */
export function joinCopiedNames(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const copies = diagnostics.filter(({ code, place }) => code === "duplicate-name" && place.pointer === undefined);
  if (copies.length === 0) return diagnostics;
  const owners = new Owners();
  const joined = new Map<Diagnostic, Diagnostic>();
  const leftOut = new Set<Diagnostic>();
  for (const copy of copies) {
    const kind = keywordOf(copy.place);
    const codes = unknownAs[kind];
    if (codes === undefined || copies.some((other) => other !== copy && keywordOf(other.place) === kind)) continue;
    const uses = diagnostics.filter((each) => codes.has(each.code) && isWithin(each.place, copy.place, kind, owners));
    const header = lineAt(copy.place);
    const strange = uses.filter(({ place }) => !header.includes(nameAt(place)));
    const [name, second] = new Set(strange.map(({ place }) => nameAt(place)));
    if (second !== undefined) continue;
    // What the copy itself is called is unknown only because the copy does not count.
    for (const use of uses) leftOut.add(use);
    if (name !== undefined) joined.set(copy, withName(copy, name, strange));
  }
  return diagnostics.filter((each) => !leftOut.has(each)).map((each) => joined.get(each) ?? each);
}

function withName(copy: Diagnostic, name: string, uses: readonly Diagnostic[]): Diagnostic {
  const places = uses.flatMap(({ place, related }) => [
    { place, message: `\`${name}\` is meant here` },
    ...related.filter((each) => each.message !== "" && nameAt(each.place) === name),
  ]);
  const help = `Rename one of the two to \`${name}\`, which is used and which nothing is called.`;
  return { ...copy, help, related: [...copy.related, ...places.slice(0, mostShown)] };
}

/** The keyword of the declaration whose name stands at a place. A page is a node. */
function keywordOf(place: Place): string {
  const [, word = ""] = /^\s*(journey|node|page|script|param)\b/.exec(lineAt(place)) ?? [];
  return word === "page" ? "node" : word;
}

function lineAt({ source, range }: Place): string {
  return source.lineText(source.positionAt(range.start).line);
}

/** Whether a name can be that of a declaration: nodes are those of their journey, and all but journeys are those of their file. */
function isWithin(use: Place, copy: Place, kind: string, owners: Owners): boolean {
  if (kind === "journey") return use.pointer === undefined;
  if (use.source !== copy.source || use.pointer !== undefined) return false;
  const owner = owners.of(use);
  return kind !== "node" || owner.startsWith("scenario") || owner === owners.of(copy);
}

/** The headers of journeys and scenarios, for which each source is searched once. */
class Owners {
  readonly #known = new Map<SourceFile, { readonly starts: readonly number[]; readonly headers: readonly string[] }>();

  /** The header of the journey or scenario around a place. */
  of({ source, range }: Place): string {
    let known = this.#known.get(source);
    if (known === undefined) {
      const found = [...source.text.matchAll(/^(?:journey|scenario)\b.*$/gm)];
      known = { starts: found.map(({ index }) => index), headers: found.map(([header]) => header) };
      this.#known.set(source, known);
    }
    return known.headers[countBelow(known.starts, range.start) - 1] ?? "";
  }
}

function nameAt({ source, range }: Place): string {
  return source.slice(range).replace(/^\$\{|^["']|\}$|["']$/g, "");
}
