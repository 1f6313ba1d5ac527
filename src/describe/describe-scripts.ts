import { analysisOf } from "../check/analysed-scripts.js";
import { markedProperties } from "../check/marked-properties.js";
import type { Journey, JourneyNode, Script } from "../model/model.js";
import { generationOf, isJavaScript, isLibrary } from "../model/script-place.js";
import { allNodes } from "../model/used-resources.js";
import type { ScriptAnalysis } from "../rhino/analysis/analyse-script.js";
import type { NamedUses } from "../rhino/analysis/named-uses.js";
import { textsIn } from "../text/texts-in.js";
import type { DescribedScript, NamedThings, ScriptFacts } from "./description.js";
import type { LabelOf } from "./node-labels.js";

/** Some exports write a missing description as a word. */
const nothing: ReadonlySet<string> = new Set(["", "null"]);

/** The scripts of a journey, with what their texts show. */
export function describeScripts(journey: Journey, labelOf: LabelOf): readonly DescribedScript[] {
  const users = usersOf(journey, labelOf);
  return journey.scripts.map((script) => {
    const description = script.properties.get("description")?.value;
    return {
      title: script.title,
      description: typeof description === "string" && !nothing.has(description) ? description : undefined,
      engine: generationOf(script),
      usedBy: users.get(script.id) ?? [],
      language: isJavaScript(script) ? undefined : String(script.properties.get("language")?.value),
      facts: factsOf(script),
    };
  });
}

function usersOf(journey: Journey, labelOf: LabelOf): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  const scripts = new Set(journey.scripts.map(({ id }) => id));
  for (const node of allNodes(journey.nodes)) {
    for (const id of scriptIds(node)) users.set(id, [...(users.get(id) ?? []), labelOf(node)]);
  }
  // Social providers name the scripts that transform their profiles.
  for (const { id, content } of journey.resources) {
    for (const text of new Set(textsIn(content)))
      if (scripts.has(text)) users.set(text, [...(users.get(text) ?? []), id]);
  }
  return users;
}

function scriptIds(node: JourneyNode): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { name, reference } of markedProperties(node).references) {
    const value = node.properties.get(name)?.value;
    if (reference?.kind === "script" && typeof value === "string") ids.add(value);
  }
  return ids;
}

function factsOf(script: Script): ScriptFacts | undefined {
  if (!isJavaScript(script)) return undefined;
  const analysed = analysisOf(script);
  if (analysed.kind !== "analysed") return undefined;
  const { state, parameters, headers, cookies } = analysed;
  return {
    isLibrary: isLibrary(script),
    outcomes: outcomesOf(analysed),
    callbacks: sorted(analysed.callbacks.made.map(({ type }) => type)),
    stateRead: { names: sorted(state.reads.map(({ key }) => key)), hasOthers: state.readsComputed },
    stateWritten: {
      names: sorted(state.writes.map(({ key, isTransient }) => (isTransient ? `${key} (transient)` : key))),
      hasOthers: state.writesAnything,
    },
    requestValues: {
      names: [...prefixed("parameter", parameters), ...prefixed("header", headers), ...prefixed("cookie", cookies)],
      hasOthers: parameters.hasComputed || headers.hasComputed || cookies.hasComputed,
    },
    requests: sorted(analysed.sentRequests.map(({ address, isComputed }) => (isComputed ? `${address}…` : address))),
    calls: callsOf(analysed),
    libraries: namesOf(analysed.libraries),
    variables: {
      names: sorted([...namesOf(analysed.variables).names, ...namesOf(analysed.readSecrets).names]),
      hasOthers: analysed.variables.hasComputed || analysed.readSecrets.hasComputed,
    },
  };
}

function outcomesOf({ outcomes: { chosen, hasHidden } }: ScriptAnalysis): NamedThings {
  return {
    names: sorted(chosen.flatMap(({ values }) => [...(values ?? [])])),
    hasOthers: hasHidden || chosen.some(({ values }) => values === undefined),
  };
}

/** What is told of them stands in parts of their own, or tells nothing. */
const toldElsewhere =
  /^(?:(?:node|shared|transient)State\b|[aA]ction\b|callbacks|outcome$|logger$|require$|systemEnv$|secrets$|request(?:Parameters|Headers|Cookies)$)/;

function callsOf({ bindings }: ScriptAnalysis): readonly string[] {
  return sorted(
    bindings.flatMap(({ binding, method }) =>
      toldElsewhere.test(binding) || method === undefined ? [] : [`${binding}.${method}`],
    ),
  );
}

function namesOf({ named, hasComputed }: NamedUses): NamedThings {
  return { names: sorted(named.map(({ name }) => name)), hasOthers: hasComputed };
}

function prefixed(word: string, { named }: NamedUses): readonly string[] {
  return sorted(named.map(({ name }) => `${word} ${name}`));
}

function sorted(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].sort();
}
