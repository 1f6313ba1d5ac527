import type * as lsp from "vscode-languageserver";
import type { Mark } from "../write/graph/mark.js";

/** Requests beyond the protocol, for editors that show more than text: the journey as a picture, its scenarios, a run of it, exports. */
export const journeyRequests = {
  picture: "journey/picture",
  scenarios: "journey/scenarios",
  runScenarios: "journey/runScenarios",
  simulate: "journey/simulate",
  exportText: "journey/exportText",
  importExport: "journey/importExport",
  compare: "journey/compare",
  /** A notification: files as they are now. */
  files: "journey/files",
} as const;

/** Files that the server cannot read itself, as in a browser; also the `initializationOptions` there. */
export interface ClientFiles {
  /** `text` is `null` where the file is gone. */
  readonly files: readonly { readonly uri: string; readonly text: string | null }[];
}

export interface PictureParams {
  /** A text or an export. */
  readonly textDocument: lsp.TextDocumentIdentifier;
  /** Of several journeys, the one around this place, else the first one. */
  readonly position?: lsp.Position;
  /** Marks of nodes, by the journey's id and the node's name (`Page.Node` for an inner node). */
  readonly marks?: Readonly<Record<string, Readonly<Record<string, Mark>>>>;
}

/** A journey as a picture; the answer is `null` where the document has none. */
export interface JourneyPicture {
  /** The journey's id. */
  readonly journey: string;
  /** An SVG element. Boxes of nodes have `data-node` with the index of the node. */
  readonly svg: string;
  readonly nodes: readonly PictureNode[];
  /** What is found in the journey and belongs to no node. */
  readonly findings: readonly PictureFinding[];
}

export interface PictureNode {
  readonly index: number;
  /** As in texts. */
  readonly name: string;
  /** The whole node in its document. */
  readonly range: lsp.Range;
  readonly findings: readonly PictureFinding[];
}

export interface PictureFinding {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly range: lsp.Range;
}

/** The scenarios of one document. */
export interface DocumentScenarios {
  readonly uri: string;
  readonly scenarios: readonly ListedScenario[];
}

export interface ListedScenario {
  readonly title: string;
  /** The journey or script as the scenario names it. */
  readonly subject: string;
  /** The whole scenario. */
  readonly range: lsp.Range;
}

export interface RunScenariosParams {
  /** Those to run; all if absent. */
  readonly scenarios?: readonly ScenarioName[];
}

export interface ScenarioName {
  readonly uri: string;
  readonly title: string;
}

export interface RunScenariosResult {
  readonly results: readonly ScenarioOutcome[];
  /** Errors in the project, for which nothing was run. */
  readonly errors: readonly FailurePlace[];
  /** What was covered by these runs together. */
  readonly coverage: readonly FileCoverage[];
  /** Coverage as marks of a picture, as `PictureParams` takes them. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, Mark>>>>;
}

export interface ScenarioOutcome extends ScenarioName {
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly failures: readonly FailurePlace[];
  readonly path: readonly PathPlace[];
  /** Node state at the end; empty for a script that ran alone. */
  readonly state: object;
  /** What scripts have logged. */
  readonly log: readonly string[];
}

export interface FailurePlace {
  readonly message: string;
  readonly uri: string;
  readonly range: lsp.Range;
}

/** A node on the path of a run. */
export interface PathPlace {
  /** The journey's id. */
  readonly journey: string;
  readonly node: string;
  readonly outcome?: string;
  /** Whether the outcome was chosen, not found by running the node. */
  readonly stub?: boolean;
  /** The place of the node, where it has one. */
  readonly location?: lsp.Location;
}

/** What of a document was covered: nodes of a journey, or lines of a script. */
export interface FileCoverage {
  readonly uri: string;
  readonly nodes: readonly CoveredNode[];
  readonly lines: readonly CoveredLine[];
}

export interface CoveredNode {
  readonly name: string;
  /** The name of the node where it is declared. */
  readonly range: lsp.Range;
  readonly visits: number;
  readonly outcomes: readonly { readonly name: string; readonly taken: number; readonly range?: lsp.Range }[];
}

export interface CoveredLine {
  /** From 0. */
  readonly line: number;
  readonly statements: number;
  readonly ran: number;
}

export interface SimulateParams {
  /** The run to go on with; a new one if absent. */
  readonly run?: number;
  /** For a new run: the text or export, and the place in it. */
  readonly textDocument?: lsp.TextDocumentIdentifier;
  readonly position?: lsp.Position;
  /** For a new run: the id of the journey, which goes before the place. */
  readonly journey?: string;
  /** For a run that goes on: a command of `journeyc simulate --json`, such as `{ "resume": true }`. `{ "quit": true }` forgets the run. */
  readonly command?: object;
}

/** Where a run stands. */
export interface SimulatedRun {
  readonly run: number;
  readonly journey: string;
  /** What `journeyc simulate --json` writes. */
  readonly stop: object;
  readonly state: object;
  readonly path: readonly PathPlace[];
  /** Why the command was not taken. */
  readonly error?: string;
}

/** Why there is nothing to simulate, import or compare. */
export interface RequestRefusal {
  readonly problem: string;
}

export interface ExportParams {
  readonly textDocument: lsp.TextDocumentIdentifier;
}

/** An export as journey text. */
export interface ExportText {
  readonly text: string;
}

/** What an import would write. */
export interface ImportedFiles {
  /** The texts by path, relative to the folder of the export, with `/`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Journeys that cannot be imported without loss. */
  readonly problems: readonly string[];
}

export interface CompareParams {
  readonly before: string;
  readonly after: string;
}

/** A difference as an HTML page without scripts. */
export interface ComparedPage {
  readonly html: string;
  readonly isSame: boolean;
}
