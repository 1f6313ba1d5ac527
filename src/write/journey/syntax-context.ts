import type { NodeType } from "../../catalogue/node-type.js";
import { defaultExportOptions } from "../../model/bind-options.js";
import type { ExportOptions, Journey } from "../../model/model.js";
import { defaultRealm } from "../../model/realm.js";
import type { ExternView } from "./extern-to-syntax.js";
import type { ScriptNames } from "./script-to-syntax.js";

export interface JourneySyntaxOptions {
  /** The realm that the text will be built for; `managed/<realm>_…` becomes `managed/${realm}_…`. */
  readonly realm: string;
  /** The locale that a plain text of a localised property stands for. */
  readonly defaultLocale: string;
  /** How exports are written where a journey does not say it. */
  readonly exportOptions: ExportOptions;
  /** Leaves out properties that equal the catalogue's defaults. */
  readonly minimal: boolean;
  /** Keeps the journey's order of nodes and its export options, which else are chosen for the reader. */
  readonly keepForm: boolean;
  /** Types that the text need not declare: those of the configuration, by platform id. */
  readonly externTypes: ReadonlyMap<string, NodeType>;
  /** What the text calls types that it declares already, by platform id. */
  readonly externNames?: ReadonlyMap<string, string>;
  /** Whether a path beside the journey may hold a text; for hosts that write several journeys into one folder. */
  readonly mayHold?: (path: string, text: string) => boolean;
}

export const defaultJourneySyntaxOptions: JourneySyntaxOptions = {
  realm: defaultRealm,
  defaultLocale: "en",
  minimal: false,
  keepForm: false,
  exportOptions: defaultExportOptions,
  externTypes: new Map(),
};

/** What writing the parts of one journey shares. */
export interface SyntaxContext {
  readonly journey: Journey;
  readonly options: JourneySyntaxOptions;
  readonly exportOptions: ExportOptions;
  readonly identityResource: string | undefined;
  /** Types that the file declares itself, by platform id. */
  readonly externs: ReadonlyMap<string, ExternView>;
  readonly scripts: ScriptNames;
}
