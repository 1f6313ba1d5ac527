import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../text/source-file.js";

/**
 * Leaves out findings that rest on a place where something else is wrong: when that is mended, they are gone, or can be judged. Of findings that
 * rest on one another, all stay. What another finding followed from weighs as much as that, so that a check with errors never passes.
 */
export function withoutResting(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.every(({ restsOn = [] }) => restsOn.length === 0)) return diagnostics;
  const bySource = new Map<SourceFile, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { source } = diagnostic.place;
    const found = bySource.get(source);
    if (found) found.push(diagnostic);
    else bySource.set(source, [diagnostic]);
  }
  const sorted = new Map([...bySource].map(([source, found]) => [source, new FoundInSource(found)]));
  /** By list of places, since many findings of one rule often rest on the same list. */
  const known = new Map<readonly Place[], readonly Diagnostic[]>();
  /** The other findings at the places that one rests on. */
  const causesOf = (diagnostic: Diagnostic) => {
    const places = diagnostic.restsOn ?? [];
    const found = known.get(places) ?? places.flatMap((place) => sorted.get(place.source)?.at(place) ?? []);
    known.set(places, found);
    return found.filter((other) => other !== diagnostic);
  };
  const possible = new Map(diagnostics.map((each) => [each, causesOf(each)]));
  /** What is certain to stand or to fall with a cause: that cause. */
  const rootOf = new Map<Diagnostic, Diagnostic>();
  for (const [diagnostic, causes] of possible) if (causes.length === 0) rootOf.set(diagnostic, diagnostic);
  for (let before = -1; before !== rootOf.size; ) {
    before = rootOf.size;
    for (const [diagnostic, causes] of possible) {
      const root = rootOf.has(diagnostic) ? undefined : causes.map((cause) => rootOf.get(cause)).find(Boolean);
      if (root !== undefined) rootOf.set(diagnostic, root);
    }
  }
  const isLeft = (diagnostic: Diagnostic) => (rootOf.get(diagnostic) ?? diagnostic) !== diagnostic;
  const severities = new Map<Diagnostic, Severity>();
  for (const diagnostic of diagnostics) {
    const root = rootOf.get(diagnostic);
    if (root === undefined || !isLeft(diagnostic)) continue;
    severities.set(root, worse(severities.get(root) ?? root.severity, diagnostic.severity));
  }
  return diagnostics
    .filter((diagnostic) => !isLeft(diagnostic))
    .map((diagnostic) => {
      const severity = severities.get(diagnostic) ?? diagnostic.severity;
      return severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
    });
}

const byWeight: readonly Severity[] = ["info", "warning", "error"];

function worse(left: Severity, right: Severity): Severity {
  return byWeight.indexOf(left) < byWeight.indexOf(right) ? right : left;
}

/** The findings of one source in the order of their places: those with offsets, and those with pointers. */
class FoundInSource {
  readonly #byStart: readonly Diagnostic[];
  readonly #byPointer: readonly Diagnostic[];

  constructor(found: readonly Diagnostic[]) {
    const withoutPointer = found.filter(({ place }) => place.pointer === undefined);
    this.#byStart = withoutPointer.sort((left, right) => startOf(left) - startOf(right));
    const withPointer = found.filter(({ place }) => place.pointer !== undefined);
    this.#byPointer = withPointer.sort((left, right) => (pointerOf(left) < pointerOf(right) ? -1 : 1));
  }

  /** Those that stand at a place, or inside of it. */
  at({ pointer, range }: Place): readonly Diagnostic[] {
    if (pointer === undefined)
      return run(
        this.#byStart,
        (each) => startOf(each) >= range.start,
        (each) => startOf(each) <= range.end,
      ).filter(({ place }) => place.range.end <= range.end);
    const inside = `${pointer}/`;
    return [
      ...run(
        this.#byPointer,
        (each) => pointerOf(each) >= pointer,
        (each) => pointerOf(each) === pointer,
      ),
      ...run(
        this.#byPointer,
        (each) => pointerOf(each) >= inside,
        (each) => pointerOf(each).startsWith(inside),
      ),
    ];
  }
}

function startOf({ place }: Diagnostic): number {
  return place.range.start;
}

function pointerOf({ place }: Diagnostic): string {
  return place.pointer ?? "";
}

/** The items of a sorted list from the first that has begun up to the last that goes on. */
function run<Item>(
  items: readonly Item[],
  hasBegun: (item: Item) => boolean,
  goesOn: (item: Item) => boolean,
): readonly Item[] {
  let first = 0;
  for (let high = items.length; first < high; ) {
    const middle = (first + high) >> 1;
    if (hasBegun(items[middle] as Item)) high = middle;
    else first = middle + 1;
  }
  let end = first;
  while (end < items.length && goesOn(items[end] as Item)) end++;
  return items.slice(first, end);
}
