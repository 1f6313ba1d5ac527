import type {
  Edge,
  EntryStatement,
  FileItem,
  JourneyMember,
  PageDeclaration,
  PageMember,
  ScenarioStep,
} from "../ast.js";
import type { Problems } from "../problems.js";
import { nearOrBegun } from "../repair/guess-keyword.js";
import { isEntryWord } from "../reserved-names.js";

export type Statement = FileItem | JourneyMember | PageMember | ScenarioStep;
export type StatementBlock = "file" | "journey" | "page" | "node" | "properties" | "scenario";

const accepted: Readonly<Record<StatementBlock, ReadonlySet<Statement["kind"]>>> = {
  file: new Set(["journey", "script", "resource", "extern", "param", "scenario"]),
  journey: new Set([
    "property",
    "entry",
    "node",
    "page",
    "script",
    "resource",
    "require",
    "forbid",
    "export",
    "layout",
    "raw",
  ]),
  page: new Set(["property", "node", "edge"]),
  node: new Set(["property", "edge"]),
  properties: new Set(["property"]),
  scenario: new Set(["given", "stub", "answer", "submit", "resume", "wait", "expect"]),
};

const blockNames: Readonly<Record<StatementBlock, string>> = {
  file: "outside a journey",
  journey: "directly in a journey",
  page: "in a page",
  node: "in a node",
  properties: "here, among properties",
  scenario: "in a scenario",
};

/**
 * Puts statements where they belong. One that stands in a wrong block, mostly because a brace is missing or too many, is
 * reported and moves outwards to the nearest block that may hold it; an edge goes to the node before it.
 */
export class Placement {
  /** What inner blocks could not hold. */
  #displaced: Statement[] = [];
  #lastJourney: Statement[] | undefined;
  #lastNode: Statement[] | undefined;
  /** Whether the last statement stood behind the end of its journey. What follows it there has the same cause. */
  #isBehind = false;
  /** Whether the last statement was an arrow beside its node. Those that follow it at once have the same cause. */
  #isBeside = false;
  /** The names of the nodes so far. */
  readonly #nodes = new Set<string>();

  place(statement: Statement, block: StatementBlock, members: Statement[], problems: Problems): void {
    if (this.#displaced.length === 0) {
      this.#put(statement, block, members, problems);
      return;
    }
    const inner = this.#displaced;
    this.#displaced = [];
    this.#put(statement, block, members, problems);
    for (const displaced of inner) this.#put(displaced, block, members, undefined);
  }

  /** Without `problems` it has been reported already. */
  #put(statement: Statement, block: StatementBlock, members: Statement[], problems: Problems | undefined): void {
    if (accepted[block].has(statement.kind)) {
      this.#isBeside = false;
      members.push(statement);
      this.#remember(statement);
      if (block === "file") this.#isBehind = false;
      return;
    }
    if (block === "journey" && statement.kind === "edge") {
      this.#putEdge(statement, members, problems);
      return;
    }
    if (block === "page" && statement.kind === "page" && isInside(statement, members, problems)) {
      this.#join(statement, members, problems as Problems);
      return;
    }
    if (problems !== undefined && !(block === "file" && this.#isBehind))
      reportMisplaced(statement, block, problems, helpFor(statement, block));
    this.#isBehind = block === "file";
    if (block !== "file") this.#displaced.push(statement);
    else if (this.#lastJourney !== undefined) this.#adopt(statement, this.#lastJourney);
  }

  /** `-> success` behind a node, where the journey has its entry: the arrow is most likely that of the node, if that has none. */
  #lostBy(journey: readonly Statement[]): string | undefined {
    if (this.#lastNode === undefined || !journey.some(({ kind }) => kind === "entry")) return undefined;
    return this.#adviseOnLost();
  }

  #adviseOnLost(): string {
    const name = [...this.#nodes].at(-1);
    const hasArrows = this.#lastNode?.some(({ kind }) => kind === "edge") !== false;
    return hasArrows || name === undefined ? inItsNode : `Write it in the braces of \`${name}\`, which has no arrow.`;
  }

  /** `Lock -> failure` between nodes names the node whose arrow it is. */
  #adviseOn({ outcomes: [first, second], target }: Edge): string {
    if (first === undefined || second !== undefined || target === undefined) return this.#adviseOnLost();
    if (target.text === "start") return `Write \`start -> ${first.outcome.text}\`.`;
    const [node, arrow] =
      first.child === undefined ? [first.outcome.text, "->"] : [first.child.text, `${first.outcome.text} ->`];
    return this.#nodes.has(node) ? `${inNamedNode} \`${node}\`: \`${arrow} ${target.text}\`.` : this.#adviseOnLost();
  }

  /** Takes the nodes of a page inside a page into the outer one: that is what they are on the screen. */
  #join(inner: PageDeclaration, members: Statement[], problems: Problems): void {
    const { start } = inner.range;
    const help = "A page holds nodes and no pages: write the nodes of this one in the outer page.";
    const args = { what: "`page`", where: blockNames.page };
    problems.report("misplaced-statement", start, start + "page".length, args, { help });
    for (const member of inner.members) if (member.kind === "node") members.push(member);
  }

  /** The arrays still grow while the file is read; only then is the tree as immutable as its types say. */
  #remember(statement: Statement): void {
    if (statement.kind === "journey") this.#lastJourney = statement.members as Statement[];
    else if (statement.kind === "node" || statement.kind === "page") {
      this.#lastNode = statement.members as Statement[];
      if (statement.name !== undefined) this.#nodes.add(statement.name.text);
    }
  }

  /** What stands behind the end of its journey. */
  #adopt(statement: Statement, journey: Statement[]): void {
    if (statement.kind === "edge") this.#putEdge(statement, journey, undefined);
    else if (accepted.journey.has(statement.kind)) {
      journey.push(statement);
      this.#remember(statement);
    }
  }

  /** Directly in a journey, an edge is the entry or misplaced. */
  #putEdge(edge: Edge, journey: Statement[], problems: Problems | undefined): void {
    const lost = edge.outcomes.length === 0 ? this.#lostBy(journey) : undefined;
    const meant = lost === undefined ? isEntry(edge) : "no";
    if (meant === "no") {
      const help = lost ?? this.#adviseOn(edge);
      // Of several in a row, the first tells.
      const isTold = this.#isBeside && (help === inItsNode || help.startsWith(inNamedNode));
      if (problems !== undefined && !isTold) reportMisplaced(edge, "journey", problems, help);
      this.#isBeside = true;
      this.#lastNode?.push(edge);
      return;
    }
    const { start, end } = edge.range;
    const first = edge.outcomes[0]?.outcome;
    if (meant === "nearly" && first !== undefined) {
      const { range, quoted, text: word } = first;
      const fixes = [{ title: "Write `start`", edits: [{ range, text: "start" }] }];
      if (quoted)
        problems?.report("foreign-spelling", range.start, range.end, { found: `"${word}"`, right: "start" }, { fixes });
      else problems?.report("unknown-keyword", range.start, range.end, { word, keyword: "start" }, { fixes });
    } else if (meant === "nearly") {
      problems?.report("syntax-error", start, end, { expected: "`start` before the arrow", found: '"->"' });
    }
    const entry: EntryStatement = { kind: "entry", target: edge.target, range: edge.range };
    journey.push(entry);
  }
}

/** What helps more than to move the statement. */
function helpFor(statement: Statement, block: StatementBlock): string | undefined {
  const { kind } = statement;
  if (accepted.scenario.has(kind)) return 'Write it in the braces of a `scenario "title" of Journey`.';
  if (kind === "script" && block === "node" && statement.name !== undefined)
    return `Write \`script: ${statement.name.text}\` here, and what stands in braces in the journey.`;
  if (kind === "node" && block === "node")
    return `Only a page holds nodes: write \`page\` before the name of the outer one, or move it. ${ifInPlace}`;
  if (accepted.file.has(kind) && !accepted.journey.has(kind)) {
    // One without braces cannot be behind a brace that is missing.
    const outside = "It stands at the top of the file, before or behind the journeys.";
    return kind === "param" ? outside : `${outside} ${ifInPlace}`;
  }
  if (accepted.journey.has(kind) && !accepted.file.has(kind))
    return `It belongs into the braces of a journey. ${ifInPlace}`;
  return undefined;
}

const ifInPlace = "If its place looks right, a `}` is missing or superfluous before it.";

/** The help for an arrow between nodes. */
const inItsNode =
  "Write it in the braces of its node. If it looks as if it stood there, a `}` before it is superfluous.";

/** The same where the arrow names its node. */
const inNamedNode = "The arrows of a node stand in its braces, without its name: in those of";

/** Whether a page stands in another one as its members do. Else the brace of that one is missing. */
function isInside(page: PageDeclaration, members: readonly Statement[], problems: Problems | undefined): boolean {
  if (problems === undefined) return false;
  const [sibling] = members;
  return sibling === undefined || problems.columnAt(sibling.range.start) <= problems.columnAt(page.range.start);
}

function isEntry(edge: Edge): "yes" | "nearly" | "no" {
  const [first, second] = edge.outcomes;
  if (first === undefined) return "nearly";
  if (first.child !== undefined) return "no";
  if (first.outcome.quoted) return first.outcome.text === "start" && second === undefined ? "nearly" : "no";
  if (first.outcome.text !== "start") {
    if (second === undefined && isEntryWord(first.outcome.text)) return "nearly";
    return second === undefined && nearOrBegun(first.outcome.text, ["start"]) !== undefined ? "nearly" : "no";
  }
  if (second === undefined) return "yes";
  return edge.outcomes.every(({ outcome }) => outcome.text === "start") ? "nearly" : "no";
}

function reportMisplaced(statement: Statement, block: StatementBlock, problems: Problems, help?: string): void {
  const { start } = statement.range;
  // Its first word is enough to show; whole journeys would be underlined otherwise.
  const args = { what: nameOf(statement.kind), where: blockNames[block] };
  problems.report("misplaced-statement", start, problems.wordEnd(start), args, help === undefined ? {} : { help });
}

function nameOf(kind: Statement["kind"]): string {
  switch (kind) {
    case "property":
      return "A property";
    case "edge":
      return "An arrow";
    case "entry":
      return "`start ->`";
    case "require":
    case "forbid":
      return "A rule";
    case "answer":
      return "The step `stub`";
    case "given":
    case "stub":
    case "submit":
    case "resume":
    case "wait":
    case "expect":
      return `The step \`${kind}\``;
    default:
      return `\`${kind}\``;
  }
}
