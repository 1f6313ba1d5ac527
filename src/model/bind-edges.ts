import { lettersOf } from "../catalogue/console-labels.js";
import { isAlsoSeenOutcome } from "../catalogue/outcomes.js";
import type { DiagnosticExtras, Place, RelatedPlace, TextEdit } from "../diagnostics/diagnostic.js";
import type { Edge, Name, OutcomeReference, PageMember } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import type { Range } from "../text/range.js";
import { settingsForOutcome } from "./conditional-outcome.js";
import { displayNameOf } from "./display-name.js";
import { endsMeantBy } from "./ends-meant-by.js";
import { terminalIds } from "./ids.js";
import { propertiesByName } from "./known-properties.js";
import type { Connection, JourneyNode, NodeOutcome, Target } from "./model.js";
import type { NodeTable } from "./node-table.js";
import { outcomesWith } from "./outcome-index.js";
import { pageTypeId } from "./pages.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** The members of a node that binding its arrows needs. */
export interface EdgeOwner
  extends Pick<JourneyNode, "name" | "type" | "version" | "children" | "outcomes" | "outcomesKnown"> {
  /** Whether the author has written the outcome in a setting: then that may be misspelt as well as an arrow. */
  readonly isChosen: (outcome: string) => boolean;
  /** Whether the script of the node has a text in quotes. */
  readonly isInScript: (text: string) => boolean;
  /** Where that is, if it is known. */
  readonly chosenAt: (outcome: string) => Place | undefined;
  /** The inner nodes of a page, with their types as the text names them. */
  readonly inner: readonly InnerType[];
  /** The values in the text that decide which outcomes there are. */
  readonly decidedAt: readonly Range[];
  /** The property that lists the outcomes, where the text has none. */
  readonly lacksList: string | undefined;
  readonly namePlace: Place;
}

/** An inner node, and how the text calls its type. */
export interface InnerType {
  readonly name: string;
  readonly type: string;
}

/** The outcome of `-> Target` on a node with unknown outcomes. It is the usual id where a node has only one outcome. */
const soleOutcome = "outcome";

/** Makes the connections of a node from its arrows, one for each outcome. */
export function bindEdges(
  members: readonly PageMember[],
  owner: EdgeOwner,
  scope: JourneyScope,
): readonly Connection[] {
  const edges = members.filter((member) => member.kind === "edge");
  const binder = new EdgeBinder(owner, edges, scope);
  for (const edge of edges) binder.add(edge);
  binder.settle();
  return [...binder.connections.values()];
}

class EdgeBinder {
  readonly connections = new Map<string, Connection>();
  readonly #owner: EdgeOwner;
  readonly #edges: readonly Edge[];
  readonly #scope: JourneyScope;
  readonly #unknown: UnknownOutcome[] = [];

  constructor(owner: EdgeOwner, edges: readonly Edge[], scope: JourneyScope) {
    this.#owner = owner;
    this.#edges = edges;
    this.#scope = scope;
  }

  add(edge: Edge): void {
    // The parser has reported an arrow without a target.
    if (edge.target === undefined) return;
    if (isMeantAsProperty(edge, this.#owner)) {
      this.#reportArrowForColon(edge, edge.target);
      return;
    }
    if (this.#isMisplacedStart(edge) || this.#goesOn(edge, edge.target)) return;
    const target = bindTarget(edge.target, this.#scope);
    if (this.#isLabelOfWords(edge, edge.target, target)) return;
    if (edge.outcomes.length === 0) this.#addSole(edge, edge.target, target);
    for (const reference of edge.outcomes) {
      const outcomeId = resolveOutcome(reference, this.#owner, this.#edges, this.#scope, this.#unknown);
      this.#connect(outcomeId, outcomeText(reference), reference.range, edge.target, target);
    }
  }

  /** Tells of the outcomes that the node does not have: all at once, since they mostly come from another type or list. */
  settle(): void {
    const [first, ...others] = this.#unknown;
    if (first === undefined || this.#lacksList()) return;
    const { place, text, extras } = first;
    const args = { node: this.#owner.name, outcome: text, others: others.map((other) => other.text) };
    const fixes = this.#unknown.map((each) => each.extras.fixes ?? []);
    const isClear = fixes.every((each) => each.length === 1);
    const edits = fixes.flatMap((each) => each.flatMap((fix) => fix.edits));
    const whole = { title: "Change all of them", edits };
    const isOneInner = this.#unknown.every((each) => each.inner !== undefined && each.inner === first.inner);
    const help = others.length === 0 || isOneInner ? extras.help : this.#helpForAll();
    this.#scope.reporter.report("unknown-outcome", place, args, {
      ...extras,
      ...(help === undefined ? {} : { help }),
      ...(others.length === 0 ? {} : { fixes: isClear && areDistinct(edits) ? [whole] : [] }),
      restsOn: this.#owner.decidedAt.map((range) => placeIn(this.#scope, range)),
      related: [
        ...(extras.related ?? []),
        ...(isOneInner ? this.#declarationOf(first.inner) : []),
        ...others.slice(0, shownOthers).map((other) => ({ place: other.place, message: "Nor does it have this one" })),
      ],
    });
  }

  /** Where the property that lists the outcomes is missing, that is told, with what the arrows name. */
  #lacksList(): boolean {
    const { lacksList, name, namePlace, outcomes } = this.#owner;
    if (lacksList === undefined || outcomes.length > 0) return false;
    const named = this.#edges.flatMap((edge) => edge.outcomes.map(outcomeText));
    const [edge] = this.#edges;
    if (edge === undefined) return false;
    const line = `${lacksList}: [${[...new Set(named)].map((each) => JSON.stringify(each)).join(", ")}]`;
    const at = { start: edge.range.start, end: edge.range.start };
    const fixes = [{ title: `Write ${line}`, edits: [{ range: at, text: `${line}\n\n    ` }] }];
    const help = `Add \`${line}\`: its arrows begin with these outcomes.`;
    this.#scope.reporter.report("missing-property", namePlace, { node: name, property: lacksList }, { help, fixes });
    return true;
  }

  #declarationOf(inner: string | undefined): readonly RelatedPlace[] {
    const declared = this.#scope.nodes.resolve([this.#owner.name, inner ?? ""]);
    if (declared === undefined) return [];
    return [{ place: placeIn(this.#scope, declared.nameToken.range), message: `\`${inner}\` is declared here` }];
  }

  /** The names that are meant, where all are known. */
  #helpForAll(): string {
    const names = this.#unknown.flatMap(({ extras }) => /^Did you mean (`[^`]+`)/.exec(extras.help ?? "")?.[1] ?? []);
    const isWhole = names.length === this.#unknown.length && new Set(names).size === names.length;
    return isWhole && names.length <= shownOthers ? `Did you mean ${names.join(", ")}?` : helpWith(this.#owner);
  }

  /** `Social auth interrupted -> Next`, as the console shows an outcome: the words are one label, and no outcomes without commas. */
  #isLabelOfWords({ outcomes }: Edge, name: Name, target: Target | undefined): boolean {
    const [first, last] = [outcomes[0], outcomes.at(-1)];
    if (first === undefined || last === undefined || first === last) return false;
    const range = { start: first.range.start, end: last.range.end };
    const written = this.#scope.source.slice(range);
    if (written.includes(",") || !this.#owner.outcomesKnown || this.#owner.outcomes.length > mostCompared) return false;
    const [only, second] = this.#owner.outcomes.filter(
      (each) => isLabelled(each, written) || lettersOf(each.outcome) === lettersOf(written),
    );
    if (only === undefined || second !== undefined) return false;
    const place = placeIn(this.#scope, range);
    const extras = this.#scope.reporter.offer([only.outcome], place);
    this.#scope.reporter.report("unknown-outcome", place, { node: this.#owner.name, outcome: written }, extras);
    this.#connect(only.id, only.outcome, range, name, target);
    return true;
  }

  /** `start -> Inner` in a node, where the journey does not say where it starts. */
  #isMisplacedStart({ outcomes, range }: Edge): boolean {
    const [only] = outcomes;
    const { misplacedStarts, reporter } = this.#scope;
    const isStart = outcomes.length === 1 && only?.child === undefined && isWord(only, "start");
    if (misplacedStarts === undefined || !isStart || matchingOutcomes(this.#owner, undefined, "start").length > 0)
      return false;
    misplacedStarts.push(range);
    const help = `Write \`start -> ${this.#owner.name}\` in the journey, before its nodes.`;
    const place = placeIn(this.#scope, only?.range ?? range);
    reporter.report("misplaced-statement", place, { what: "`start ->`", where: "in a node" }, { help });
    return true;
  }

  #reportArrowForColon({ outcomes: [key] }: Edge, { range: target, quoted, text }: Name): void {
    if (key === undefined) return;
    const range = { start: key.range.end, end: target.start };
    const place = placeIn(this.#scope, { start: key.range.start, end: target.end });
    const value = quoted ? JSON.stringify(text) : text;
    const args = { found: `${key.outcome.text} -> ${value}`, right: `${key.outcome.text}: ${value}` };
    const fixes = [{ title: "Write a colon", edits: [{ range, text: ": " }] }];
    this.#scope.reporter.report("foreign-spelling", place, args, { fixes });
  }

  #addSole({ range }: Edge, name: Name, target: Target | undefined): void {
    const { outcomes, outcomesKnown } = this.#owner;
    const [only] = outcomes;
    if (!outcomesKnown) this.#connect(only?.id ?? soleOutcome, soleOutcome, range, name, target);
    else if (only !== undefined && outcomes.length === 1) this.#connect(only.id, only.outcome, range, name, target);
    else {
      const help = outcomes.length === 0 ? {} : { help: `Write one of ${listed(this.#owner)} before the arrow.` };
      const args = { node: this.#owner.name, count: outcomes.length };
      this.#scope.reporter.report("ambiguous-outcome", placeIn(this.#scope, range), args, help);
    }
  }

  /** `low -> A -> B`: an arrow behind another one is mostly meant to go on from the first one's target. */
  #goesOn({ outcomes, range }: Edge, { text: target }: Name): boolean {
    const { source, reporter } = this.#scope;
    const line = source.text.slice(source.text.lastIndexOf("\n", range.start) + 1, range.start);
    const [, before] = /->\s*(\S+)\s*$/.exec(line) ?? [];
    if (before === undefined || outcomes.length > 0) return false;
    const args = { expected: "one arrow", found: '"->"' };
    const place = placeIn(this.#scope, range);
    const isThere = this.#scope.nodes.byName
      .get(before)
      ?.declaration.members.some((member) => member.kind === "edge" && member.target?.text === target);
    if (isThere === true) {
      const start = range.start - (/\s*$/.exec(line)?.[0].length ?? 0);
      const fixes = [{ title: "Remove it", edits: [{ range: { start, end: range.end }, text: "" }] }];
      const help = `Remove it: \`${before}\` leads to \`${target}\` in its own braces.`;
      reporter.report("syntax-error", place, args, { help, fixes });
      return true;
    }
    const help = `An arrow leads to one node. Where \`${before}\` leads stands in \`${before}\` itself: write \`-> ${target}\` there.`;
    reporter.report("syntax-error", place, args, { help });
    return true;
  }

  #connect(outcomeId: string, text: string, range: Range, name: Name, target: Target | undefined): void {
    const first = this.connections.get(outcomeId);
    const place = placeIn(this.#scope, range);
    if (first !== undefined) {
      const isSame = target !== undefined && areSame(first.target, target);
      const message = isSame ? "It leads there here already" : "It already leads somewhere here";
      const related = [{ place: first.place, message }];
      const args = { node: this.#owner.name, outcome: text };
      const open = onlyOpenOutcome(this.#owner, this.#edges);
      const meant = open === undefined ? "" : `: did you mean \`${open}\`, which has none?`;
      const help =
        meant === "" && isSame ? "Remove this arrow, which says nothing new." : `Keep one of the arrows${meant || "."}`;
      this.#scope.reporter.report("duplicate-outcome", place, args, { related, help });
    } else if (target !== undefined) {
      const targetPlace = placeIn(this.#scope, name.range);
      this.connections.set(outcomeId, { outcomeId, target, place, targetPlace });
    }
  }
}

function areSame(one: Target, other: Target): boolean {
  return one.kind === other.kind && (one.kind !== "node" || (other.kind === "node" && one.id === other.id));
}

/** An outcome of an arrow that its node does not have. */
interface UnknownOutcome {
  readonly place: Place;
  readonly text: string;
  readonly extras: DiagnosticExtras;
  /** The inner node that is meant, where its name is wrong and not the outcome. */
  readonly inner?: string | undefined;
}

const shownOthers = 5;

/** Two names of outcomes cannot mean the same one. */
function areDistinct(edits: readonly TextEdit[]): boolean {
  return new Set(edits.map(({ text }) => text)).size === edits.length;
}

/** Whether an outcome is this word. In quotes, it is an id of the platform. */
function isWord(reference: OutcomeReference | undefined, word: string): boolean {
  return reference?.outcome.text === word && !reference.outcome.quoted;
}

/**
 * Whether `key -> value` sets a property: no outcome is called so, and the type has a property of that name. In quotes, it is an id of the
 * platform.
 */
export function isMeantAsProperty(
  { outcomes }: Edge,
  owner: Pick<EdgeOwner, "type" | "version" | "outcomes" | "outcomesKnown">,
): boolean {
  const [only] = outcomes;
  if (only === undefined || outcomes.length > 1 || only.child !== undefined || !owner.outcomesKnown) return false;
  const { text, quoted } = only.outcome;
  if (quoted || matchingOutcomes(owner, undefined, text).length > 0) return false;
  return propertiesByName(owner.type, owner.version)?.has(text) === true;
}

/**
 * Finds the platform's id of an outcome that the author names. An unknown name is reported and used as the id. In quotes
 * it is an id of the platform: exports of older releases connect outcomes that are gone, and must build. Rules judge
 * those as they judge them in an export.
 */
function resolveOutcome(
  reference: OutcomeReference,
  owner: EdgeOwner,
  edges: readonly Edge[],
  scope: JourneyScope,
  unknown: UnknownOutcome[],
): string {
  const text = outcomeText(reference);
  const matches = matchingOutcomes(owner, reference.child?.text, reference.outcome.text);
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match.id;
  const place = placeIn(scope, reference.range);
  if (matches.length > 1) {
    const help = `Say which: ${matches.map((outcome) => `\`${outcome.child}.${outcome.outcome}\``).join(" or ")}.`;
    scope.reporter.report("ambiguous-outcome", place, { node: owner.name, count: matches.length }, { help });
  } else if (owner.outcomesKnown && !reference.outcome.quoted && !isAlsoSeen(owner, text)) {
    // Where there are none at all, the first arrow says so for all.
    if (owner.outcomes.length === 0 && edges[0]?.outcomes[0] !== reference) return text;
    const { child, outcome } = reference;
    const own = adviseOnOwnName(reference, owner, edges, scope);
    const areTwo = child !== undefined && matchingOutcomes(owner, undefined, child.text).length > 0;
    const inner = child && !areTwo ? innerOutcomeMeant(child.text, outcome.text, owner, scope) : undefined;
    const extras = areTwo
      ? { help: `Write \`${child.text}, ${outcome.text}\` for two outcomes.` }
      : (own ??
        (child && inner !== undefined
          ? scope.reporter.offer([inner], placeIn(scope, child.range))
          : adviseOnOutcome(reference, owner, edges, scope)));
    unknown.push({ place, text, extras, inner });
  }
  return match?.id ?? text;
}

/** Of a node with more outcomes, none is looked for by its beginning. */
const mostCompared = 50;

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

/** The outcome that is meant: the nearest, the only one that begins so (`success` for `successOutcome`), or that of an answer. */
function adviseOnOutcome(
  reference: OutcomeReference,
  owner: EdgeOwner,
  edges: readonly Edge[],
  scope: JourneyScope,
): DiagnosticExtras {
  const { outcome } = reference;
  const place = placeIn(scope, outcome.range);
  const offer = (name: string): DiagnosticExtras => {
    const listedAt = owner.isInScript(outcome.text) && !owner.isInScript(name) ? owner.chosenAt(name) : undefined;
    if (listedAt !== undefined) {
      const help = `The script chooses \`${outcome.text}\`: write it in the list, in the place of \`${name}\`.`;
      return { help, related: [{ place: listedAt, message: `\`${name}\` is listed here` }] };
    }
    const isClear = !owner.isChosen(name) && !leads(edges, name);
    const chosenAt = isClear ? undefined : owner.chosenAt(name);
    if (chosenAt === undefined) return { ...scope.reporter.offer([name], place), ...(isClear ? {} : { fixes: [] }) };
    const help = `Did you mean \`${name}\`? It is declared so: one of the two is misspelt.`;
    return { help, related: [{ place: chosenAt, message: `\`${name}\` is declared here` }] };
  };
  const settings = settingsForOutcome(owner, outcome.text);
  if (settings !== undefined) return { help: `The node has this outcome with ${settings}.` };
  const near = scope.reporter.nearest(outcome.text, outcomeNames(owner));
  if (near !== undefined) return offer(near);
  if (owner.outcomes.length > mostCompared) return { help: helpWith(owner) };
  const labelled = owner.outcomes.filter((each) => isLabelled(each, outcome.text));
  if (labelled.length === 1) return offer(labelled[0]?.outcome ?? "");
  const names = owner.outcomes.map((each) => each.outcome);
  const written = outcome.text.toLowerCase();
  const [meant, second] = names.filter((name) => {
    const lower = name.toLowerCase();
    return lower === answers.get(written) || (written.length > 3 && lower.startsWith(written));
  });
  if (meant !== undefined && second === undefined) return offer(meant);
  if (names.length === 1) return { help: "It has one outcome: write `->` alone before the target." };
  const left = onlyOpenOutcome(owner, edges);
  if (left !== undefined && owner.isInScript(outcome.text)) return offer(left);
  return { help: left === undefined ? helpWith(owner) : `Did you mean \`${left}\`, which has no arrow yet?` };
}

/** The inner node that a page's outcome is meant to be of: the one of this type, or with the nearest name, or the only one with such an outcome. */
function innerOutcomeMeant(
  child: string,
  outcome: string,
  { inner, outcomes }: EdgeOwner,
  { reporter }: JourneyScope,
): string | undefined {
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
function onlyOpenOutcome(
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

/** Whether the admin console shows an outcome under a name, however that is spaced: `Client Error` for `error`. */
export function isLabelled({ displayName }: NodeOutcome, written: string): boolean {
  return lettersOf(displayName) === lettersOf(written);
}

/** Whether an outcome has an arrow already, so that another one can hardly be meant for it. */
function leads(edges: readonly Edge[], outcome: string): boolean {
  return edges.some(({ outcomes }) => outcomes.some((each) => each.outcome.text === outcome));
}

/** For suggestions, which look at some of them only where there are very many. */
export function* outcomeNames({ outcomes }: Pick<EdgeOwner, "outcomes">): Iterable<string> {
  for (const { outcome } of outcomes) yield outcome;
}

/** Whether the outcome is known from other releases of the node type. */
function isAlsoSeen({ type, version }: EdgeOwner, outcomeId: string): boolean {
  return type !== undefined && isAlsoSeenOutcome(type, version, outcomeId);
}

/** Names the outcomes that there are. */
export function helpWith(owner: Pick<EdgeOwner, "outcomes" | "type">): string {
  if (owner.outcomes.length > 0) return `Its outcomes are ${listed(owner)}.`;
  if (owner.type?.id !== pageTypeId) return "It has no outcomes.";
  return "A page has the outcomes of its inner nodes: write the node that decides in its braces.";
}

/** The outcomes that a text can mean: those that authors write so, or else the one with that id on the platform. */
export function matchingOutcomes(
  owner: Pick<EdgeOwner, "outcomes">,
  child: string | undefined,
  outcome: string,
): readonly NodeOutcome[] {
  const written = outcomesWith(owner.outcomes, "outcome", outcome);
  const found = child === undefined ? written : written.filter((candidate) => candidate.child === child);
  return found.length > 0 || child !== undefined ? found : outcomesWith(owner.outcomes, "id", outcome);
}

function outcomeText(reference: OutcomeReference): string {
  return reference.child === undefined ? reference.outcome.text : `${reference.child.text}.${reference.outcome.text}`;
}

const listedOutcomes = 12;

function listed(owner: Pick<EdgeOwner, "outcomes">): string {
  const names = owner.outcomes.slice(0, listedOutcomes).map((outcome) => `\`${outcome.outcome}\``);
  const more = owner.outcomes.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** The target of an arrow. An unknown name is reported, and the arrow makes no connection. */
export function bindTarget(name: Name, scope: JourneyScope): Target | undefined {
  const { text } = name;
  if (!name.quoted && isEndName(text)) return { kind: text };
  const { nodes, reporter, journeyName } = scope;
  const node = nodes.byName.get(text);
  if (node !== undefined) {
    nodes.use(node.name);
    return { kind: "node", name: node.name, id: node.id };
  }
  const literal = name.quoted ? literalTarget(text, nodes) : undefined;
  const titled = literal?.kind === "foreign" ? nodeTitledLike(text, scope) : undefined;
  if (literal !== undefined && titled === undefined) return literal;
  const place = placeIn(scope, name.range);
  const report = (extras: DiagnosticExtras) =>
    reporter.report("unresolved-target", place, { name: text, journey: journeyName }, extras);
  if (titled !== undefined) {
    report(reporter.offer([titled], place));
    return undefined;
  }
  const end = endOrIdMeantBy(text, nodes);
  const inner = nodes.innerNode(text);
  if (inner !== undefined)
    report({ help: `It is inside the page \`${inner.page}\`: lead the arrow there.`, restsOn: [inner.head] });
  else if (end !== undefined) report(reporter.offer(end, place));
  else if (scope.journeyNames.has(text)) report(adviseOnJourneyAsTarget(text, place, scope));
  else {
    const near = reporter.nearest(text, targetNames(nodes));
    const called = near === undefined ? nodes.called(text) : undefined;
    if (called !== undefined) report(reporter.offer([called], place));
    else nodes.unknown({ name: text, place, near, report });
  }
  return undefined;
}

/** A journey is run by a node. */
function adviseOnJourneyAsTarget(journey: string, place: Place, { nodes, reporter }: JourneyScope): DiagnosticExtras {
  const runs = [...nodes.byName.values()].filter(({ declaration: { members } }) =>
    members.some(
      (member) =>
        member.kind === "property" && member.value?.kind === "string" && member.value.parts.join("") === journey,
    ),
  );
  if (runs.length === 1) return reporter.offer([runs[0]?.name ?? ""], place);
  return { help: "It is a journey: lead the arrow to a node of type `InnerTreeEvaluator` that runs it." };
}

/** What an unknown target stands for where it is an end in other words, or the id of a node or an end without its quotes. */
function endOrIdMeantBy(text: string, nodes: NodeTable): readonly string[] | undefined {
  const target = literalTarget(text, nodes);
  if (target.kind === "foreign") return endsMeantBy(text);
  return [target.kind === "node" ? target.name : target.kind];
}

/** The node whose title, or whose name, a text in quotes is or nearly is. Ids of the platform are like none. */
function nodeTitledLike(text: string, { nodes, reporter }: JourneyScope): string | undefined {
  if (/^[\da-f]{8}-[\da-f-]{27}$/i.test(text)) return undefined;
  const byTitle = new Map<string, string>();
  for (const { name, declaration } of nodes.byName.values()) {
    const [title] = declaration.title?.parts ?? [displayNameOf(name)];
    byTitle.set(name, name);
    if (typeof title === "string") byTitle.set(title, name);
  }
  const near = byTitle.has(text) ? text : reporter.nearest(text, byTitle.keys());
  return near === undefined ? nodes.called(text) : byTitle.get(near);
}

/** A quoted target is an id of the platform: that of a node of the journey, of an end, or of a node elsewhere. */
function literalTarget(id: string, nodes: NodeTable): Target {
  if (id === terminalIds.success) return { kind: "success" };
  if (id === terminalIds.failure) return { kind: "failure" };
  const node = nodes.withId(id);
  return node === undefined ? { kind: "foreign", id } : { kind: "node", name: node.name, id };
}

/** The names of all possible targets, for suggestions. */
export function* targetNames(nodes: NodeTable): Iterable<string> {
  yield* nodes.names;
  yield "success";
  yield "failure";
}
