import type { DiagnosticExtras } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Script } from "../model/model.js";
import type { ScriptAnalysis } from "../rhino/analysis/analyse-script.js";
import { listOfQuery, parsedAnswer, readOfAnswer } from "../rhino/analysis/binding-uses.js";
import { answerMembers, bindingMethods, givenMethods, type ScriptGeneration } from "../rhino/bindings.js";
import { answerCalledElsewhere } from "../rhino/called-elsewhere.js";
import { analysisOf } from "./analysed-scripts.js";

const parsesAnswer = "gives an answer of `httpClient`, which is no text, to `JSON.parse`";

/** Something that a script calls on what does not have it. */
interface LackingCall extends DiagnosticExtras {
  /** Offset in the text that was parsed. */
  readonly at: number;
  readonly used: string;
  readonly lacking: string;
  readonly nearest: string | undefined;
  /** What the script does, where nothing is lacking. */
  readonly problem?: string;
}

/** The functions that a script calls on libraries that show all they export, without these; each once. */
export function lackingFunctions(
  { libraryCalls }: ScriptAnalysis,
  libraries: ReadonlyMap<string, Script>,
): readonly LackingCall[] {
  const found = new Map<string, LackingCall>();
  for (const { title, name, written, at } of libraryCalls) {
    const library = libraries.get(title);
    const analysed = library && analysisOf(library);
    const exported = analysed?.kind === "analysed" ? analysed.exported : undefined;
    if (name in Object.prototype) continue;
    if (library === undefined || exported?.isClosed !== true || exported.members.has(name) || found.has(written))
      continue;
    const all = [...exported.members.keys()];
    const [only, second] = all;
    const near = nearestName(name, all) ?? (second === undefined ? only : undefined);
    const nearest = near === undefined ? undefined : `${written.slice(0, -name.length)}${near}`;
    const isOwn = library.body.includes(`function ${name}(`);
    const help = isOwn
      ? `The library has this function, and does not export it: write \`exports.${name} = ${name};\` there.`
      : nearest === undefined
        ? `It exports ${all.map((each) => `\`${each}\``).join(", ")}.`
        : `Write \`${nearest}\`, or let the library export \`${name}\`.`;
    const related = [{ place: library.place, message: "The library" }];
    found.set(written, { at, used: written, lacking: `library "${title}"`, nearest, help, related });
  }
  return [...found.values()];
}

/** Answers that a script of the next-generation engine asks for by another type than those of the callbacks that it makes; each once. */
export function unsentAnswers(
  { bindings, callbacks: { made }, libraries }: ScriptAnalysis,
  generation: ScriptGeneration,
): readonly LackingCall[] {
  const isShared = libraries.hasComputed || libraries.named.length > 0;
  const isHandedOn = bindings.some(({ binding, method }) => binding === "callbacksBuilder" && method === undefined);
  if (generation !== "next-generation" || made.length === 0 || isShared || isHandedOn) return [];
  const sent = new Set(made.map(({ type }) => type.toLowerCase()));
  const found = new Map<string, LackingCall>();
  for (const { binding, method, at } of bindings) {
    const type = binding === "callbacks" ? typeOfGetter(method) : undefined;
    if (method === undefined || type === undefined || sent.has(type) || found.has(method)) continue;
    const getters = methodsOfCallbacks.filter((each) => sent.has(typeOfGetter(each) ?? ""));
    const [only, second] = getters;
    const written = [...new Set(made.map((each) => each.type))].join(", ");
    const help =
      only === undefined || second !== undefined
        ? `The script sends ${written}.`
        : `The script sends ${written}: write \`callbacks.${only}\`.`;
    const lacking = "the answer to what the script sends";
    found.set(method, { at, used: `callbacks.${method}`, lacking, nearest: undefined, help });
  }
  return [...found.values()];
}

const methodsOfCallbacks = bindingMethods["next-generation"].callbacks ?? [];

/** `namecallback` of `getNameCallbacks`. */
function typeOfGetter(method: string | undefined): string | undefined {
  return /^get(\w+Callback)s$/.exec(method ?? "")?.[1]?.toLowerCase();
}

/** What a script reads of the promise that `httpClient.send` gives, as if that were the answer; the first of them. */
export function unawaitedAnswers({ bindings }: ScriptAnalysis, generation: ScriptGeneration): readonly LackingCall[] {
  const use = bindings.find(
    ({ binding, method }) => binding === "httpClient.send()" && answerMembers[generation].includes(method ?? ""),
  );
  if (use?.method === undefined) return [];
  const help = "Write `httpClient.send(…).get()`: `send` gives a promise, and `get()` waits for the answer.";
  const lacking = "the promise of `httpClient.send`";
  return [{ at: use.at, used: use.method, lacking, nearest: undefined, help }];
}

/** Calls of the platform's objects that lack a value; each kind once. */
export function callsWithoutValue({ incompleteCalls: calls }: ScriptAnalysis): readonly LackingCall[] {
  const found = new Map<string, LackingCall>();
  for (const { called, has, form, at } of calls) {
    if (found.has(called)) continue;
    const other = called.startsWith("nodeState.") ? ", or `nodeState.mergeShared({ … })` for an object" : "";
    const help =
      called === "openidm.query"
        ? `Its second value is an object with the filter: \`${form}\`.`
        : `Write \`${form}\`${other}.`;
    const problem = `gives \`${called}\` ${has}`;
    found.set(called, { at, used: called, lacking: "", nearest: undefined, problem, help });
  }
  return [...found.values()];
}

/** Options of requests by the names that other clients have for them; each once. */
export function optionsByOtherNames({ misnamedOptions }: ScriptAnalysis): readonly LackingCall[] {
  const found = new Map(misnamedOptions.map((each) => [each.written, each]));
  return [...found.values()].map(({ written, right, at }) => {
    return {
      at,
      used: written,
      lacking: "the options of `httpClient.send`",
      nearest: undefined,
      help: `Write \`${right}\`.`,
    };
  });
}

/** What a script reads of the answer of a query as if that were the list which it holds; once. */
export function misreadQueries({ bindings }: ScriptAnalysis): readonly LackingCall[] {
  const use = bindings.find(({ binding }) => binding === listOfQuery);
  if (use?.method === undefined) return [];
  const help = "The list is `result` of the answer: write `answer.result`, with the name of your variable.";
  const lacking = "the answer of `openidm.query`";
  return [{ at: use.at, used: use.method, lacking, nearest: undefined, help }];
}

/** What a script reads of an answer of `httpClient` that has another name there, or is to be called; each name once. */
export function misreadAnswers({ bindings }: ScriptAnalysis, generation: ScriptGeneration): readonly LackingCall[] {
  if (generation !== "next-generation") return [];
  const found = new Map<string, LackingCall>();
  for (const { binding, method, at } of bindings) {
    if (binding !== readOfAnswer || method === undefined || found.has(method)) continue;
    if (method === parsedAnswer) {
      const help = "An answer is no text: write `json()` of it, which gives the object.";
      found.set(method, { at, used: "JSON.parse", lacking: "", nearest: undefined, problem: parsesAnswer, help });
      continue;
    }
    const isMethod = givenMethods[generation]["httpClient.send().get()"]?.includes(method) === true;
    const right = isMethod ? `${method}()` : answerCalledElsewhere(method);
    if (right === undefined) continue;
    const help = isMethod ? `It is a method: write \`${right}\`.` : `Write \`${right}\` of the answer instead.`;
    const lacking = isMethod ? "the answer of `httpClient` as a value" : "the answer of `httpClient`";
    found.set(method, { at, used: method, lacking, nearest: undefined, help });
  }
  return [...found.values()];
}
