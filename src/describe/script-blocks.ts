import type { DescribedScript, NamedThings, ScriptFacts } from "./description.js";
import { asCodes, asNames, asQuote, type Item, type PageBlock, type Pieces } from "./document.js";

/** The scripts one below the other, each with what its text shows. */
export function scriptBlocks(scripts: readonly DescribedScript[]): readonly PageBlock[] {
  return scripts.flatMap((script): readonly PageBlock[] => [
    { kind: "heading", level: 3, pieces: [script.title] },
    { kind: "list", isNumbered: false, items: scriptItems(script) },
  ]);
}

function scriptItems({ description, engine, language, usedBy, facts }: DescribedScript): readonly Item[] {
  const items: Pieces[] = [];
  if (description !== undefined) items.push([asQuote(description)]);
  if (engine !== undefined) items.push([`Engine: ${engine}`]);
  items.push(usedBy.length === 0 ? ["Nothing here names it"] : ["Used by ", ...asNames(usedBy)]);
  if (facts === undefined)
    items.push([
      language === undefined
        ? "It cannot be read, so that what it does is not known"
        : `Written in ${language}, so that what it does is not known`,
    ]);
  else items.push(...factLines(facts));
  return items.map((pieces) => ({ pieces }));
}

function factLines(facts: ScriptFacts): readonly Pieces[] {
  const lines: Pieces[] = [];
  const add = (title: string, { names: known, hasOthers }: NamedThings, others = "whose names it computes") => {
    if (known.length === 0 && !hasOthers) return;
    const further = known.length > 0 ? `, and perhaps others, ${others}` : `some, ${others}`;
    lines.push([`${title}: `, ...asCodes(known), ...(hasOthers ? [further] : [])]);
  };
  const plain = (title: string, list: readonly string[]) => add(title, { names: list, hasOthers: false });
  if (!facts.isLibrary) add("Outcomes", facts.outcomes, "which its text does not show");
  plain("Shows", facts.callbacks);
  add("Reads from state", facts.stateRead);
  add("Writes to state", facts.stateWritten, "which its text does not show");
  add("Reads from the request", facts.requestValues);
  plain("Sends requests to", facts.requests);
  plain("Calls", facts.calls);
  add("Requires", facts.libraries);
  add("Reads variables and secrets", facts.variables);
  return lines;
}
