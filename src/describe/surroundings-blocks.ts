import { requirementWords } from "../requires/requirement.js";
import type { JourneyDescription, Need, SentMessage } from "./description.js";
import { asCode, asJourney, asName, asNames, asQuote, joinPieces, type PageBlock, type Pieces } from "./document.js";

/** The keys of node state, with the nodes that write and read them. */
export function stateBlocks({ state, writeAnything, calls }: JourneyDescription): readonly PageBlock[] {
  const rows = state.map(({ key, kind, writtenBy, readBy }): readonly Pieces[] => [
    [asCode(kind === "attribute" ? `objectAttributes.${key}` : key)],
    asNames(writtenBy),
    asNames(readBy),
  ]);
  const blocks: PageBlock[] =
    rows.length === 0 ? [] : [{ kind: "table", head: ["key", "written by", "read by"], rows }];
  if (writeAnything.length > 0) {
    const pieces = ["What these nodes write is not known, or not all of it: ", ...asNames(writeAnything), "."];
    blocks.push({ kind: "paragraph", pieces });
  }
  const inner = [...new Set(calls.flatMap((call) => (call.isEvaluated ? [call.inner] : [])))];
  if (inner.length > 0) {
    const pieces = [
      "These inner journeys work on the same state: ",
      ...joinPieces(inner.map((id) => [asJourney(id)])),
      ".",
    ];
    blocks.push({ kind: "paragraph", pieces });
  }
  return blocks;
}

/** The mails and codes that are sent. */
export function messageBlocks(messages: readonly SentMessage[]): readonly PageBlock[] {
  if (messages.length === 0) return [];
  const items = messages.map(({ node, typeName, template, subject, suspends }) => ({
    pieces: [
      asName(node),
      ` (${typeName})`,
      ...(template === undefined ? [] : [" sends the mail ", asCode(template)]),
      ...(subject === undefined ? [] : [", subject ", asQuote(subject.text)]),
      ...(suspends ? ["; the link in it goes on with the journey"] : []),
    ],
  }));
  return [{ kind: "list", isNumbered: false, items }];
}

/** What must be there, by kind. */
export function needBlocks(needs: readonly Need[]): readonly PageBlock[] {
  if (needs.length === 0) return [];
  const rows = needs.map(({ kind, id, title, provided, usedBy }): readonly Pieces[] => [
    [requirementWords[kind]],
    title === undefined || title === id ? [asCode(id)] : [title, " ", asCode(id)],
    [provided ? "comes with the journey" : ""],
    asNames(usedBy),
  ]);
  return [{ kind: "table", head: ["kind", "name", "", "used by"], rows }];
}
