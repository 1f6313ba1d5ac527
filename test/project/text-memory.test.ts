import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BindOptions, defaultBindOptions } from "../../src/model/bind-options.js";
import { TextMemory } from "../../src/project/text-memory.js";
import { SourceFile } from "../../src/text/source-file.js";

const login = `param days = 3

script Risk {
  file: "risk.js"
}

journey Login {
  start -> Name

  page Name {
    pageHeader: "in \${days} days"

    node User: UsernameCollector

    -> Decide
  }

  node Decide: DataStoreDecision "the password" {
    true -> Rate
    false -> Wait
  }

  node Wait: RetryLimitDecision {
    retryLimit: 3

    Retry -> Name
    Reject -> Unknown
  }

  node Rate: ScriptedDecision {
    script: Risk
    outcomes: ["low", "high"]

    low -> Save
    high -> failure
  }

  node Save: SetSessionProperties {
    properties: { level: "2" }

    -> Last
  }

  node Last: Message {
    message: { en: "Welcome", de: "Willkommen" }

    true -> success
    false -> failure
  }

  layout {
    Decide 1, 2 "11111111-2222-4333-8444-555555555555"
  }
}

journey Other {
  start -> Tell

  node Tell: Message {
    message: "other"

    true -> success
    false -> failure
  }
}
`;

const path = "login.journey";
let script = 'outcome = "low";\n';
const options: BindOptions = { ...defaultBindOptions, readText: () => ({ text: script }) };

/** All that binding gives. A place is told with the text that it is in. */
function told({ parsed, bound }: ReturnType<TextMemory["read"]>) {
  const { reporter } = bound.scope;
  const plain = (_: string, value: unknown) => {
    if (value instanceof SourceFile) return value.text === parsed.source.text ? "the text" : "another text";
    if (value instanceof Map) return [...value];
    return value instanceof Set ? [...value] : value;
  };
  const all = { journeys: bound.journeys, diagnostics: reporter.diagnostics, told: reporter.told, tree: parsed.file };
  return JSON.parse(JSON.stringify(all, plain)) as unknown;
}

const nodeOf = ({ bound }: ReturnType<TextMemory["read"]>, name: string) =>
  bound.journeys.flatMap(({ nodes }) => nodes).find((node) => node.name === name);

/** A memory of a text that was edited before: until then nothing is kept for a next version. */
function memoryOfEdited() {
  const memory = new TextMemory();
  memory.read(new SourceFile(path, login.replace('level: "2"', 'level: "1"')), options);
  return memory;
}

/** The nodes that are the same objects before and after an edit. */
function readTwice(edit: (text: string) => string) {
  const memory = memoryOfEdited();
  const before = memory.read(new SourceFile(path, login), options);
  const kept = new Map(
    ["Name", "Decide", "Wait", "Rate", "Save", "Last", "Tell"].map((name) => [name, nodeOf(before, name)]),
  );
  const now = edit(login);
  const after = memory.read(new SourceFile(path, now), options);
  expect(told(after)).toEqual(told(new TextMemory().read(new SourceFile(path, now), options)));
  return [...kept].flatMap(([name, node]) => (node !== undefined && nodeOf(after, name) === node ? [name] : []));
}

describe("nodes are taken over", () => {
  test("where the edit stands in another node", () => {
    // `Name` uses a parameter, `Rate` a script, and of `Wait` something is wrong.
    expect(readTwice((text) => text.replace('level: "2"', 'level: "23"'))).toEqual(["Decide", "Last", "Tell"]);
    expect(readTwice((text) => text.replace("-> Last", "-> Lost"))).toEqual(["Decide", "Last", "Tell"]);
    expect(readTwice((text) => text.replace("-> Last", "-> Last\n    x"))).toEqual(["Decide", "Last", "Tell"]);
    expect(readTwice((text) => text.replace("UsernameCollector", "UsernameCollector {\n    }"))).toEqual([]);
  });

  test.each([
    ["its name", (text: string) => text.replace("node Last", "node Lost")],
    ["its type", (text: string) => text.replace("Last: Message", "Last: Messag")],
    ["its title", (text: string) => text.replace('"the password"', '"a password"')],
    ["an inner node's name", (text: string) => text.replace("node User", "node Person")],
    ["a layout", (text: string) => text.replace("Decide 1, 2", "Last 1, 2")],
    ["another member", (text: string) => text.replace("start -> Name", "start -> Decide")],
    [
      "what stands around it",
      (text: string) => text.replace("  node Save", "  require Decide before success\n\n  node Save"),
    ],
    ["a parameter", (text: string) => text.replace("days = 3", "days = 4")],
  ])("not where it changes %s", (_, edit) => {
    expect(readTwice(edit)).toEqual([]);
  });

  test("not where a script is another one", () => {
    const memory = memoryOfEdited();
    const before = nodeOf(memory.read(new SourceFile(path, login), options), "Last");
    const now = login.replace('level: "2"', 'level: "23"');
    script = 'outcome = "high";\n';
    const after = memory.read(new SourceFile(path, now), options);
    expect(nodeOf(after, "Last")).not.toBe(before);
    expect(after.bound.journeys[0]?.scripts[0]?.body).toBe(script);
  });
});

const edits = [
  ["2", "3"],
  ["Last", "Lost"],
  ["Save", "Decide"],
  ["retryLimit: 3", "retryLimit: x"],
  ["retryLimit: 3", "retryLimt: 3"],
  ["true ->", "treu ->"],
  ["false -> Wait", "false -> Wait\n    more -> Last"],
  ["message:", "massage:"],
  ["message:", "message.fr:"],
  [`\${days}`, `\${day}`],
  ["Risk", "Rsk"],
  ['"low", "high"', '"low"'],
  ["Unknown", "Name"],
  ["DataStoreDecision", "DataStoreDecison"],
  ["node User: UsernameCollector", "node User: UsernameCollector {\n      x: 1\n    }"],
  ["-> Decide", "-> Decide // on"],
  ["Welcome", `Welcome, \${days}`],
  ["other", "\u{1f600}"],
  ["\n", "\n\n"],
  ["  ", ""],
] as const;

test("after any edits, a text is bound as if it were read for the first time", () => {
  const edit = fc.record({ which: fc.constantFrom(...edits), isBack: fc.boolean(), at: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 10 }), (all) => {
      const memory = new TextMemory();
      let text = login;
      for (const { which, isBack, at } of all) {
        const [from, to] = isBack ? [which[1], which[0]] : which;
        const pieces = from === "" ? [text] : text.split(from);
        const count = 1 + (at % Math.max(1, pieces.length - 1));
        if (pieces.length === 1) continue;
        text = pieces.slice(0, count).join(from) + to + pieces.slice(count).join(from);
        const source = () => new SourceFile(path, text);
        expect(told(memory.read(source(), options))).toEqual(told(new TextMemory().read(source(), options)));
      }
    }),
    { seed: 16, numRuns: 150 },
  );
});
