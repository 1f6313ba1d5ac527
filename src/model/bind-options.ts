import type { NodeType } from "../catalogue/node-type.js";
import type { Json } from "../text/json.js";
import type { SourceFile } from "../text/source-file.js";
import type { ExportOptions } from "./model.js";
import { defaultRealm } from "./realm.js";

/** What binding takes from outside the texts. Everything but `readText` has a default: see `defaultBindOptions`. */
export interface BindOptions {
  /** The value of `${realm}`. */
  readonly realm: string;
  /** Values of parameters; a text is read as the kind of the parameter's default. */
  readonly params: ReadonlyMap<string, Json>;
  /** The locale that a plain text of a localised property stands for. */
  readonly defaultLocale: string;
  /** Node types of the configuration, by platform id. */
  readonly externTypes: ReadonlyMap<string, NodeType>;
  /** What a journey's own `export { }` block overrides. */
  readonly exportOptions: ExportOptions;
  /** Ids of journeys that live elsewhere. */
  readonly externalJourneys: ReadonlySet<string>;
  /**
   * The text of a file that a journey names, found relative to the journey's own file. The binder has already refused
   * paths that lead out of the folder; the host must refuse links that do.
   */
  readonly readText: (path: string, from: SourceFile) => FileText;
}

export type FileText = { readonly text: string } | { readonly problem: string };

export const defaultExportOptions: ExportOptions = {
  nodeVersions: true,
  outcomes: true,
  coordinates: true,
  defaults: true,
  scriptEncoding: "json",
};

export const defaultBindOptions: BindOptions = {
  realm: defaultRealm,
  params: new Map(),
  defaultLocale: "en",
  externTypes: new Map(),
  exportOptions: defaultExportOptions,
  externalJourneys: new Set(),
  readText: () => ({ problem: "no files can be read here" }),
};
