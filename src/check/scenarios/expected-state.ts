import type { BoundStep, Expect, Stub } from "../../model/scenario.js";
import { getOwn, isJsonObject, type Json } from "../../text/json.js";
import { engineKeys } from "../state/engine-keys.js";
import { scriptOf } from "../state/node-access.js";
import { scriptAccess } from "../state/script-access.js";
import { attributesKey } from "../state/slot.js";
import { usualKeys } from "../state/written-keys.js";
import { knownKeys } from "./given-state.js";
import { isMentioned, meantBy, misspeltOf } from "./near-key.js";
import type { Played, PlayedNode } from "./played.js";
import type { PlayedState, PlayedWrite } from "./played-state.js";
import { advice, namesInList, type StepFinding } from "./step-finding.js";

const stores = new Set(["state", "shared", "transient"]);

/**
 * The keys that steps expect in node state and that nothing writes, and values that are never written under theirs. `turned` are those that a step takes
 * for names in the request, which is told there.
 */
export function unwrittenKeys(
  steps: readonly BoundStep[],
  played: Played,
  state: PlayedState,
  turned: ReadonlySet<string>,
): readonly StepFinding[] {
  const expected = steps.flatMap((step) =>
    step.kind === "expect" && "keyPlaces" in step && stores.has(step.subject)
      ? [...step.keyPlaces].map(([key, at]) => ({ step, key, at }))
      : [],
  );
  if (expected.length === 0) return [];
  const given = knownKeys(steps);
  const stubs = steps.filter((each) => each.kind === "stub");
  const writes = state.writes.filter(({ by }) => !isStubbed(by, stubs));
  const written = new Set([...writes.map(({ key }) => key), ...given]);
  const isCertain = state.writersOfAny.every((by) => isStubbed(by, stubs));
  // What is kept for a node that acts as another one is in the text of its script.
  const isSure = state.writersOfAny.every((by) => isStubbed(by, stubs) || hasReadableScript(by));
  return expected.flatMap(({ step, key, at }): readonly StepFinding[] => {
    const value = isJsonObject(step.value) ? getOwn(step.value, key) : undefined;
    if (key === attributesKey || engineKeys.has(key) || usualKeys.has(key) || turned.has(key)) return [];
    if (written.has(key)) return given.has(key) ? [] : wrongValue(step, key, value, writes, isSure);
    const sure = misspeltOf(key, written);
    // That something is missing is expected of what nothing writes.
    if (sure === undefined ? !isCertain || value === null : !isCertain && isMentioned(key, played.bodies)) return [];
    const problem = `The scenario expects "${key}" in node state, where nothing in ${played.name} writes it`;
    const stubbed = state.writes.find((write) => write.key === key)?.by;
    if (sure === undefined && stubbed !== undefined) {
      const name = nameOf(stubbed);
      const help = `"${name}" would, but is stubbed: write it there, as in \`stub ${name} -> … { ${key}: … }\`.`;
      return [{ at, problem, help }];
    }
    // The script may as well be what is misspelt: a scenario is there to tell that.
    const isOfScript = writes.every(
      (write) => write.key !== sure || write.by?.node.typeId === "ScriptedDecisionNode" || write.by === undefined,
    );
    const known = namesInList(written);
    const otherwise = known === undefined ? "Correct the key." : `Written are ${known}.`;
    return [
      {
        at,
        problem,
        cause: `expected ${key}`,
        ...advice(at, {
          sure: isOfScript ? undefined : sure,
          maybe: sure ?? meantBy(key, written, new Set()),
          otherwise,
        }),
      },
    ];
  });
}

function nameOf({ node: { name, page } }: PlayedNode): string {
  return page === undefined ? name : `${page}.${name}`;
}

/** Whether a scenario decides a node, or its page, itself. */
function isStubbed(by: PlayedNode | undefined, stubs: readonly Stub[]): boolean {
  if (by === undefined) return false;
  const { node, journey } = by;
  return stubs.some(({ node: { journey: of, node: name, child } }) => {
    if (of !== undefined && of !== journey.id) return false;
    return child === undefined ? name === (node.page ?? node.name) : name === node.page && child === node.name;
  });
}

/** Whether the text of a node's script shows all that it writes. */
function hasReadableScript(by: PlayedNode | undefined): boolean {
  const script = by && scriptOf(by.node, by.scripts);
  return by !== undefined && script !== undefined && !scriptAccess(script.body, by.scripts).writesAnything;
}

/** A value that the nodes which write the key never write. */
function wrongValue(
  step: Expect,
  key: string,
  expected: Json | undefined,
  writes: readonly PlayedWrite[],
  isCertain: boolean,
): readonly StepFinding[] {
  if (expected === undefined || expected === null || !isCertain) return [];
  const kinds = new Set(writes.filter((write) => write.key === key).map(({ value }) => value));
  const [kind] = kinds;
  const at = step.parts.values?.get(key) ?? step.place;
  if (kinds.size !== 1 || kind === undefined) return [];
  // What an author demands is not made another value by a fix.
  const shown = JSON.stringify(expected);
  if (kind === "texts" && !Array.isArray(expected)) {
    const right = JSON.stringify([typeof expected === "string" ? expected : String(expected)]);
    const problem = `"${key}" is never ${shown}: what a request brings is kept as a list of texts`;
    return [{ at, problem, help: `Write \`${right}\`.` }];
  }
  if (kind === "button" && typeof expected !== "number") {
    const problem = `"${key}" is never ${shown}: the node writes the number of the button`;
    const number = expected === true ? "0" : expected === false ? "1" : undefined;
    const help = "It is 0 for the first button, `messageYes`, and 1 for the second.";
    return [
      {
        at,
        problem,
        help:
          number === undefined
            ? help
            : `Write \`${number}\`: it is 0 for the first button, \`messageYes\`, and 1 for the second.`,
      },
    ];
  }
  return [];
}
