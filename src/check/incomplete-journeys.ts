import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, Model } from "../model/model.js";
import type { ParseResult } from "../syntax/parse.js";

/** Codes that the binder reports when a node or connection of the text is missing from the model. */
const lossy: ReadonlySet<Code> = new Set<Code>([
  "duplicate-name",
  "reserved-name",
  "unresolved-target",
  "misspelt-declaration",
  "missing-start",
  "colon-for-arrow",
  "foreign-spelling",
  "duplicate-start",
  "unknown-outcome",
  "duplicate-outcome",
  "ambiguous-outcome",
  "empty-page",
  "edge-in-inner-node",
  "duplicate-id",
  "misplaced-word",
  "unknown-property",
  "duplicate-property",
  "syntax-error",
]);

/**
 * The journeys that the model may not contain completely: those of a file that could not be parsed, and those with a
 * name or an arrow that could not be bound. Rules would report consequences of what has been reported already.
 */
export function incompleteJourneys(
  model: Model,
  parsed: readonly ParseResult[],
  diagnostics: readonly Diagnostic[],
): ReadonlySet<Journey> {
  const broken = new Set(parsed.filter((file) => file.diagnostics.some(isError)).map((file) => file.source));
  const losses = new Map<Diagnostic["place"]["source"], number[]>();
  for (const diagnostic of diagnostics) {
    if (!isError(diagnostic) || !lossy.has(diagnostic.code)) continue;
    const { source, range } = diagnostic.place;
    const starts = losses.get(source);
    if (starts) starts.push(range.start);
    else losses.set(source, [range.start]);
  }
  if (broken.size === 0 && losses.size === 0) return new Set();
  const extents = extentsOf(parsed.filter(({ source }) => losses.has(source)));
  return new Set(
    model.journeys.filter((journey) => {
      const { source, range } = journey.place;
      if (broken.has(source)) return true;
      const extent = extents.get(source)?.get(range.start);
      return losses.get(source)?.some((at) => extent && extent.start <= at && at <= extent.end) ?? false;
    }),
  );
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** The ranges of all journeys by file and by the start of their name, which is the place that the model knows. */
function extentsOf(parsed: readonly ParseResult[]) {
  return new Map(
    parsed.map(({ file, source }) => [
      source,
      new Map(
        file.items.flatMap((item) =>
          item.kind === "journey" && item.name ? [[item.name.range.start, item.range] as const] : [],
        ),
      ),
    ]),
  );
}
