import type { NodeType } from "../../catalogue/node-type.js";
import { defaultExportOptions } from "../../model/bind-options.js";
import type { ExportOptions, Journey, NodeOutcome } from "../../model/model.js";
import { defaultRealm } from "../../model/realm.js";
import type { ScriptNames } from "./script-to-syntax.js";

export interface JourneySyntaxOptions {
  /** The realm that the text will be built for; `managed/<realm>_…` becomes `managed/${realm}_…`. */
  readonly realm: string;
  /** The locale of a plain text in a localised property. */
  readonly defaultLocale: string;
  /** The export options that apply where a journey does not set them. */
  readonly exportOptions: ExportOptions;
  /** Leaves out properties that equal the catalogue's defaults. */
  readonly minimal: boolean;
  /** Keeps the journey's order of nodes and its export options; otherwise they are chosen for the reader. */
  readonly keepForm: boolean;
  /** Types that the text need not declare because the configuration does, by platform id. */
  readonly externTypes: ReadonlyMap<string, NodeType>;
  /** The names of types that the text declares already, by platform id. */
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

/** The context shared by the writers of a journey's parts. */
export interface SyntaxContext {
  readonly journey: Journey;
  readonly options: JourneySyntaxOptions;
  readonly exportOptions: ExportOptions;
  readonly identityResource: string | undefined;
  /** Types that the file declares itself, by platform id. */
  readonly externs: ReadonlyMap<string, ExternView>;
  readonly scripts: ScriptNames;
}

/** A type that the text declares, as the binder will read the declaration. */
export interface ExternView {
  readonly name: string;
  readonly typeId: string;
  readonly displayName: string;
  /** `undefined` where each node of the type has its own outcomes, or they are not known. */
  readonly outcomes: readonly NodeOutcome[] | undefined;
}
