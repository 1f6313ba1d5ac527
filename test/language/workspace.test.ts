import fc from "fast-check";
import { expect, test } from "vitest";
import { complete } from "../../src/language/completion/complete.js";
import { hoverAt } from "../../src/language/hover.js";
import type { Findings } from "../../src/language/language-project.js";
import { occurrencesIn } from "../../src/language/names/occurrences.js";
import { declarationsIn } from "../../src/language/outline.js";
import { Workspace } from "../../src/language/workspace.js";
import { memoryFiles } from "../support/memory-files.js";

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

  node Decide: DataStoreDecision {
    true -> Rate
    false -> Name
  }

  // journey-ignore-next-line unreachable-node: a draft
  node Alone: Message {
    message: "alone"

    true -> success
    false -> failure
  }

  node Rate: ScriptedDecision {
    script: Risk
    outcomes: ["low", "high"]

    low -> success
    high -> failure
  }

  require Decide before success

  layout {
    Decide "11111111-2222-4333-8444-555555555555"
    Alone "22222222-2222-4333-8444-555555555555"
  }
}
`;

const outer = `journey Outer {
  start -> Call

  node Call: InnerTreeEvaluator {
    tree: "Login"

    true -> Again
    false -> failure
  }

  node Again: InnerTreeEvaluator {
    tree: "Third"

    true -> success
    false -> failure
  }
}

scenario "it works" of Login {
  submit Name { User: "demo" }
  stub Decide -> true
  expect success
}
`;

const third = `journey Third {
  innerTreeOnly: true
  start -> Ask

  node Ask: AttributeCollector {
    attributesToCollect: ["mail"]

    -> Save
  }

  node Save: PatchObject {
    PATCHED -> success
    FAILURE -> failure
  }
}
`;

/** Two of its nodes have the ids of nodes of the first text: one is the same node for the platform, the other is of another type. */
const twin = `journey Twin {
  start -> Check

  node Check: DataStoreDecision {
    true -> Tell
    false -> failure
  }

  node Tell: UsernameCollector {
    -> success
  }

  layout {
    Check "11111111-2222-4333-8444-555555555555"
    Tell "22222222-2222-4333-8444-555555555555"
  }
}
`;

const initial: Readonly<Record<string, string>> = {
  "/work/login.journey": login,
  "/work/outer.journey": outer,
  "/work/inner/third.journey": third,
  "/work/twin.journey": twin,
  "/work/risk.js": 'if (nodeState.get("username")) { outcome = "low"; } else { outcome = "high"; }\n',
  "/work/journey.config.json": '{ "rules": { "missing-locale": { "severity": "off", "reason": "one language" } } }',
};

const paths = Object.keys(initial);
const words = [
  "Login",
  "Third",
  "Decide",
  "Rate",
  "success",
  "failure",
  "start",
  "node",
  "{",
  "}",
  "->",
  ":",
  '"',
  "true",
  "Message",
  "journey",
  "low",
  "//",
  "\n",
  "é",
  "\u{1f600}",
];

type Step =
  | {
      readonly kind: "edit";
      readonly path: string;
      readonly at: number;
      readonly length: number;
      readonly text: string;
    }
  | { readonly kind: "undo" | "close" | "save" | "delete" | "restore"; readonly path: string }
  | { readonly kind: "move"; readonly path: string; readonly to: string };

/** What somebody types within a node: mostly the text can be parsed without looking at the rest of it. */
const typed = ["a", "1", " ", "\n", "", ' // "{', '"', "\n    x: 1\n", "\n    true -> success\n"];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      path: fc.constantFrom(...paths.filter((path) => path.endsWith(".journey"))),
      at: fc.nat(800),
      length: fc.constantFrom(0, 0, 1),
      text: fc.constantFrom(...typed),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      path: fc.constantFrom(...paths),
      at: fc.nat(1000),
      length: fc.constantFrom(0, 0, 1, 3, 12, 80),
      text: fc.oneof(fc.constantFrom(...words), fc.constant("")),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("undo" as const, "close" as const, "save" as const, "delete" as const, "restore" as const),
      path: fc.constantFrom(...paths),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      path: fc.constantFrom(...paths),
      to: fc.constantFrom("/work/moved.journey", "/work/inner/moved.journey", "/elsewhere/moved.journey"),
    }),
  },
);

/** An editor with its files: what is on the disk, and what is open over it. */
class Editor {
  readonly disk: Record<string, string> = { ...initial };
  readonly open = new Map<string, string[]>();
  readonly workspace = new Workspace({ files: memoryFiles(this.disk) });

  constructor() {
    this.workspace.setFolders(["/work"]);
  }

  take(step: Step): void {
    const { path } = step;
    const versions = this.open.get(path);
    switch (step.kind) {
      case "edit": {
        const before = versions?.at(-1) ?? this.disk[path] ?? "";
        const at = Math.min(step.at, before.length);
        this.#write(path, before.slice(0, at) + step.text + before.slice(at + step.length));
        return;
      }
      case "undo":
        if (versions === undefined || versions.length < 2) return;
        versions.pop();
        this.workspace.open(path, versions.at(-1) ?? "");
        return;
      case "close":
        if (!this.open.delete(path)) return;
        this.workspace.close(path);
        return;
      case "save":
        this.#put(path, versions?.at(-1));
        return;
      case "delete":
        this.#put(path, undefined);
        return;
      case "restore":
        this.#put(path, initial[path]);
        return;
      case "move":
        this.#put(step.to, this.disk[path]);
        this.#put(path, undefined);
        return;
      default:
        step satisfies never;
    }
  }

  /** The same editor as it would be if it were started now. */
  fresh(): Workspace {
    const workspace = new Workspace({ files: memoryFiles({ ...this.disk }) });
    workspace.setFolders(["/work"]);
    for (const [path, versions] of this.open) workspace.open(path, versions.at(-1) ?? "");
    return workspace;
  }

  #write(path: string, text: string): void {
    const versions = this.open.get(path);
    if (versions) versions.push(text);
    else this.open.set(path, [text]);
    this.workspace.open(path, text);
  }

  #put(path: string, text: string | undefined): void {
    if (text === undefined) delete this.disk[path];
    else this.disk[path] = text;
    this.workspace.filesChanged([path]);
  }
}

function told(findings: Findings): readonly string[] {
  return [...findings]
    .flatMap(([path, { diagnostics }]) =>
      diagnostics.map(({ code, message, help, severity, place, related, fixes }) =>
        JSON.stringify([
          path,
          place.range.start,
          place.range.end,
          code,
          severity,
          message,
          help,
          related.map((each) => [each.place.source.path, each.place.range.start]),
          fixes,
        ]),
      ),
    )
    .toSorted();
}

test("the texts have findings that several of them lead to", async () => {
  const found = told(await new Editor().workspace.findings()).join("\n");
  expect(found).toContain("node-in-two-journeys");
});

test("after any edits, what is found is what a fresh start would find", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const editor = new Editor();
      for (const each of steps) {
        editor.take(each);
        expect(told(await editor.workspace.findings())).toEqual(told(await editor.fresh().findings()));
      }
    }),
    { seed: 16, numRuns: 80 },
  );
});

test("no place of any text makes a service fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(1200), async (steps, at) => {
      const editor = new Editor();
      for (const each of steps) editor.take(each);
      const projects = await editor.workspace.projects();
      for (const path of paths) {
        const text = await editor.workspace.textAt(path);
        if (text === undefined) continue;
        const { length } = text.parsed.source.text;
        for (const { range } of occurrencesIn(text))
          expect(0 <= range.start && range.start <= range.end && range.end <= length).toBe(true);
        declarationsIn(text.parsed.file);
        const offset = Math.min(at, length);
        const { range, items } = complete(text, offset, projects) ?? {
          range: { start: offset, end: offset },
          items: [],
        };
        expect(range.start <= offset && offset <= range.end).toBe(true);
        for (const { documentation } of items) if (typeof documentation === "function") documentation();
        hoverAt(text, offset, projects);
      }
    }),
    { seed: 16, numRuns: 150 },
  );
});

test("typing checks no journey that cannot have changed", async () => {
  const editor = new Editor();
  const journeysOf = async () => {
    const [project] = await editor.workspace.projects();
    return new Map(project?.model.model.journeys.map((journey) => [journey.id, journey]));
  };
  const before = await journeysOf();
  const found = await editor.workspace.findings();
  editor.take({ kind: "edit", path: "/work/inner/third.journey", at: third.indexOf("mail"), length: 4, text: "sn" });
  const after = await journeysOf();
  expect(after.get("Login")).toBe(before.get("Login"));
  expect(after.get("Outer")).toBe(before.get("Outer"));
  expect(after.get("Third")).not.toBe(before.get("Third"));
  const again = await editor.workspace.findings();
  const [first] = found.get("/work/login.journey")?.diagnostics ?? [];
  expect(first).toBeDefined();
  // The very same object: the rules have not run again.
  expect(again.get("/work/login.journey")?.diagnostics[0]).toBe(first);
});
