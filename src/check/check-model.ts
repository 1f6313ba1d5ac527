import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import type { ParseResult } from "../syntax/parse.js";
import { check, type RunOptions } from "./check.js";
import { checkExportSettings } from "./export-settings.js";
import { incompleteJourneys } from "./incomplete-journeys.js";
import { openConflicts } from "./open-conflicts.js";
import { rules } from "./rules/index.js";
import { type SetAside, withoutSetAside } from "./set-aside.js";
import { settleByFile } from "./settle.js";

/** A model, together with everything that reading it has produced. */
export interface CheckInput extends Pick<RunOptions, "only" | "memory"> {
  readonly model: Model;
  /** Findings of parsing, binding and reading. */
  readonly diagnostics: readonly Diagnostic[];
  /** The parsed texts among the sources. */
  readonly parsed: readonly ParseResult[];
  readonly externalJourneys?: ReadonlySet<string>;
  readonly targetRealm?: string | undefined;
  readonly severities?: ReadonlyMap<string, Severity | "off">;
  /** The places where the configuration turns codes off; given only when the model is the whole project. */
  readonly silenced?: ReadonlyMap<string, Place>;
  /** Findings in exports that the configuration sets aside. */
  readonly setAside?: readonly SetAside[];
}

/**
 * All findings about a model: those found before, and those of the rules, without those that comments or the
 * configuration turn off.
 */
export function checkModel(input: CheckInput): readonly Diagnostic[] {
  return [...checkModelByFile(input).values()].flat();
}

/** The same by the path of the file, as `settleByFile` has them. */
export function checkModelByFile(input: CheckInput): ReadonlyMap<string, readonly Diagnostic[]> {
  const { model, parsed, severities, silenced, setAside = [] } = input;
  const found = check(model, rules, {
    ...(input.externalJourneys ? { externalJourneys: input.externalJourneys } : {}),
    targetRealm: input.targetRealm,
    ...(input.only ? { only: input.only } : {}),
    incomplete: incompleteJourneys(model, parsed, input.diagnostics),
    memory: input.memory,
  });
  const conflicts = openConflicts(model.journeys, parsed);
  const all = [...input.diagnostics, ...conflicts, ...checkExportSettings(model.journeys), ...found];
  const left = withoutSetAside(all, setAside, model.journeys, silenced !== undefined);
  return settleByFile(left, {
    parsed,
    causes: input.diagnostics,
    severities,
    allRulesRan: true,
    silenced,
    memory: input.memory?.settled,
  });
}
