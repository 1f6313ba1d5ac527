import type * as lsp from "vscode-languageserver";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { FileFindings, Findings } from "../language/language-project.js";
import type { Session } from "./session.js";

/** What the client has been told of one file. */
interface Told {
  readonly findings: FileFindings;
  /** Where these were then: when a text is edited, places move with it. */
  readonly places: readonly PlaceThen[];
  readonly version: number | undefined;
  /** Another one for other findings. */
  readonly resultId: string;
}

/** The longest time after a change, in milliseconds, until the whole project is checked. */
const longestDelay = 200;

/**
 * Tells the client what is wrong in all files that a change concerns. A client that asks for diagnostics itself is told only that others than
 * those it has just asked for may have changed.
 */
export class PublishedDiagnostics {
  readonly #session: Session;
  readonly #told = new Map<string, Told>();
  #results = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the last check took. */
  #duration = 0;
  #problems = "";

  constructor(session: Session) {
    this.#session = session;
  }

  /** To be called after every change. Where a check takes long, it waits until nobody types. */
  schedule(): void {
    clearTimeout(this.#timer);
    const delay = this.#duration < 15 ? 0 : Math.min(longestDelay, 3 * this.#duration);
    this.#timer = setTimeout(() => {
      this.#publish().catch((error: unknown) => this.#session.reportDefect(error));
    }, delay);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** What is wrong in one document now, with an id for it. */
  async reportFor(uri: string, previous: string | undefined): Promise<lsp.DocumentDiagnosticReport> {
    const path = this.#session.paths.pathOf(uri);
    const findings = (await this.#session.workspace.findings()).get(path) ?? nothing;
    const { resultId } = this.#note(path, findings, undefined);
    if (resultId === previous) return { kind: "unchanged", resultId };
    return { kind: "full", resultId, items: this.#session.protocolDiagnostics(findings) };
  }

  /** The same for all files. */
  async reports(previous: readonly lsp.PreviousResultId[]): Promise<lsp.WorkspaceDiagnosticReport> {
    const { paths, workspace } = this.#session;
    const found = await workspace.findings();
    const before = new Map(previous.map(({ uri, value }) => [paths.pathOf(uri), value]));
    const files = new Set([...found.keys(), ...before.keys()]);
    const items = [...files].map((path): lsp.WorkspaceDocumentDiagnosticReport => {
      const findings = found.get(path) ?? nothing;
      const { resultId } = this.#note(path, findings, undefined);
      const uri = paths.uriOf(path);
      const version = this.#session.versionOf(uri) ?? null;
      if (resultId === before.get(path)) return { kind: "unchanged", uri, version, resultId };
      return { kind: "full", uri, version, resultId, items: this.#session.protocolDiagnostics(findings) };
    });
    return { items };
  }

  async #publish(): Promise<void> {
    const { workspace } = this.#session;
    const { revision } = workspace;
    const begin = performance.now();
    const found = await workspace.findings();
    this.#duration = performance.now() - begin;
    // Whatever has changed meanwhile has scheduled the next one.
    if (revision !== workspace.revision) return;
    await this.#tellProblems();
    if (this.#session.pullsDiagnostics) this.#refresh(found);
    else this.#push(found);
  }

  #push(found: Findings): void {
    const { paths, connection } = this.#session;
    for (const path of new Set([...found.keys(), ...this.#told.keys()])) {
      const uri = paths.uriOf(path);
      const version = this.#session.versionOf(uri);
      const before = this.#told.get(path);
      const findings = found.get(path) ?? nothing;
      const now = this.#note(path, findings, version);
      if (before?.resultId === now.resultId && before.version === version) continue;
      const diagnostics = this.#session.protocolDiagnostics(findings);
      void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
      if (findings === nothing && version === undefined) this.#told.delete(path);
    }
    this.#pushFirst();
  }

  /** A document without mistakes is told too, so that a client knows that it was looked at. */
  #pushFirst(): void {
    const { paths, connection } = this.#session;
    for (const uri of this.#session.openUris) {
      const path = paths.pathOf(uri);
      const version = this.#session.versionOf(uri);
      if (this.#told.has(path) || version === undefined) continue;
      this.#note(path, nothing, version);
      void connection.sendDiagnostics({ uri, version, diagnostics: [] });
    }
  }

  #refresh(found: Findings): void {
    let changed = false;
    for (const path of new Set([...found.keys(), ...this.#told.keys()])) {
      const before = this.#told.get(path);
      if (this.#note(path, found.get(path) ?? nothing, undefined).resultId !== before?.resultId) changed = true;
    }
    if (changed && this.#session.client.workspace?.diagnostics?.refreshSupport === true) {
      void this.#session.connection.languages.diagnostics.refresh();
    }
  }

  #note(path: string, findings: FileFindings, version: number | undefined): Told {
    const before = this.#told.get(path);
    if (before?.findings === findings && before.version === version) return before;
    const places = before?.findings === findings ? before.places : placesOf(findings.diagnostics);
    const isSame = before !== undefined && areSame(before, { findings, places });
    const resultId = isSame ? before.resultId : String(++this.#results);
    const told = { findings, places, version, resultId };
    this.#told.set(path, told);
    return told;
  }

  /** Says once why a project cannot be read. */
  async #tellProblems(): Promise<void> {
    const problems = (await this.#session.workspace.problems()).join("\n");
    if (problems !== this.#problems && problems !== "") void this.#session.connection.window.showErrorMessage(problems);
    this.#problems = problems;
  }
}

const nothing: FileFindings = { folder: "", diagnostics: [] };

/** A text, or the beginning or end of a place in the last one. */
type PlaceThen = string | number;

/** The places of diagnostics and of what is related to them. */
function placesOf(diagnostics: readonly Diagnostic[]): readonly PlaceThen[] {
  const places: PlaceThen[] = [];
  const add = (place: Place) => {
    places.push(place.source.text);
    if (place.pointer === undefined) places.push(place.range.start, place.range.end);
  };
  for (const { place, related } of diagnostics) {
    add(place);
    for (const each of related) add(each.place);
  }
  return places;
}

type ToldFindings = Pick<Told, "findings" | "places">;

function areSame(left: ToldFindings, right: ToldFindings): boolean {
  if (left.findings === right.findings) return true;
  return (
    areAlike(left.places, right.places, (each, other) => each === other) &&
    areAlike(left.findings.diagnostics, right.findings.diagnostics, isSame)
  );
}

function areAlike<Item>(
  left: readonly Item[],
  right: readonly Item[],
  isAlike: (one: Item, other: Item) => boolean,
): boolean {
  return left.length === right.length && left.every((each, index) => isAlike(each, right[index] as Item));
}

/** Whether two diagnostics say the same, wherever they are in a `.journey` text. In JSON nothing moves, and ranges are dear. */
function isSame(left: Diagnostic, right: Diagnostic): boolean {
  if (left.code !== right.code || left.message !== right.message) return false;
  if (left.severity !== right.severity || left.help !== right.help) return false;
  return (
    areAtOnePlace(left.place, right.place) &&
    areAlike(
      left.related,
      right.related,
      (one, other) => one.message === other.message && areAtOnePlace(one.place, other.place),
    )
  );
}

function areAtOnePlace(left: Place, right: Place): boolean {
  if (left.pointer === undefined) return true;
  return left.range.start === right.range.start && left.range.end === right.range.end;
}
