import { BoundedCache } from "../../text/bounded-cache.js";
import { type AssignedCondition, assignedConditions } from "../assigned-conditions.js";
import { type AssignedConstant, assignedConstants } from "../assigned-constants.js";
import { type ConstInLoop, constsInLoops } from "../const-in-loop.js";
import { type MissingUse, missingIn } from "../missing-functions.js";
import { type ParsedScript, parseScript, type ScriptUse } from "../parse-script.js";
import { type RefusedPlace, refusedIn } from "../refused-syntax.js";
import { type BindingUse, bindingUses } from "./binding-uses.js";
import { type ExportedValue, exportedValues } from "./exported-values.js";
import { type IncompleteCall, incompleteCalls, type MisnamedOption, misnamedOptions } from "./incomplete-calls.js";
import { type LibraryCall, libraryCalls } from "./library-calls.js";
import { type LoggedValues, loggedValues } from "./logged-values.js";
import { type NamedUses, readRequest, readSecrets, readVariables, requiredLibraries } from "./named-uses.js";
import { usesOnlyState } from "./only-state.js";
import { type RequestAddress, requestAddresses } from "./request-addresses.js";
import { ScriptIndex } from "./script-index.js";
import { type ScriptOutcomes, scriptOutcomes } from "./script-outcomes.js";
import { type ScriptPlaceholder, scriptPlaceholders } from "./script-placeholders.js";
import { type ScriptSecret, scriptSecrets } from "./script-secrets.js";
import { type SentCallbacks, sentCallbacks } from "./sent-callbacks.js";
import { type SentRequest, sentRequests } from "./sent-requests.js";
import { type StateUse, stateUse } from "./state-use.js";
import { type StateValue, stateValues } from "./state-values.js";
import { type Undecided, undecidedScript } from "./undecided-script.js";
import { type UnknownNames, unknownNames } from "./unknown-names.js";

/** What a script does, as far as its text proves it. All offsets are those of the text that was parsed. */
export interface ScriptAnalysis {
  readonly outcomes: ScriptOutcomes;
  readonly undecided: Undecided;
  readonly callbacks: SentCallbacks;
  readonly state: StateUse;
  /** Whether it uses nothing of the platform but node state. */
  readonly usesOnlyState: boolean;
  /** What it puts into node state is made of. */
  readonly stateValues: readonly StateValue[];
  readonly libraries: NamedUses;
  readonly libraryCalls: readonly LibraryCall[];
  /** What it gives to those who require it, where it is a library. */
  readonly exported: ExportedValue | undefined;
  readonly variables: NamedUses;
  readonly readSecrets: NamedUses;
  /** Texts that only settings of nodes have replaced. */
  readonly placeholders: readonly ScriptPlaceholder[];
  readonly parameters: NamedUses;
  readonly headers: NamedUses;
  readonly cookies: NamedUses;
  readonly sentRequests: readonly SentRequest[];
  readonly requestAddresses: readonly RequestAddress[];
  readonly logged: readonly LoggedValues[];
  readonly secrets: readonly ScriptSecret[];
  readonly bindings: readonly BindingUse[];
  readonly incompleteCalls: readonly IncompleteCall[];
  readonly misnamedOptions: readonly MisnamedOption[];
  readonly unknownNames: UnknownNames;
  /** What of it the platform's engine refuses, lacks, or takes for something else. */
  readonly refused: readonly RefusedPlace[];
  readonly missing: readonly MissingUse[];
  readonly constsInLoops: readonly ConstInLoop[];
  readonly assignedConstants: readonly AssignedConstant[];
  readonly assignedConditions: readonly AssignedCondition[];
}

/** A script with what it does. Of one that is no tree nothing is known. */
export type AnalysedScript =
  | (ScriptAnalysis & { readonly kind: "analysed"; readonly originalOffset: (offset: number) => number })
  | Exclude<ParsedScript, { readonly kind: "tree" }>;

const cache = new BoundedCache<AnalysedScript>(4096);

/**
 * The one analysis of what a script does: all that rules, `requires`, `diff` and others say of a script is found here. It is plain data, made once for
 * a script, and keeps no tree.
 */
export function analyseScript(body: string, { isLibrary = false }: ScriptUse = {}): AnalysedScript {
  return cache.get(`${isLibrary} ${body}`, () => {
    const parsed = parseScript(body, { isLibrary });
    if (parsed.kind !== "tree") return parsed;
    const { program, clean } = parsed;
    return { kind: "analysed", originalOffset: clean.originalOffset, ...analysisOf(program, clean.text, isLibrary) };
  });
}

function analysisOf(program: ScriptIndex["program"], text: string, isLibrary: boolean): ScriptAnalysis {
  const index = new ScriptIndex(program);
  const { writes, ...state } = stateUse(index);
  const outcomes = scriptOutcomes(index);
  const callbacks = sentCallbacks(index);
  return {
    outcomes: { ...outcomes, chosen: outcomes.chosen.map(({ assigned: _tree, ...data }) => data) },
    undecided: undecidedScript(index, outcomes, callbacks),
    callbacks,
    state: { ...state, writes: writes.map(({ key, isTransient, at }) => ({ key, isTransient, at })) },
    usesOnlyState: usesOnlyState(index),
    stateValues: stateValues(writes, index),
    libraries: requiredLibraries(index),
    libraryCalls: libraryCalls(index),
    exported: isLibrary ? exportedValues(index) : undefined,
    variables: readVariables(index),
    readSecrets: readSecrets(index),
    placeholders: scriptPlaceholders(index),
    parameters: readRequest(index, "requestParameters"),
    headers: readRequest(index, "requestHeaders"),
    cookies: readRequest(index, "requestCookies"),
    sentRequests: sentRequests(index),
    requestAddresses: requestAddresses(writes, index),
    logged: loggedValues(writes, index),
    secrets: scriptSecrets(index),
    bindings: bindingUses(index),
    incompleteCalls: incompleteCalls(index),
    misnamedOptions: misnamedOptions(index),
    unknownNames: unknownNames(index),
    refused: refusedIn(program, text),
    missing: missingIn(program),
    constsInLoops: constsInLoops(program),
    assignedConstants: assignedConstants(program),
    assignedConditions: assignedConditions(program),
  };
}
