import { createDiagnostic, type Diagnostic, type DiagnosticExtras } from "../diagnostics/diagnostic.js";
import type { Reference } from "../syntax/ast.js";
import { writtenName } from "../syntax/match-word.js";
import { finishScript } from "./bind-scripts.js";
import { type JourneyDirectory, wordsForScript } from "./journey-directory.js";
import type { Journey, Script, ScriptUser, TestedScript } from "./model.js";
import { type FileScope, placeIn, type ScriptDraft } from "./scope.js";
import { isLibrary } from "./script-place.js";
import { allNodes } from "./used-resources.js";

/** A script that a scenario names, or the reason why it cannot be run. */
type FoundScript =
  | { readonly script: TestedScript; readonly fault?: undefined }
  | { readonly script?: undefined; readonly fault: Diagnostic };

/** A script, and the journey that has it. */
interface Candidate {
  readonly script: Script;
  readonly journey: Journey;
}

/** Where the scripts of scenarios are looked for. */
export interface TestedScripts extends JourneyDirectory {
  readonly declared: DeclaredScripts;
}

/** The scripts that texts declare, whether a journey uses them or not. */
export class DeclaredScripts {
  readonly #files: FileScope[] = [];
  #byWord: ReadonlyMap<string, TestedScript> | undefined;

  add(file: FileScope): void {
    if (file.scripts.size > 0) this.#files.push(file);
  }

  /** A script by its name, title, id or file, as one that no journey uses. */
  find(word: string): TestedScript | undefined {
    if (this.#byWord !== undefined) return this.#byWord.get(word);
    const byWord = new Map<string, TestedScript>();
    for (const file of this.#files) {
      const all = finishedIn(file);
      for (const script of all)
        for (const each of wordsForScript(script))
          if (!byWord.has(each)) byWord.set(each, { script, uses: [], libraries: all });
    }
    this.#byWord = byWord;
    return byWord.get(word);
  }
}

/**
 * Finds the script of `of script Name` or `of script Journey.Name`, by its name, title, id or file: one of the scenario's own file
 * before those of other journeys, and these before one that no journey uses.
 */
export function findTestedScript(reference: Reference, journeys: TestedScripts, file: FileScope): FoundScript {
  const [first, second, third] = reference.parts;
  const fault = (problem: string, extras: DiagnosticExtras): FoundScript => ({
    fault: createDiagnostic("invalid-step", placeIn(file, reference.range), { problem }, extras),
  });
  const written = reference.parts.map(({ text }) => text).join(".");
  if (first === undefined || third !== undefined) {
    return fault(`"${written}" is no name of a script`, { help: "Write `script Name` or `script Journey.Name`." });
  }
  const word = (second ?? first).text.replace(/^\.\//, "");
  const owner = second === undefined ? undefined : (journeys.byName(first.text) ?? journeys.byId(first.text));
  if (second !== undefined && owner === undefined) {
    return fault(`Journey "${first.text}" is not at hand`, suggestion(first.text, journeys.namesInTexts(), file));
  }
  const candidates = (owner === undefined ? journeys.withScript(word) : [owner]).flatMap(scriptsCalled(word));
  const own = candidates.filter(({ journey }) => journey.place.source === file.source);
  const draft = owner === undefined ? draftCalled(word, file) : undefined;
  const found = own.length > 0 || draft !== undefined ? own : candidates;
  const distinct = new Map(found.map((each) => [JSON.stringify([each.script.id, each.script.body]), each]));
  if (distinct.size > 1) {
    const names = [...distinct.values()].map(({ journey, script }) => `\`script ${journey.name}.${script.name}\``);
    return fault(`Several scripts are called "${word}"`, { help: `Say of which journey: ${names.join(" or ")}.` });
  }
  const [candidate] = found;
  if (draft !== undefined) file.uses.scripts.use(draft.name);
  const tested =
    candidate === undefined
      ? ((draft && alone(draft, file)) ?? (owner === undefined ? journeys.declared.find(word) : undefined))
      : inJourneys(candidate, found);
  if (tested === undefined) {
    if (second === undefined && journeys.byName(word) !== undefined) {
      const edits = [{ range: { start: wordBefore(reference, file), end: reference.range.start }, text: "" }];
      return fault(`"${written}" is a journey, and no script`, {
        help: `Write \`of ${word}\`.`,
        fixes: [{ title: `Write of ${word}`, edits }],
      });
    }
    const names = [...file.scripts.keys(), ...(owner?.scripts.map(({ name }) => name) ?? journeys.scriptNames())];
    return fault(`Script "${written}" is not at hand`, suggestion(word, names, file, declareIt(word, names)));
  }
  if (!isLibrary(tested.script)) return { script: tested };
  return fault(`"${written}" is a library, which runs only where a script requires it`, {
    help: "Test a script that requires it; its lines count in the coverage.",
  });
}

/** Where the word `script` begins that stands before a reference. */
function wordBefore({ range }: Reference, { source: { text } }: FileScope): number {
  return text.lastIndexOf("script", range.start);
}

function scriptsCalled(word: string): (journey: Journey) => readonly Candidate[] {
  return (journey) => {
    const named = journey.scripts.filter(({ name }) => name === word);
    const called = named.length > 0 ? named : journey.scripts.filter((each) => wordsForScript(each).includes(word));
    return called.map((script) => ({ script, journey }));
  };
}

function draftCalled(word: string, { scripts }: FileScope): ScriptDraft | undefined {
  return (
    scripts.get(word) ??
    [...scripts.values()].find((draft) => wordsForScript(finishScript(draft, undefined)).includes(word))
  );
}

/** A script that no journey uses yet. */
function alone(draft: ScriptDraft, file: FileScope): TestedScript {
  return { script: finishScript(draft, undefined), uses: [], libraries: finishedIn(file) };
}

function finishedIn({ scripts }: FileScope): readonly Script[] {
  return [...scripts.values()].map((each) => finishScript(each, undefined));
}

function inJourneys({ script, journey }: Candidate, all: readonly Candidate[]): TestedScript {
  const uses = all.flatMap(({ journey: each, script: { id } }): ScriptUser[] =>
    allNodes(each.nodes)
      .filter(({ properties }) => [...properties.values()].some(({ value }) => value === id))
      .map((node) => ({ journey: each, node })),
  );
  return { script, uses, libraries: journey.scripts };
}

function suggestion(
  written: string,
  names: Iterable<string>,
  { reporter }: FileScope,
  otherwise?: string,
): DiagnosticExtras {
  const near = reporter.nearest(written, names);
  const help = near === undefined ? otherwise : `Did you mean \`${near}\`?`;
  return help === undefined ? {} : { help };
}

/** The most scripts that a message lists. */
const listedAtMost = 8;

/** The help for a script that is like none of those at hand. */
function declareIt(word: string, names: readonly string[]): string {
  const isFile = /\.js$/.test(word);
  const known = [...new Set(names)];
  if (!isFile && known.length > 0 && known.length <= listedAtMost) {
    return `At hand are ${known.map((name) => `\`${writtenName(name)}\``).join(", ")}.`;
  }
  const declaration = `script ${isFile ? "Name" : word} { file: "${isFile ? word : "scripts/….js"}" }`;
  return `Name the file that has it as well, or declare it in this one: \`${declaration}\`.`;
}
