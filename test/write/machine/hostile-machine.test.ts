import fc from "fast-check";
import * as prettier from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { createMachine, initialTransition, transition } from "xstate";
import { journeyMachine } from "../../../src/machine/journey-machine.js";
import { stateName } from "../../../src/machine/state-names.js";
import type { Journey, JourneyNode, Target } from "../../../src/model/model.js";
import type { AnyMachine } from "../../../src/runtime/index.js";
import { start, take } from "../../../src/runtime/index.js";
import type { Json } from "../../../src/text/json.js";
import { writeDeclaration } from "../../../src/write/machine/write-declaration.js";
import { writeMachines } from "../../../src/write/machine/write-machine.js";
import { writeModule } from "../../../src/write/machine/write-module.js";
import { compileTypeScript, runTypeScript } from "../../support/compile-typescript.js";
import { hostileNames, hostileText } from "../../support/hostile-text.js";
import { connection, journey, node, outcome, setting } from "../../support/journey-fixture.js";

/** A journey whose every name and text is hostile; each node leads to the next by each of its outcomes. */
function hostileJourney(names: readonly string[], outcomes: readonly string[], text: string, value: Json): Journey {
  const nodes = names.map((name, index): JourneyNode => {
    const next = names[index + 1];
    const target: Target = next === undefined ? { kind: "success" } : { kind: "node", name: next, id: `id-${next}` };
    return node(
      name,
      {},
      {
        id: text,
        displayName: text,
        typeId: text,
        version: text,
        outcomes: outcomes.map((id) => outcome(id, { displayName: text })),
        connections: outcomes.map((id) => connection(id, target)),
        properties: new Map([
          [text, setting(value)],
          ["value", setting(value)],
        ]),
      },
    );
  });
  const [first = ""] = names;
  return journey(undefined, nodes, {
    name: text,
    id: text,
    entry: connection("", { kind: "node", name: first, id: "" }),
    settings: new Map([
      ["description", setting(text)],
      [text, setting(value)],
    ]),
    scripts: [
      {
        name: text,
        id: text,
        title: text,
        body: `${text}\n${text}`,
        file: undefined,
        properties: new Map(),
        place: nodes[0]!.place,
      },
    ],
  });
}

const unique = (values: readonly string[]) => [...new Set(values)];

const anyValue = fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json);
const anyJourney = fc
  .tuple(
    fc.uniqueArray(hostileText, { minLength: 1, maxLength: 4 }),
    fc.uniqueArray(hostileText, { minLength: 1, maxLength: 4 }),
    hostileText,
    fc.oneof(anyValue, hostileText),
  )
  .map((parts) => hostileJourney(...parts));

const subjects: readonly Journey[] = [
  ...hostileNames.map((name) =>
    hostileJourney(unique([name, "success", "node(success)"]), unique([name, "outcome(a)", "a"]), name, {
      [name]: [name],
    }),
  ),
  hostileJourney(
    hostileNames,
    ["on", "off"],
    "every name",
    JSON.parse('{"__proto__":{"__proto__":1},"constructor":-0}'),
  ),
  hostileJourney(["A"], hostileNames, "every outcome", 0),
  ...fc.sample(anyJourney, { numRuns: 6, seed: 7 }),
];

/** `same<A, B>(true)` compiles where the types are the same. */
const sameTypes = `
declare function same<A, B>(are: (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false): void;
type Bodiless<Script> = { readonly [Member in keyof Script]: Member extends "body" ? string : Script[Member] };
type Read<Machine> = { readonly [Member in keyof Machine]: Member extends "meta" ? ReadMeta<Machine[Member]> : Machine[Member] };
type ReadMeta<Meta> = { readonly [Member in keyof Meta]: Member extends "scripts" ? { readonly [Index in keyof Meta[Member]]: Bodiless<Meta[Member][Index]> } : Meta[Member] };
`;

let texts: readonly string[] = [];
const machines: AnyMachine[] = [];

beforeAll(async () => {
  texts = await writeMachines(subjects);
  for (const text of texts) machines.push(Object.values(await runTypeScript(text))[0] as AnyMachine);
});

function nameOf(index: number): string {
  return /^export const (\S+) =/m.exec(texts[index] ?? "")?.[1] ?? "";
}

describe("machines of hostile journeys", () => {
  it("compile", () => {
    const files = Object.fromEntries(texts.map((text, index) => [`machine${index}.ts`, text]));
    const use = texts.map((_, index) => {
      return `import { ${nameOf(index)} as m${index} } from "./machine${index}.js"; createMachine(m${index});`;
    });
    expect(
      compileTypeScript({ ...files, "use.ts": `import { createMachine } from "xstate";\n${use.join("\n")}` }),
    ).toEqual([]);
  });

  it("are what prettier writes", async () => {
    for (const text of texts) expect(await prettier.format(text, { parser: "typescript" })).toBe(text);
  });

  it("show nothing invisible", () => {
    for (const text of texts)
      expect(text).not.toMatch(/[^\P{C}\n\t\u{e000}-\u{10ffff}\u{378}-\u{ffff}]|[\u202a-\u202e\u2066-\u2069\ufeff]/u);
  });

  it("say what the journey says", () => {
    subjects.forEach((subject, index) => {
      const machine = machines[index]!;
      expect(machine.id).toBe(subject.id);
      expect(machine.meta.scripts[0]?.body).toBe(subject.scripts[0]?.body);
      for (const expected of subject.nodes) {
        const state = machine.states[stateName(expected.name)];
        if (!state || !("meta" in state)) throw new Error(`no state for ${JSON.stringify(expected.name)}`);
        expect(state.meta.name ?? stateName(expected.name)).toBe(expected.name);
        expect(
          Object.values(state.meta.outcomes)
            .map((known) => known.id)
            .sort(),
        ).toEqual(expected.outcomes.map((known) => known.id).sort());
        for (const [key, { value }] of expected.properties) {
          expect(Object.hasOwn(state.meta.properties, key)).toBe(true);
          expect(JSON.stringify(Object.entries(state.meta.properties).find(([name]) => name === key)?.[1])).toBe(
            JSON.stringify(value),
          );
        }
      }
    });
  });

  it("are the objects that the simulation runs", () => {
    subjects.forEach((subject, index) => {
      expect(machines[index]).toEqual(journeyMachine(subject));
    });
  });

  it("are what bundlers import from a text", async () => {
    for (const [index, subject] of subjects.entries()) {
      const exported = await runTypeScript(writeModule([subject]));
      expect({ ...exported }).toEqual({ [nameOf(index)]: machines[index], default: machines[index] });
    }
  });

  it("have the types that a text has for those who import it, but for the bodies of scripts", () => {
    // Compiling all of them takes seconds, and a name is hostile to a type in the same way as to a machine.
    const chosen = [...subjects.entries()].filter(([index]) => index < 2 || index % 6 === 0);
    const declarations = chosen.map(([index, subject]) => [`text${index}.d.journey.ts`, writeDeclaration([subject])]);
    const compared = chosen.map(
      ([index]) =>
        `import { ${nameOf(index)} as machine${index} } from "./machine${index}.js";
         import text${index}, { ${nameOf(index)} as named${index} } from "./text${index}.journey";
         import type { ${nameOf(index)}State as MachineState${index}, ${nameOf(index)}Outcomes as MachineOutcomes${index}, ${nameOf(index)}Inputs as MachineInputs${index} } from "./machine${index}.js";
         import type { ${nameOf(index)}State as State${index}, ${nameOf(index)}Outcomes as Outcomes${index}, ${nameOf(index)}Inputs as Inputs${index} } from "./text${index}.journey";
         same<Read<typeof machine${index}>, Read<typeof text${index}>>(true);
         same<typeof text${index}, typeof named${index}>(true);
         same<[MachineState${index}, MachineOutcomes${index}, MachineInputs${index}], [State${index}, Outcomes${index}, Inputs${index}]>(true);`,
    );
    const files = Object.fromEntries([
      ...chosen.map(([index]) => [`machine${index}.ts`, texts[index] ?? ""]),
      ...declarations,
      ["use.ts", `${sameTypes}\n${compared.join("\n")}\nsame<typeof text0, typeof machine1>(false);`],
    ]);
    expect(compileTypeScript(files, { allowArbitraryExtensions: true })).toEqual([]);
  });

  it("walk alike in the runtime and in XState, by every outcome of every node to success", () => {
    subjects.forEach((subject, index) => {
      const machine = machines[index]!;
      const actorLogic = createMachine(machine);
      let walk = start(machine);
      let [snapshot] = initialTransition(actorLogic);
      for (const expected of subject.nodes) {
        expect(walk.state).toBe(stateName(expected.name));
        expect(snapshot.value).toBe(walk.state);
        const state = machine.states[walk.state];
        if (!state || !("meta" in state)) throw new Error("an end too early");
        const outcomes = Object.keys(state.meta.outcomes);
        const ways = outcomes.map((name) => [
          take(walk, walk.state, name).state,
          transition(actorLogic, snapshot, { type: name })[0].value,
        ]);
        expect(new Set(ways.flat()).size).toBe(1);
        walk = take(walk, walk.state, outcomes[0]!);
        [snapshot] = transition(actorLogic, snapshot, { type: outcomes[0]! });
      }
      expect([walk.status, snapshot.status, snapshot.value]).toEqual(["success", "done", "success"]);
    });
  });
});

describe("values nested without end", () => {
  it("are written as JSON text, without recursion", async () => {
    let deep: Json = "bottom";
    for (let depth = 0; depth < 20_000; depth++) deep = depth % 2 === 0 ? [deep] : { "__proto__ ": deep };
    const [text = ""] = await writeMachines([hostileJourney(["A"], ["on"], "deep", deep)]);
    const machine = Object.values(await runTypeScript(text))[0] as AnyMachine;
    const state = machine.states.A;
    let value: unknown = state && "meta" in state ? state.meta.properties.value : undefined;
    let depth = 0;
    while (typeof value === "object" && value !== null) {
      value = Object.values(value)[0];
      depth++;
    }
    expect([depth, value]).toEqual([20_000, "bottom"]);
  });
});
