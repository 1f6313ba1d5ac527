import { callbackWords } from "./callback-words.js";
import type {
  DescribedRule,
  JourneyDescription,
  NextStop,
  Screen,
  ScreenPart,
  ShownText,
  WayStep,
  WaysToEnd,
} from "./description.js";
import {
  asCode,
  asCodes,
  asJourney,
  asName,
  asNames,
  asQuote,
  counted,
  type Item,
  joinPieces,
  type PageBlock,
  type Pieces,
} from "./document.js";
import { findingsTable } from "./findings-table.js";
import { nodeBlocks } from "./node-blocks.js";
import { scriptBlocks } from "./script-blocks.js";
import { messageBlocks, needBlocks, stateBlocks } from "./surroundings-blocks.js";

/** The page of one journey. */
export function journeyBlocks(journey: JourneyDescription): readonly PageBlock[] {
  return [
    { kind: "heading", level: 1, pieces: [journey.id], journey: journey.id },
    ...purposeBlocks(journey),
    { kind: "picture", journey: journey.journey },
    ...section("What a user sees", screenBlocks(journey)),
    ...section("Ways to success", wayBlocks(journey.ends.success, "success")),
    ...section("Ways to failure", wayBlocks(journey.ends.failure, "failure")),
    ...section("Nodes", nodeBlocks(journey.nodes)),
    ...section("Scripts", scriptBlocks(journey.scripts)),
    ...section("Node state", stateBlocks(journey)),
    ...section("Mails and codes", messageBlocks(journey.messages)),
    ...section("What the tenant must have", needBlocks(journey.needs)),
    ...section("Journeys around it", callBlocks(journey)),
    ...section("Rules", ruleBlocks(journey.rules)),
    ...section("Scenarios", scenarioBlocks(journey.scenarios)),
    ...section("Findings", findingsTable(journey.findings)),
  ];
}

function section(title: string, blocks: readonly PageBlock[]): readonly PageBlock[] {
  return blocks.length === 0 ? [] : [{ kind: "heading", level: 2, pieces: [title] }, ...blocks];
}

function purposeBlocks({ purpose, traits, counts }: JourneyDescription): readonly PageBlock[] {
  const facts: Pieces[] = [];
  if (traits.identityResource !== undefined) facts.push(["Accounts: ", asCode(traits.identityResource)]);
  if (traits.categories.length > 0) facts.push(["Categories: ", ...asNames(traits.categories)]);
  if (traits.isDisabled) facts.push(["It is disabled"]);
  if (traits.isInnerOnly) facts.push(["It runs inside other journeys only"]);
  if (traits.mustRun) facts.push(["It runs even if there is a session already"]);
  if (traits.noSession) facts.push(["Its success gives no session"]);
  if (traits.isTransactional) facts.push(["It runs for transactions only"]);
  const { nodes, nodesInPages, connections, scripts } = counts;
  facts.push([
    [
      counted(nodes, "node"),
      ...(nodesInPages > 0 ? [`${counted(nodesInPages, "inner node")} on pages`] : []),
      counted(connections, "connection"),
      ...(scripts > 0 ? [counted(scripts, "script")] : []),
    ].join(", "),
  ]);
  return [
    {
      kind: "paragraph",
      pieces: purpose === undefined ? ["The journey has no description of its own."] : [asQuote(purpose)],
    },
    { kind: "list", isNumbered: false, items: facts.map((pieces) => ({ pieces })) },
  ];
}

function screenBlocks({ screens, screensLeft, perhapsShown }: JourneyDescription): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  if (screens.length === 0 && perhapsShown.length === 0) {
    return [{ kind: "paragraph", pieces: ["Nothing: it asks for nothing and shows nothing."] }];
  }
  if (screens.length > 0) blocks.push({ kind: "list", isNumbered: true, items: screens.map(screenItem) });
  if (screensLeft > 0) blocks.push({ kind: "paragraph", pieces: [`And ${counted(screensLeft, "further screen")}.`] });
  if (perhapsShown.length > 0) {
    const pieces = ["Whether these nodes show something is not known: ", ...asNames(perhapsShown), "."];
    blocks.push({ kind: "paragraph", pieces });
  }
  return blocks;
}

function screenItem({ node, kind, inner, texts, parts, next }: Screen): Item {
  const isAlone = kind === "node" && parts.length === 1;
  const words = isAlone && parts[0] ? askedPieces(parts[0]) : [];
  const runs: Pieces =
    kind !== "inner journey" ? [] : inner === undefined ? [" runs a journey"] : [" runs ", asJourney(inner)];
  const shown = isAlone ? (parts[0]?.texts ?? []) : texts;
  return {
    pieces: [asName(node), ...(kind === "page" ? [" (page)"] : []), ...words, ...runs],
    items: [
      ...shown.map(textItem),
      ...(isAlone ? [] : parts.map(partItem)),
      ...next.map(({ outcomes, targets }) => ({
        pieces: [...outcomePieces(outcomes), ...joinPieces(targets.map(stopPieces), " or ")],
      })),
    ],
  };
}

/** The only outcome of a node has no name. */
function outcomePieces(outcomes: readonly string[]): Pieces {
  return outcomes.length === 1 && outcomes[0] === "" ? ["then "] : ["on ", ...asCodes(outcomes), ": "];
}

/** What a node does to the user. Its kinds of input depend on the attributes where it asks for these. */
function askedPieces({ callbacks, items }: ScreenPart): Pieces {
  return items.length > 0 ? [" asks for ", ...asCodes(items)] : [` ${callbackWords(callbacks).join(", ")}`];
}

function partItem(part: ScreenPart): Item {
  const { label, texts } = part;
  const pieces = [asName(label), ...askedPieces(part)];
  return texts.length === 0 ? { pieces } : { pieces, items: texts.map(textItem) };
}

function textItem({ property, text, otherLocales }: ShownText): Item {
  const others = otherLocales.length === 0 ? [] : [` (also ${otherLocales.join(", ")})`];
  return { pieces: [asCode(property), ": ", asQuote(text), ...others] };
}

function stopPieces(stop: NextStop): Pieces {
  if (stop.kind === "screen") return [asName(stop.node)];
  return [stop.kind === "nothing" ? "nothing: it leads nowhere" : stop.kind];
}

function wayBlocks({ ways, left, needed }: WaysToEnd, end: string): readonly PageBlock[] {
  if (ways.length === 0) return [{ kind: "paragraph", pieces: [`No way leads to ${end}.`] }];
  const blocks: PageBlock[] = [];
  if (needed.length > 0) blocks.push({ kind: "paragraph", pieces: ["Every way passes ", ...asNames(needed), "."] });
  const items = ways.map((steps) => ({ pieces: wayPieces(steps, end) }));
  blocks.push({ kind: "list", isNumbered: false, items });
  if (left > 0) {
    const further = counted(left, "further outcome leads", "further outcomes lead");
    blocks.push({ kind: "paragraph", pieces: [`${further} to ${end} on other ways.`] });
  }
  return blocks;
}

function wayPieces(steps: readonly WayStep[], end: string): Pieces {
  const told = steps.flatMap(
    ({ node, outcome }): Pieces => [asName(node), ...(outcome === "" ? [] : [" (", asCode(outcome), ")"]), " → "],
  );
  return ["start → ", ...told, end];
}

function callBlocks({ calls, callers }: JourneyDescription): readonly PageBlock[] {
  const items: Item[] = [
    ...calls.map(({ node, inner, isEvaluated, isHere }) => ({
      pieces: [
        asName(node),
        isEvaluated ? " runs " : " refers to ",
        asJourney(inner),
        ...(isHere ? [] : [", which is not described here"]),
      ],
    })),
    ...callers.map(({ journey, nodes }) => ({
      pieces: ["Called by ", asJourney(journey), ": ", ...asNames(nodes)],
    })),
  ];
  return items.length === 0 ? [] : [{ kind: "list", isNumbered: false, items }];
}

function ruleBlocks(rules: readonly DescribedRule[]): readonly PageBlock[] {
  if (rules.length === 0) return [];
  const items = rules.map(({ kind, first, second }) => ({
    pieces:
      kind === "require"
        ? [asCode(first), " must come before ", asCode(second), " on every way"]
        : ["After ", asCode(first), ", ", asCode(second), " must never come"],
  }));
  return [{ kind: "list", isNumbered: false, items }];
}

function scenarioBlocks(titles: readonly string[]): readonly PageBlock[] {
  return titles.length === 0
    ? []
    : [{ kind: "list", isNumbered: false, items: titles.map((title) => ({ pieces: [asQuote(title)] })) }];
}
