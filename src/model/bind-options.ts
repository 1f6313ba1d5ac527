import type { NodeType } from "../catalogue/node-type.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";
import type { SourceFile } from "../text/source-file.js";
import type { ExportOptions } from "./model.js";
import { defaultRealm } from "./realm.js";

/** The values that binding needs besides the texts. `defaultBindOptions` has the defaults. */
export interface BindOptions {
  /** The value of `${realm}`. */
  readonly realm: string;
  /** Values of parameters. A text is converted to the kind of the parameter's default. */
  readonly params: ReadonlyMap<string, Json>;
  /** Where the configuration gives them. */
  readonly paramPlaces?: ReadonlyMap<string, Place>;
  /** The locale of a localised property that is set to a plain text. */
  readonly defaultLocale: string;
  /** Node types of the configuration, by platform id. */
  readonly externTypes: ReadonlyMap<string, NodeType>;
  /** The export options of journeys; the `export { }` block of a journey overrides them. */
  readonly exportOptions: ExportOptions;
  /** Ids of journeys that exist elsewhere (configuration `journeys.external`). */
  readonly externalJourneys: ReadonlySet<string>;
  /**
   * Reads a file that a journey refers to; the path is relative to the journey's own file. The binder has already
   * refused paths that lead out of the folder; the host must refuse links that do.
   */
  readonly readText: (path: string, from: SourceFile) => FileText;
}

/** The content of a file, or why it cannot be read. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** The export of today's platform. */
export const defaultExportOptions: ExportOptions = {
  nodeVersions: true,
  outcomes: true,
  coordinates: true,
  defaults: true,
  scriptEncoding: "json",
};

/** The options of a text that is bound alone, without a configuration. */
export const defaultBindOptions: BindOptions = {
  realm: defaultRealm,
  params: new Map(),
  defaultLocale: "en",
  externTypes: new Map(),
  exportOptions: defaultExportOptions,
  externalJourneys: new Set(),
  readText: () => ({ problem: "no files can be read here" }),
};
