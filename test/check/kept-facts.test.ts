import fc from "fast-check";
import { expect, test } from "vitest";
import { CheckMemory } from "../../src/check/check-memory.js";
import { checkModel } from "../../src/check/check-model.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { bindText } from "../support/read-project.js";

const targets = ["Ask", "Set", "Pick", "Script", "Inner", "Read", "Save", "success", "failure"] as const;

/** What is chosen of a journey: settings that read, write, ask or drop, names of nodes, and where arrows lead. */
interface Version {
  readonly setting: string;
  readonly attribute: string;
  readonly list: string;
  readonly choices: string;
  readonly body: string;
  readonly inputs: string;
  readonly code: string;
  readonly name: string;
  readonly to: readonly string[];
}

/** Where arrows lead in a journey without mistakes, by the order of the arrows. */
const usual = ["Set", "Script", "Inner", "Inner", "Pick", "Read", "failure", "Save", "success", "failure"];

/** Mostly there, sometimes elsewhere. */
const to = fc.tuple(
  ...usual.map((each) =>
    fc.oneof({ weight: 7, arbitrary: fc.constant(each) }, { weight: 1, arbitrary: fc.constantFrom(...targets) }),
  ),
);

const version = fc.record<Version>({
  setting: fc.constantFrom("level", "username", "secret", "mail"),
  attribute: fc.constantFrom("mail", "userName", "sn"),
  list: fc.constantFrom('"mail"', '"mail", "sn"', '"sn"', ""),
  choices: fc.constantFrom('"a"', '"a", "b"', '"a", "c"'),
  body: fc.constantFrom(
    'nodeState.get("secret");',
    'nodeState.get("password");',
    'nodeState.get("mail");',
    'nodeState.putTransient("secret", 1);',
    'nodeState.putTransient("other", 1);',
    'nodeState.putShared("level", 1);',
    'nodeState.get("level");',
    "",
  ),
  inputs: fc.constantFrom('"*"', '"secret"', '"level", "password"'),
  code: fc.constantFrom(
    "UsernameCollector",
    "PasswordCollector",
    "DataStoreDecision",
    'SetState { attributes: { level: "1" }',
  ),
  name: fc.constantFrom("Save", "Store"),
  to,
});

function textOf({ setting, attribute, list, choices, inputs, code, name, to }: Version): string {
  const next = (index: number) => (to[index] === "Save" ? name : (to[index] ?? "success"));
  const asks = choices.includes("b") ? `a -> ${next(2)} b -> ${next(3)}` : `a -> ${next(2)}`;
  const inner = code === "DataStoreDecision" ? "true -> success false -> failure" : "-> success";
  return `journey J {
  start -> Ask
  page Ask { node Name: UsernameCollector
    node Word: PasswordCollector
    node Mail: AttributeCollector { attributesToCollect: [${list}] identityAttribute: "${attribute}" }
    -> ${next(0)} }
  node Set: SetState { attributes: { ${setting}: "1" } -> ${next(1)} }
  node Pick: ChoiceCollector { choices: [${choices}] defaultChoice: "a" prompt: "?" ${asks} }
  node Script: ScriptedDecision { script: Code outcomes: ["x"] inputs: [${inputs}] outputs: ["*"] x -> ${next(4)} }
  script Code { file: "code.js" }
  node Read: ScriptedDecision { script: Reader outcomes: ["x"] inputs: ["secret"] outputs: ["*"] x -> ${next(7)} }
  script Reader { file: "read.js" }
  node Inner: InnerTreeEvaluator { tree: "K" true -> ${next(5)} false -> ${next(6)} }
  node ${name}: PatchObject { identityAttribute: "${attribute}" ignoredFields: [${list}] PATCHED -> ${next(8)} FAILURE -> ${next(9)} }
}
journey K { start -> Code node Code: ${code}${code.includes("{") ? "" : " {"} ${inner} } }
`;
}

function told(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code, severity, message, help, place, related }) => [
    code,
    severity,
    message,
    help,
    place.range,
    related.map((each) => [each.message, each.place.range]),
  ]);
}

const found = (version: Version, memory?: CheckMemory) => {
  const { model, diagnostics } = bindText(textOf(version), {
    readText: (path) => ({ text: path === "read.js" ? 'nodeState.get("secret");' : version.body }),
  });
  return told(checkModel({ model, diagnostics, parsed: [], ...(memory ? { memory } : {}) }));
};

test("whatever a journey was before, what is found in it is what is found without a memory", () => {
  let shown = 0;
  fc.assert(
    fc.property(version, version, version, (first, second, third) => {
      const memory = new CheckMemory();
      // Versions that differ in one thing only, one after the other.
      const names = Object.keys(first) as (keyof Version)[];
      const steps = names.flatMap((name) => [
        { ...first, [name]: second[name] },
        { ...first, [name]: third[name] },
        first,
      ]);
      for (const each of [first, first, ...steps]) {
        const expected = found(each);
        shown += expected.length;
        expect(found(each, memory)).toEqual(expected);
      }
    }),
    { seed: 16, numRuns: Number(process.env.KEPT_FACTS ?? 12) },
  );
  expect(shown).toBeGreaterThan(100);
});

test.each([
  ["a node that asks now", 'ChoiceCollector { choices: ["a"]', 'ChoiceCollector { choices: ["a", "b"]'],
  ["a key that another node names", 'nodeState.putTransient("secret", 1);', 'nodeState.putTransient("hidden", 1);'],
])("the state is followed again because of %s", (_what, ...parts) => {
  const textWith = (part: string) => `journey J {
  start -> Write
  node Write: ScriptedDecision { script: Code outcomes: ["a"] inputs: ["none"] outputs: ["*"] a -> Ask }
  script Code { file: "code.js" }
  node Ask: ${part.includes("{") ? part : 'ChoiceCollector { choices: ["a", "b"]'} defaultChoice: "a" prompt: "?" a -> Use }
  node Use: ScriptedDecision { script: Read outcomes: ["a"] inputs: ["hidden"] outputs: [] a -> failure }
  script Read { file: "read.js" }
}`;
  const memory = new CheckMemory();
  const codesOf = (part: string, kept?: CheckMemory) => {
    const files = { "code.js": part.includes("{") ? 'nodeState.putTransient("secret", 1);' : part };
    const { model, diagnostics } = bindText(textWith(part), {
      readText: (path) => ({
        text: path === "code.js" ? files[path] : 'nodeState.get("hidden"); nodeState.get("secret");',
      }),
    });
    const all = checkModel({ model, diagnostics, parsed: [], ...(kept ? { memory: kept } : {}) });
    return all.map(({ code, message }) => `${code}: ${message}`).toSorted();
  };
  const expected = parts.map((part) => codesOf(part));
  expect(expected[0]).not.toEqual(expected[1]);
  for (const round of [0, 1, 0, 1]) expect(codesOf(parts[round] ?? "", memory)).toEqual(expected[round]);
});
