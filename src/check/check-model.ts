import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import type { ParseResult } from "../syntax/parse.js";
import { check } from "./check.js";
import { checkExportSettings } from "./export-settings.js";
import { incompleteJourneys } from "./incomplete-journeys.js";
import { rules } from "./rules/index.js";
import { settle } from "./settle.js";

/** A model with all that reading it has brought to light. */
export interface CheckInput {
  readonly model: Model;
  /** What parsing, binding and reading have found. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts among the sources. */
  readonly parsed: readonly ParseResult[];
  readonly externalJourneys?: ReadonlySet<string>;
  readonly severities?: ReadonlyMap<string, Severity | "off">;
  /** Where the configuration sets codes aside, when the model is the whole project. */
  readonly silenced?: ReadonlyMap<string, Place>;
}

/** Everything that is to be said of a model: what was found before, what the rules find, less what is set aside. */
export function checkModel(input: CheckInput): readonly Diagnostic[] {
  const { model, parsed, severities, silenced } = input;
  const found = check(model, rules, {
    ...(input.externalJourneys ? { externalJourneys: input.externalJourneys } : {}),
    incomplete: incompleteJourneys(model, parsed, input.diagnostics),
  });
  const all = [...input.diagnostics, ...checkExportSettings(model.journeys), ...found];
  return settle(all, { parsed, severities, allRulesRan: true, silenced });
}
