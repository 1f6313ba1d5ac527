import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import { nameBegunLike, nearestName } from "../../diagnostics/suggest.js";
import type { Model, Script } from "../../model/model.js";
import { generationOf, isLibrary, type PlaceInScript } from "../../model/script-place.js";
import { allNodes } from "../../model/used-resources.js";
import { type BindingUse, listOfQuery } from "../../rhino/analysis/binding-uses.js";
import type { UnknownNames } from "../../rhino/analysis/unknown-names.js";
import {
  bindingMethods,
  bindingNames,
  bindingsOfOne,
  givenMethods,
  growingBindings,
  javaNames,
  type ScriptGeneration,
} from "../../rhino/bindings.js";
import { answerCalledElsewhere, methodCalledElsewhere } from "../../rhino/called-elsewhere.js";
import { counterpartOf } from "../../rhino/counterparts.js";
import { logMethod, printingNames } from "../../rhino/instead-of-missing.js";
import type { Json } from "../../text/json.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";
import {
  callsWithoutValue,
  lackingFunctions,
  misreadAnswers,
  misreadQueries,
  optionsByOtherNames,
  unawaitedAnswers,
  unsentAnswers,
} from "../script-lacks.js";

interface UnknownUse {
  readonly used: string;
  readonly isOfOther: boolean;
  readonly nearest: string | undefined;
  /** What this engine has instead, in a sentence. */
  readonly instead?: string | undefined;
}

/** An unknown use with its place. */
interface FoundUse extends PlaceInScript {
  readonly unknown: UnknownUse;
}

/**
 * Reports methods and objects of the platform that the engine of a script does not have, each once a script, and names that nothing makes
 * where one of these is nearly the same. A script that is written for the other engine is one finding.
 */
export const unknownScriptMethod = modelRule("unknown-script-method", "may-miss", (model, report) => {
  const libraries = librariesOf(model);
  for (const analysed of analysedScripts(model)) {
    const { script, title, bindings, unknownNames, placeOf } = analysed;
    const generation = generationOf(script);
    if (generation === undefined) continue;
    for (const { at: offset, used, lacking, nearest, problem, ...extras } of [
      ...lackingFunctions(analysed, libraries),
      ...unsentAnswers(analysed, generation),
      ...unawaitedAnswers(analysed, generation),
      ...misreadAnswers(analysed, generation),
      ...misreadQueries(analysed),
      ...callsWithoutValue(analysed),
      ...(generation === "next-generation" ? optionsByOtherNames(analysed) : []),
    ]) {
      const { at, line } = placeOf(offset);
      report({
        at,
        args: { script: title, line, generation, used, isOfOther: false, nearest, lacking, problem },
        ...extras,
      });
    }
    const seen = new Set<string>();
    const found: FoundUse[] = [];
    const add = (offset: number, unknown: UnknownUse | undefined) => {
      // Java is one cause, by whatever name.
      const cause = unknown && (javaNames.includes(unknown.used) ? "Java" : unknown.used);
      if (unknown === undefined || cause === undefined || seen.has(cause)) return;
      seen.add(cause);
      found.push({ ...placeOf(offset), unknown });
    };
    for (const { at, ...use } of bindings) add(at, unknownIn(use, generation));
    const candidates = [...bindingNames(generation), ...unknownNames.own];
    const isIncomplete = hasStrangers(unknownNames, candidates);
    const outcomes = unknownNames.unknown.length === 0 ? [] : outcomesListedFor(script, model);
    for (const { at, name } of unknownNames.unknown)
      add(
        at,
        printed(name, generation) ??
          outcomeWithoutQuotes(name, outcomes) ??
          (isIncomplete ? undefined : misspeltName(name, candidates)),
      );
    const ofOther = found.filter(({ unknown }) => unknown.isOfOther);
    const hasOwn = bindings.some((use) => isOfOne(use, generation));
    const { at, ...extras } = engineMeant(script, ofOther, hasOwn) ?? {};
    for (const { unknown, ...place } of found) {
      const { line } = place;
      const { used, isOfOther, nearest } = unknown;
      const args = { script: title, line, generation, used, isOfOther, nearest };
      if (at === undefined || !isOfOther) report({ at: place.at, args, ...otherEngine(script, unknown, hasOwn) });
      else if (unknown === ofOther[0]?.unknown) report({ at, args, ...extras });
    }
  }
});

/** The libraries by their titles, without those whose title several have. */
function librariesOf({ journeys }: Model): ReadonlyMap<string, Script> {
  const found = new Map<string, Script>();
  const taken = new Set<string>();
  for (const library of journeys.flatMap(({ scripts }) => scripts.filter(isLibrary))) {
    const { title, body } = library;
    if ((found.get(title)?.body ?? body) !== body) taken.add(title);
    found.set(title, library);
  }
  for (const title of taken) found.delete(title);
  return found;
}

/** How many places in the script are shown where it is written for the other engine. */
const shownUses = 5;

/**
 * The declaration of a script that is written for the other engine: it says nothing of the engine, or all that only one engine has is of
 * the other one.
 */
function engineMeant(
  script: Script,
  ofOther: readonly FoundUse[],
  hasOwn: boolean,
): (DiagnosticExtras & { readonly at: Place }) | undefined {
  if (ofOther.length === 0) return undefined;
  if (lacksEngine(script)) return { at: script.place, help: nameEngine };
  const chosen = script.properties.get("evaluatorVersion");
  if (ofOther.length < 2 || hasOwn || script.file === undefined || chosen?.explicit !== true) return undefined;
  const right = JSON.stringify(otherVersion(chosen.value));
  return {
    at: chosen.place,
    help: `Write \`evaluatorVersion: ${right}\`: all of the script is written for that engine.`,
    related: ofOther
      .slice(0, shownUses)
      .map(({ at, unknown: { used } }) => ({ place: at, message: `"${used}" is of the other engine` })),
    fixes: [{ title: `Write ${right}`, edits: [{ range: chosen.place.range, text: right }] }],
  };
}

function otherVersion(version: unknown): string {
  return version === "2.0" ? "1.0" : "2.0";
}

/** What to write in the engine of the script, and where the declaration chooses it: the other one is offered to a script that has nothing of this one. */
function otherEngine(
  { properties, file }: Script,
  { isOfOther, instead }: UnknownUse,
  hasOwn: boolean,
): DiagnosticExtras {
  if (!isOfOther) return {};
  const chosen = properties.get("evaluatorVersion");
  if (file === undefined || chosen?.explicit !== true) return instead === undefined ? {} : { help: instead };
  const other = `\`evaluatorVersion: "${otherVersion(chosen.value)}"\``;
  return {
    help: hasOwn
      ? (instead ?? "Only the other engine has it, and the script uses what only this one has: write it without.")
      : `${instead ?? "Write the script for this engine."} For the other engine, declare the script with ${other}.`,
    related: [{ place: chosen.place, message: "The engine is chosen here" }],
  };
}

const nameEngine =
  'Write `evaluatorVersion: "2.0"` in the declaration of the script for the next-generation engine, or write the script for the legacy one.';

/** A declaration that says nothing of the engine gets the older one, which its author may not know. */
function lacksEngine({ properties, file }: Script): boolean {
  return file !== undefined && properties.get("evaluatorVersion")?.explicit === false;
}

/** `print(…)` writes nowhere that anybody reads. */
function printed(name: string, generation: ScriptGeneration): UnknownUse | undefined {
  if (!printingNames.includes(name)) return undefined;
  return { used: name, isOfOther: false, nearest: `${logMethod(undefined, generation)}(…)` };
}

/** The outcomes of the nodes that run a script. */
function outcomesListedFor({ id }: Script, { journeys }: Model): readonly Json[] {
  return journeys.flatMap(({ nodes }) =>
    allNodes(nodes).flatMap(({ typeId, properties }) => {
      const listed = properties.get("outcomes")?.value;
      const isOfScript = typeId === "ScriptedDecisionNode" && properties.get("script")?.value === id;
      return isOfScript && Array.isArray(listed) ? listed : [];
    }),
  );
}

/** `action.goTo(low)` for `action.goTo("low")`. */
function outcomeWithoutQuotes(name: string, outcomes: readonly Json[]): UnknownUse | undefined {
  return outcomes.includes(name) ? { used: name, isOfOther: false, nearest: JSON.stringify(name) } : undefined;
}

/** Whether a script uses several names that are like none it knows: it runs together with another text, which may make more names. */
function hasStrangers({ unknown }: UnknownNames, candidates: readonly string[]): boolean {
  const isStranger = (name: string) => !printingNames.includes(name) && misspeltName(name, candidates) === undefined;
  return new Set(unknown.map(({ name }) => name).filter(isStranger)).size > 1;
}

/** A name that nothing makes, where the script or its engine has one that is nearly the same. */
function misspeltName(name: string, candidates: readonly string[]): UnknownUse | undefined {
  // Of a short name, many others are near.
  const nearest = name.length < 4 ? undefined : nearestName(name, new Set(candidates), name.length < 6 ? 1 : 2);
  return nearest === undefined ? undefined : { used: name, isOfOther: false, nearest };
}

function unknownIn(
  { binding, method, isRead, isSet }: Omit<BindingUse, "at">,
  generation: ScriptGeneration,
): UnknownUse | undefined {
  // It is told as what the answer of a query lacks.
  if (binding === listOfQuery) return undefined;
  const other = generation === "legacy" ? "next-generation" : "legacy";
  const instead = counterpartOf(binding, method, generation);
  if (bindingsOfOne[other].includes(binding)) return { used: binding, isOfOther: true, nearest: undefined, instead };
  if (method === undefined) return undefined;
  const used = method.startsWith("[") ? `${binding}${method}` : `${binding}.${method}`;
  if (listMembers.has(method))
    return generation === "legacy" ? undefined : { used, isOfOther: true, nearest: undefined, instead };
  const methods = bindingMethods[generation][binding] ?? givenMethods[generation][binding];
  if (methods === undefined || methods.includes(method)) return undefined;
  const isOfOther = (bindingMethods[other][binding] ?? givenMethods[other][binding])?.includes(method) === true;
  if (isRead === true) {
    const right = `${binding}.${binding === "systemEnv" ? "getProperty" : "get"}(${JSON.stringify(method)})`;
    return { used: `${binding}.${method}`, isOfOther: false, nearest: right };
  }
  if (isSet === true) {
    const right = `nodeState.putShared(${JSON.stringify(method)}, …)`;
    return { used: `${binding}.${method} =`, isOfOther: false, nearest: right };
  }
  const mayHaveAny = binding === "nodeState.get()";
  const isLikeOne = !isOfOther && !mayHaveAny && nearestName(method, methods) !== undefined;
  const mayHaveMore = growingBindings.includes(binding) || binding in givenMethods[generation];
  const ofAnswer = binding === "httpClient.send().get()" ? answerCalledElsewhere(method) : undefined;
  if (generation === "next-generation" && ofAnswer !== undefined && !isOfOther)
    return { used, isOfOther, nearest: ofAnswer };
  const elsewhere = binding === "logger" && method === "log" ? "" : methodCalledElsewhere(binding, method, methods);
  if (!isOfOther && !isLikeOne && mayHaveMore && elsewhere === undefined) return undefined;
  if (elsewhere !== undefined) {
    const nearest = binding === "logger" ? logMethod(undefined, generation) : `${binding}.${elsewhere}`;
    return { used, isOfOther: false, nearest, instead };
  }
  const nearest = isLikeOne ? methodMeant(method, methods) : undefined;
  return { used, isOfOther, nearest: nearest && `${binding}.${nearest}`, instead };
}

const changing = /^(?:set|add|put|remove|delete|store)(?![a-z])/;
const reading = /^(?:get|is|has)(?![a-z])/;

/** The method that is meant: none that writes by one that reads, nor the other way round. */
function methodMeant(method: string, methods: readonly string[]): string | undefined {
  const opposite = reading.test(method) ? changing : changing.test(method) ? reading : undefined;
  const possible = opposite === undefined ? methods : methods.filter((each) => !opposite.test(each));
  return nearestName(method, possible) ?? nameBegunLike(method, possible);
}

/** What the callbacks of the legacy engine have, as they are a list. */
const listMembers: ReadonlySet<string> = new Set(["length", "[…]"]);

/** Whether a use shows that a script is written for an engine: the other one lacks it. */
function isOfOne({ binding, method }: BindingUse, generation: ScriptGeneration): boolean {
  const other = generation === "legacy" ? "next-generation" : "legacy";
  if (bindingsOfOne[generation].includes(binding)) return true;
  if (method === undefined) return false;
  if (listMembers.has(method)) return generation === "legacy";
  const methodsOf = (one: ScriptGeneration) => bindingMethods[one][binding] ?? givenMethods[one][binding];
  return methodsOf(generation)?.includes(method) === true && methodsOf(other)?.includes(method) === false;
}
