import { lettersOf } from "../catalogue/console-labels.js";
import { isAlsoSeenOutcome } from "../catalogue/outcomes.js";
import type { DiagnosticExtras, Fix, Place, RelatedPlace, TextEdit } from "../diagnostics/diagnostic.js";
import type { Edge, Name, OutcomeReference, PageMember } from "../syntax/ast.js";
import { writtenName } from "../syntax/match-word.js";
import type { Range } from "../text/range.js";
import { bindTarget } from "./bind-target.js";
import { isSameTarget } from "./ids.js";
import { propertiesByName } from "./known-properties.js";
import { lacksLikelyOutcome } from "./likely-outcomes.js";
import type { Connection, Target } from "./model.js";
import {
  adviseOnOutcome,
  type EdgeOwner,
  helpWith,
  listed,
  mostCompared,
  type OutcomeAdvice,
  onlyOpenOutcome,
} from "./outcome-advice.js";
import { matchingOutcomes } from "./outcome-index.js";
import { isButtonLabel, isLabelled } from "./outcome-labels.js";
import { pageTypeId } from "./pages.js";
import { type JourneyScope, placeIn } from "./scope.js";

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
  #isEmptyTold = false;
  #open: { readonly only: string | undefined } | undefined;

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
    const target = bindTarget(edge.target, this.#scope, this.#owner.name);
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
    if (first === undefined || this.#lacksList() || this.#isEmptyPage()) return;
    const { place, text, extras } = first;
    const args = { node: this.#owner.name, outcome: text, others: others.map((other) => other.text) };
    const exchanged = this.#owner.exchangedMap(this.#unknown.map((each) => each.text));
    if (exchanged !== undefined) {
      const { property, place: at, meant } = exchanged;
      const help = `In \`${property}\`, the outcome stands before the colon: write \`${meant}\`.`;
      const related = [{ place, message: "The arrow is here" }];
      const fixes = [{ title: "Exchange keys and values", edits: [{ range: at.range, text: meant }] }];
      this.#scope.reporter.report("unknown-outcome", at, args, { help, related, fixes });
      return;
    }
    const fixes = this.#unknown.map((each) => each.extras.fixes ?? []);
    const isClear = fixes.every((each) => each.length === 1);
    const edits = fixes.flatMap((each) => each.flatMap((fix) => fix.edits));
    const whole = { title: "Change all of them", edits };
    const isOneInner = this.#unknown.every((each) => each.inner !== undefined && each.inner === first.inner);
    const bySetting = this.#unknown.every((each) => each.isBySetting && each.extras.help === extras.help);
    const lost = this.#lostDecider();
    const help =
      lost?.help ??
      (others.length === 0 || isOneInner ? extras.help : bySetting ? whenSet(extras.help) : this.#helpForAll());
    this.#scope.reporter.report("unknown-outcome", place, args, {
      ...extras,
      ...(help === undefined ? {} : { help }),
      ...(others.length === 0 ? {} : { fixes: isClear && areDistinct(edits) ? [whole] : [] }),
      restsOn: this.#owner.decidedAt().map((range) => placeIn(this.#scope, range)),
      related: [
        ...(extras.related ?? []),
        ...(lost?.related ?? []),
        ...(isOneInner ? this.#declarationOf(first.inner) : []),
        ...others.slice(0, shownOthers).map((other) => ({ place: other.place, message: "Nor does it have this one" })),
      ],
    });
  }

  /** Where the property that lists the outcomes is missing, that is told, with what the arrows name. */
  #lacksList(): boolean {
    const { lacksList, name, namePlace, outcomes } = this.#owner;
    const list = outcomes.length > 0 ? undefined : lacksList();
    if (list === undefined) return false;
    const named = this.#edges.flatMap((edge) => edge.outcomes.map(outcomeText));
    const [edge] = this.#edges;
    if (edge === undefined) return false;
    const line = `${list}: [${[...new Set(named)].map((each) => JSON.stringify(each)).join(", ")}]`;
    const at = { start: edge.range.start, end: edge.range.start };
    const fixes = [{ title: `Write ${line}`, edits: [{ range: at, text: `${line}\n\n    ` }] }];
    const help = `Add \`${line}\`: its arrows begin with these outcomes.`;
    this.#scope.reporter.report("missing-property", namePlace, { node: name, property: list }, { help, fixes });
    return true;
  }

  /** A page without nodes has no outcome: that is told at the page, and nothing of its arrows. */
  #isEmptyPage(): boolean {
    const { type, children, outcomes, outcomesKnown, name, namePlace } = this.#owner;
    if (type?.id !== pageTypeId || !outcomesKnown || children.length > 0 || outcomes.length > 0) return false;
    if (this.#isEmptyTold) return true;
    this.#isEmptyTold = true;
    const { reporter, nodes, members } = this.#scope;
    const [lost, more] = nodes.unled(members);
    const help =
      lost === undefined || more !== undefined || nodes.byName.get(lost)?.declaration.kind === "page"
        ? "Write the node on it that asks the user, or remove the page."
        : `Nothing leads to \`${lost}\`: move it into the page, if it was there, or remove the page.`;
    reporter.report("empty-page", namePlace, { page: name }, { help });
    return true;
  }

  /**
   * Where the arrows of a page name outcomes of a node that is not on it any more: what the page lacks, and where the node may have gone.
   */
  #lostDecider(): { readonly help: string; readonly related: readonly RelatedPlace[] } | undefined {
    const { type, children, outcomes, namePlace } = this.#owner;
    if (type?.id !== pageTypeId || children.length === 0 || outcomes.length !== 1) return undefined;
    const unknown = new Set(this.#unknown.map(({ place }) => place.range.start));
    const isNamed = this.#edges.some(
      ({ outcomes: [only, second] }) => only === undefined || second !== undefined || !unknown.has(only.range.start),
    );
    if (isNamed || this.#unknown.some(({ inner, meant }) => inner !== undefined || meant !== undefined))
      return undefined;
    const { nodes, members } = this.#scope;
    const named = this.#edges.flatMap((edge) => edge.outcomes.map(({ outcome }) => outcome.text));
    const decider = children.find((child) =>
      named.every((name) => matchingOutcomes(child, undefined, name).length > 0),
    );
    const last = children.findLast((child) => child.outcomes.length > 0);
    if (decider !== undefined && last !== undefined && decider !== last) {
      const related = [{ place: decider.namePlace, message: `\`${decider.name}\` has them` }];
      const help = `A page has the outcomes of its last node: put \`${decider.name}\` behind \`${last.name}\`.`;
      return { help, related };
    }
    const [lost, more] = nodes.unled(members);
    const moved =
      lost === undefined || more !== undefined
        ? "Write the node that has them on the page, or `->` alone before the target."
        : `Nothing leads to \`${lost}\`: move it into the page, if it is the one that has them.`;
    const related = [{ place: namePlace, message: "The page" }];
    return { help: `No node on the page has these outcomes. ${moved}`, related };
  }

  #declarationOf(inner: string | undefined): readonly RelatedPlace[] {
    const declared = this.#scope.nodes.resolve([this.#owner.name, inner ?? ""]);
    if (declared === undefined) return [];
    return [{ place: placeIn(this.#scope, declared.nameToken.range), message: `\`${inner}\` is declared here` }];
  }

  /** The names that are meant, where all are known. */
  #helpForAll(): string {
    const names = this.#unknown.flatMap(({ meant }) => (meant === undefined ? [] : [`\`${meant}\``]));
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
      (each) => isLabelled(each, written, this.#owner) || lettersOf(each.outcome) === lettersOf(written),
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
    else if (!this.#isEmptyPage()) {
      const at = placeIn(this.#scope, range);
      const args = { node: this.#owner.name, count: outcomes.length };
      const related = this.#declarationOf(only?.child).map(({ place }) => ({ place, message: "It has them" }));
      this.#scope.reporter.report("ambiguous-outcome", at, args, { ...this.#adviseOnSole(name), related });
    }
  }

  /** What an arrow without an outcome needs where it cannot stand for the only one. */
  #adviseOnSole({ text }: Name): DiagnosticExtras {
    const { outcomes } = this.#owner;
    if (outcomes.length === 0) return {};
    const named = new Set(this.#edges.flatMap((edge) => edge.outcomes.map(({ outcome }) => outcome.text)));
    const open = outcomes.filter(({ outcome, id }) => !named.has(outcome) && !named.has(id));
    const [only, second] = open;
    if (only !== undefined && second === undefined)
      return { help: `Write \`${writtenName(only.outcome)} -> ${text}\`: the other outcomes have arrows.` };
    if (open.length < 2 || open.length > mostWritten)
      return { help: `Write one of ${listed(this.#owner)} before the arrow.` };
    const words = open.map(({ outcome }) => writtenName(outcome));
    const lost = this.#scope.nodes.unled(this.#scope.members);
    if (lost.length > 0) return adviseOnLost(words, text, lost);
    return {
      help: `Write before the arrow which outcomes it stands for: all of them are \`${words.join(", ")} -> ${text}\`.`,
    };
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
    const fixes = this.#movedInto(before, target, {
      start: range.start - (/\s*$/.exec(line)?.[0].length ?? 0),
      end: range.end,
    });
    reporter.report("syntax-error", place, args, { help, fixes });
    return true;
  }

  /** Moves an arrow to the end of a node that has braces and no arrow yet. */
  #movedInto(name: string, target: string, written: Range): readonly Fix[] {
    const declaration = this.#scope.nodes.byName.get(name)?.declaration;
    if (declaration === undefined || declaration.members.some(({ kind }) => kind === "edge")) return [];
    const { text } = this.#scope.source;
    const end = text.lastIndexOf("\n", declaration.range.end - 1);
    const [indent] = /^[ \t]*(?=\}$)/.exec(text.slice(end + 1, declaration.range.end)) ?? [];
    if (indent === undefined) return [];
    const arrow = `\n${indent}  -> ${target}\n`;
    const edits = [
      { range: written, text: "" },
      { range: { start: end + 1, end: end + 1 }, text: arrow },
    ];
    return [{ title: `Write it in ${name}`, edits }];
  }

  #connect(outcomeId: string, text: string, range: Range, name: Name, target: Target | undefined): void {
    const first = this.connections.get(outcomeId);
    const place = placeIn(this.#scope, range);
    if (first !== undefined) {
      const isSame = isSameTarget(first.target, target);
      const message = isSame ? "It leads there here already" : "It already leads somewhere here";
      const related = [{ place: first.place, message }];
      const args = { node: this.#owner.name, outcome: text };
      // A question may rest on a list of outcomes that is not certain.
      this.#open ??= { only: onlyOpenOutcome({ ...this.#owner, outcomesKnown: true }, this.#edges) };
      const open = this.#open.only;
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

/** An outcome of an arrow that its node does not have. */
interface UnknownOutcome extends OutcomeAdvice {
  readonly place: Place;
  readonly text: string;
}

/** What is said of one outcome that a setting would bring, of several. */
function whenSet(help: string | undefined): string {
  return `${help?.replace("this outcome", "these outcomes") ?? ""} Set that, or remove these arrows.`;
}

const shownOthers = 5;

/** Of very many outcomes that a node does not have, it is only asked of the first ones which are meant. */
const mostAdvised = 50;

const mostWritten = 6;

/** Two names of outcomes cannot mean the same one. */
function areDistinct(edits: readonly TextEdit[]): boolean {
  return new Set(edits.map(({ text }) => text)).size === edits.length;
}

/** Whether an outcome is this word. In quotes, it is an id of the platform. */
function isWord(reference: OutcomeReference | undefined, word: string): boolean {
  return reference?.outcome.text === word && !reference.outcome.quoted;
}

/** Where nothing leads to a node, an arrow can hardly stand for all outcomes. */
function adviseOnLost(
  words: readonly string[],
  target: string,
  [lost = "", more]: readonly string[],
): DiagnosticExtras {
  const [first = "", second = "", third] = words;
  if (more !== undefined || third !== undefined) {
    const all = words.map((word) => `\`${word}\``).join(", ");
    return { help: `Write before the arrow which of ${all} it stands for: nothing leads to \`${lost}\` yet.` };
  }
  // The first outcome is mostly that of success.
  const [own, rest] = target === "failure" ? [second, first] : [first, second];
  return { help: `Nothing leads to \`${lost}\` yet: write \`${own} -> ${target}\` and \`${rest} -> ${lost}\`.` };
}

/**
 * Whether `key -> value` sets a property: no outcome is called so, and the type has a property of that name. In quotes, it is an id of the
 * platform.
 */
export function isMeantAsProperty(
  { outcomes, target }: Edge,
  owner: Pick<EdgeOwner, "type" | "version" | "outcomes" | "outcomesKnown">,
): boolean {
  const [only] = outcomes;
  if (only === undefined || outcomes.length > 1 || only.child !== undefined || !owner.outcomesKnown) return false;
  const { text, quoted } = only.outcome;
  if (quoted || propertiesByName(owner.type, owner.version)?.has(text) !== true) return false;
  if (matchingOutcomes(owner, undefined, text).length > 0) return false;
  // `timeout` is a setting, and what is left of `timeoutOutcome`.
  if (owner.outcomes.some(({ outcome }) => outcome.toLowerCase() === `${text}outcome`.toLowerCase())) return false;
  // `messageYes -> Next` leads from the button with that text.
  return target?.quoted !== false || !isButtonLabel(text, owner);
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
  } else if (!reference.outcome.quoted && !isAlsoSeen(owner, text) && isListKnown(owner, edges)) {
    // Where there are none at all, the first arrow says so for all.
    if (owner.outcomes.length === 0 && edges[0]?.outcomes[0] !== reference) return text;
    const advice =
      unknown.length < mostAdvised
        ? adviseOnOutcome(reference, { ...owner, outcomesKnown: true }, edges, scope)
        : { extras: { help: helpWith(owner) } };
    unknown.push({ place, text, ...advice });
  }
  return match?.id ?? text;
}

function isListKnown(owner: EdgeOwner, edges: readonly Edge[]): boolean {
  return owner.outcomesKnown || lacksLikelyOutcome(owner, edges);
}

/** Whether the outcome is known from other releases of the node type. */
function isAlsoSeen({ type, version }: EdgeOwner, outcomeId: string): boolean {
  return type !== undefined && isAlsoSeenOutcome(type, version, outcomeId);
}

function outcomeText(reference: OutcomeReference): string {
  return reference.child === undefined ? reference.outcome.text : `${reference.child.text}.${reference.outcome.text}`;
}
