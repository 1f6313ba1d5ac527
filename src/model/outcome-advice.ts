import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { Edge, Name, OutcomeReference } from "../syntax/ast.js";
import { writtenName } from "../syntax/match-word.js";
import type { Range } from "../text/range.js";
import { settingsForOutcome } from "./conditional-outcome.js";
import type { JourneyNode } from "./model.js";
import { matchingOutcomes } from "./outcome-index.js";
import { isLabelled, type Labelled } from "./outcome-labels.js";
import { pageTypeId } from "./pages.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** The members of a node that binding its arrows needs. */
export interface EdgeOwner
  extends Pick<JourneyNode, "name" | "type" | "version" | "properties" | "children" | "outcomes" | "outcomesKnown"> {
  /** Whether the author has written the outcome in a setting: then that may be misspelt as well as an arrow. */
  readonly isChosen: (outcome: string) => boolean;
  /** Whether the script of the node has a text in quotes. */
  readonly isInScript: (text: string) => boolean;
  /** Where that is, if it is known. */
  readonly chosenAt: (outcome: string) => Place | undefined;
  /** The inner nodes of a page, with their types as the text names them. */
  readonly innerTypes: () => readonly InnerType[];
  /** The values in the text that decide which outcomes there are. */
  readonly decidedAt: () => readonly Range[];
  /** The property that lists the outcomes, where the text has none. */
  readonly lacksList: () => string | undefined;
  /** The map in whose keys the outcomes are listed, where its values are these, so that keys and values are exchanged. */
  readonly exchangedMap: (outcomes: readonly string[]) => ExchangedMap | undefined;
  readonly namePlace: Place;
}

export interface ExchangedMap {
  readonly property: string;
  readonly place: Place;
  /** The map as it is meant. */
  readonly meant: string;
}

/** An inner node, and how the text calls its type. */
export interface InnerType {
  readonly name: string;
  readonly type: string;
}

/** Of a node with more outcomes, none is looked for by its beginning. */
export const mostCompared = 50;

/** How other languages and people say the outcomes of a decision. */
const answers: ReadonlyMap<string, string> = new Map([
  ["yes", "true"],
  ["no", "false"],
  ["ok", "true"],
]);

/** `Ask -> Next` and `Ask.true -> Next` in the braces of `Ask`: an arrow begins with an outcome, and not with its node. */
function adviseOnOwnName(
  { child, outcome, range }: OutcomeReference,
  owner: EdgeOwner,
  edges: readonly Edge[],
  scope: JourneyScope,
): DiagnosticExtras | undefined {
  const isOwn = (word: string | undefined) => word === owner.name || word === "this" || word === "self";
  if (!isOwn(child?.text ?? outcome.text)) return undefined;
  const edge = edges.find(({ outcomes: [only, second] }) => only?.range === range && second === undefined);
  const [sole, second] = owner.outcomes;
  const isSole = sole !== undefined && second === undefined;
  if (child === undefined || (isSole && outcome.text !== sole.outcome)) {
    if (!isSole) return { help: `${helpWith(owner)} The node itself does not stand before its arrows.` };
    const help = "Write `->` alone before the target: it is the arrow of this node.";
    const edits = edge?.target && [{ range: { start: range.start, end: edge.target.range.start }, text: "-> " }];
    return { help, fixes: edits === undefined ? [] : [{ title: "Write -> alone", edits }] };
  }
  if (matchingOutcomes(owner, undefined, outcome.text).length !== 1) return undefined;
  return scope.reporter.offer([outcome.text], placeIn(scope, range));
}

/** What is said of an outcome that a node does not have. */
export interface OutcomeAdvice {
  readonly extras: DiagnosticExtras;
  /** The outcome that is meant, where one is known. */
  readonly meant?: string;
  /** Whether another setting of the node would bring it. */
  readonly isBySetting?: boolean;
  /** The inner node that is meant, where its name is wrong and not the outcome. */
  readonly inner?: string;
}

/** What is most likely meant by an outcome that a node does not have. */
export function adviseOnOutcome(
  reference: OutcomeReference,
  owner: EdgeOwner,
  edges: readonly Edge[],
  scope: JourneyScope,
): OutcomeAdvice {
  const { child, outcome } = reference;
  if (child !== undefined && matchingOutcomes(owner, undefined, child.text).length > 0)
    return { extras: { help: `Write \`${child.text}, ${outcome.text}\` for two outcomes.` } };
  const own = adviseOnOwnName(reference, owner, edges, scope);
  if (own !== undefined) return { extras: own };
  const beside = child && adviseOnSecondDecider(child.text, outcome.text, owner);
  if (beside !== undefined) return { extras: { help: beside } };
  const inner = child && innerOutcomeMeant(child.text, outcome.text, owner, scope);
  if (child === undefined || inner === undefined) return adviseOnName(reference, owner, edges, scope);
  return { inner, extras: scope.reporter.offer([inner], placeIn(scope, child.range)) };
}

/** `Again.resend` of a page that another of its nodes decides. */
function adviseOnSecondDecider(child: string, outcome: string, { children, outcomes }: EdgeOwner): string | undefined {
  const decider = outcomes[0]?.child;
  const node = children.find(({ name }) => name === child);
  if (decider === undefined || decider === child || node?.outcomes.some((each) => each.outcome === outcome) !== true)
    return undefined;
  return `A page leaves by the outcomes of one of its nodes, which is \`${decider}\` here: move \`${child}\` out of the page, to a place of its own.`;
}

/** The outcome that is meant: the nearest, the only one that begins so (`success` for `successOutcome`), or that of an answer. */
function adviseOnName(
  { outcome }: OutcomeReference,
  owner: EdgeOwner,
  edges: readonly Edge[],
  scope: JourneyScope,
): OutcomeAdvice {
  const place = placeIn(scope, outcome.range);
  const offer = (name: string): OutcomeAdvice => {
    const listedAt = owner.isInScript(outcome.text) && !owner.isInScript(name) ? owner.chosenAt(name) : undefined;
    if (listedAt !== undefined) {
      const help = `The script chooses \`${outcome.text}\`: write it in the list, in the place of \`${name}\`.`;
      return { extras: { help, related: [{ place: listedAt, message: `\`${name}\` is listed here` }] } };
    }
    const isClear = !owner.isChosen(name) && !leads(edges, name);
    const chosenAt = isClear ? undefined : owner.chosenAt(name);
    if (chosenAt === undefined) {
      const offered = scope.reporter.offer([name], place);
      return { meant: name, extras: isClear ? offered : { ...offered, fixes: [] } };
    }
    const help = `Did you mean \`${name}\`? It is declared so: one of the two is misspelt.`;
    return { meant: name, extras: { help, related: [{ place: chosenAt, message: `\`${name}\` is declared here` }] } };
  };
  const only = (help: string): OutcomeAdvice => ({ extras: { help } });
  const settings = settingsForOutcome(owner, outcome.text);
  if (settings !== undefined)
    return { isBySetting: true, extras: { help: `The node has this outcome with ${settings}.` } };
  const rest = restOfOutcomes(outcome, owner, edges);
  if (rest !== undefined) return { extras: rest };
  const near = scope.reporter.nearest(outcome.text, outcomeNames(owner));
  if (near !== undefined) return offer(near);
  if (owner.outcomes.length > mostCompared) return only(helpWith(owner));
  const meant = outcomeCalled(outcome.text, owner);
  if (meant !== undefined) return offer(meant);
  if (owner.outcomes.length === 1) return only("It has one outcome: write `->` alone before the target.");
  const left = onlyOpenOutcome(owner, edges);
  if (left !== undefined && owner.isInScript(outcome.text)) return offer(left);
  if (left === undefined) return adviseOnList(outcome.text, owner);
  return { meant: left, extras: { help: `Did you mean \`${left}\`, which has no arrow yet?` } };
}

/** How other languages lead all other outcomes to one place. */
const restWords = /^(?:else|otherwise|default|rest|remaining|others?|any|all|fallback|finally|_|\*)$/i;

/** `else -> Next`: each outcome is named, so those that have no arrow are. */
function restOfOutcomes({ text, range }: Name, owner: EdgeOwner, edges: readonly Edge[]): DiagnosticExtras | undefined {
  if (!restWords.test(text) || owner.outcomes.length === 0) return undefined;
  if (owner.outcomes.some((each) => isLabelled(each, text, owner))) return undefined;
  const edge = edges.find(({ outcomes }) => outcomes.some(({ outcome }) => outcome.range === range));
  const open = owner.outcomes.filter(
    ({ id, outcome, child }) =>
      !leads(edges, outcome) && !leads(edges, id) && (child === undefined || !leads(edges, child)),
  );
  if (open.length === 0) return { help: "Each outcome is named, and all have an arrow already: remove this one." };
  if (open.length > listedOutcomes) return undefined;
  const names = open.map(({ outcome }) => writtenName(outcome)).join(", ");
  const target = edge?.target === undefined ? "" : ` -> ${edge.target.text}`;
  const help = `Each outcome is named, and no word stands for all others: write \`${names}${target}\`.`;
  return { help, fixes: [{ title: `Write ${names}`, edits: [{ range, text: names }] }] };
}

/** The outcome that the admin console, a button of the node or other languages call so, or the only one that begins so. */
export function outcomeCalled(text: string, node: Labelled & Pick<EdgeOwner, "outcomes">): string | undefined {
  const { outcomes } = node;
  if (outcomes.length > mostCompared) return undefined;
  const labelled = outcomes.filter((each) => isLabelled(each, text, node));
  if (labelled.length === 1) return labelled[0]?.outcome;
  const written = text.toLowerCase();
  const [meant, second] = outcomes.filter(({ outcome }) => {
    const lower = outcome.toLowerCase();
    return lower === answers.get(written) || (written.length > 3 && lower.startsWith(written));
  });
  return second === undefined ? meant?.outcome : undefined;
}

/** Where a list says which outcomes there are, that may lack one. */
function adviseOnList(written: string, owner: EdgeOwner): OutcomeAdvice {
  const [first] = owner.outcomes;
  const listedAt = first && owner.chosenAt(first.outcome);
  if (listedAt === undefined) return { extras: { help: helpWith(owner) } };
  const help = `${helpWith(owner)} Add \`${JSON.stringify(written)}\` to the list, or remove the arrow.`;
  return { extras: { help, related: [{ place: listedAt, message: "They are listed here" }] } };
}

/** The inner node that a page's outcome is meant to be of: the one of this type, or with the nearest name, or the only one with such an outcome. */
function innerOutcomeMeant(
  child: string,
  outcome: string,
  { innerTypes, outcomes }: EdgeOwner,
  { reporter }: JourneyScope,
): string | undefined {
  const inner = innerTypes();
  if (inner.some(({ name }) => name === child)) return undefined;
  const having = inner.filter(({ name }) => outcomes.some((each) => each.child === name && each.outcome === outcome));
  const typed = having.filter(({ type }) => type === child || type === `${child}Node` || `${type}Node` === child);
  const near = reporter.nearest(
    child,
    having.map(({ name }) => name),
  );
  const [only, second] =
    typed.length > 0 ? typed : near === undefined ? having : having.filter(({ name }) => name === near);
  return second === undefined ? only?.name : undefined;
}

/** The one outcome that no arrow names, where one arrow more is written: that is most likely meant. */
export function onlyOpenOutcome(
  owner: Pick<EdgeOwner, "outcomes" | "outcomesKnown">,
  edges: readonly Edge[],
): string | undefined {
  if (!owner.outcomesKnown || owner.outcomes.length > mostCompared) return undefined;
  // An arrow alone is that of the only outcome.
  if (edges.some(({ outcomes }) => outcomes.length === 0)) return undefined;
  const named = edges.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome.text));
  const [only, second] = owner.outcomes.filter(({ outcome, id }) => !named.includes(outcome) && !named.includes(id));
  const strange = named.filter((name) => matchingOutcomes(owner, undefined, name).length === 0);
  return second === undefined && strange.length <= 1 ? only?.outcome : undefined;
}

/** Whether an outcome has an arrow already, so that another one can hardly be meant for it. */
function leads(edges: readonly Edge[], outcome: string): boolean {
  return edges.some(({ outcomes }) => outcomes.some((each) => each.outcome.text === outcome));
}

/** For suggestions, which look at some of them only where there are very many. */
export function* outcomeNames({ outcomes }: Pick<EdgeOwner, "outcomes">): Iterable<string> {
  for (const { outcome } of outcomes) yield outcome;
}

/** Names the outcomes that there are. */
export function helpWith(owner: Pick<EdgeOwner, "outcomes" | "type">): string {
  if (owner.outcomes.length > 0) return `Its outcomes are ${listed(owner)}.`;
  if (owner.type?.id !== pageTypeId) return "It has no outcomes.";
  return "A page has the outcomes of its inner nodes: write the node that decides in its braces.";
}

const listedOutcomes = 12;

export function listed(owner: Pick<EdgeOwner, "outcomes">): string {
  const names = owner.outcomes.slice(0, listedOutcomes).map((outcome) => `\`${outcome.outcome}\``);
  const more = owner.outcomes.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
