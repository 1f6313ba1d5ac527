import { managedAttributes } from "../../model/managed-attributes.js";
import type { BoundStep, Given } from "../../model/scenario.js";
import { isMentioned, meantBy, misspeltOf } from "./near-key.js";
import type { Played } from "./played.js";
import type { PlayedState } from "./played-state.js";
import { advice, namesInList, type StepFinding } from "./step-finding.js";

/** The keys that steps give and that nothing reads, and those of stubbed nodes. */
export function unreadKeys(steps: readonly BoundStep[], played: Played, state: PlayedState): readonly StepFinding[] {
  const unread = steps
    .filter(isGivenState)
    .flatMap((step) => [...step.keyPlaces].flatMap(([key, at]) => (state.read.has(key) ? [] : [{ step, key, at }])));
  // What a script reads whose file is missing is not known; that is told.
  if (unread.length === 0 || played.bodies.some((body) => body.trim() === "")) return [];
  const others = knownKeys(steps);
  const expected = new Set(
    steps.flatMap((each) => (each.kind === "expect" && "keyPlaces" in each ? [...each.keyPlaces.keys()] : [])),
  );
  const written = new Set(state.writes.map(({ key }) => key));
  const names = new Set([...state.read].filter((key) => !others.has(key)));
  const left = new Set([...state.ownReads].filter((key) => !others.has(key) && !written.has(key)));
  return unread.flatMap(({ step, key, at }) => {
    if (expected.has(key)) return [];
    const sure = misspeltOf(key, names);
    const isCertain = !state.readsMore;
    if (!isCertain && (sure === undefined || isMentioned(key, played.bodies))) return [];
    const problem = `The scenario gives "${key}", which nothing in ${played.name} reads`;
    if (sure === undefined && isAttribute(key, state)) {
      const help = `Attributes of users are given in \`objectAttributes\`: \`given ${step.subject} { objectAttributes: { ${key}: … } }\`.`;
      return [{ at, problem, help, cause: `given ${key}` }];
    }
    const read = namesInList(state.ownReads);
    const otherwise = read === undefined ? "Nothing of one's own is read: remove it." : `It reads ${read}.`;
    return [
      { at, problem, cause: `given ${key}`, ...advice(at, { sure, maybe: meantBy(key, names, left), otherwise }) },
    ];
  });
}

function isAttribute(key: string, { attributes }: PlayedState): boolean {
  return attributes.has(key) || (attributes.size > 0 && managedAttributes.has(key));
}

/** The keys that a scenario itself puts into node state. */
export function knownKeys(steps: readonly BoundStep[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) => (isGivenState(step) || step.kind === "stub" ? [...step.keyPlaces.keys()] : [])),
  );
}

function isGivenState(
  step: BoundStep,
): step is Extract<Given, { readonly keyPlaces: unknown }> & { readonly subject: "state" | "transient" } {
  return step.kind === "given" && (step.subject === "state" || step.subject === "transient");
}
