import { describe, expect, test } from "vitest";
import { mergeJourneys } from "../../../src/diff/merge/merge-journeys.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { importOptions } from "../../support/import-support.js";

const base = `// Lets somebody in.
journey SignIn {
  description: "Sign in"
  categories: ["A", "B"]

  start -> Ask

  page Ask {
    pageHeader: "Hello"

    node Name: UsernameCollector

    node Secret: PasswordCollector

    -> Check
  }

  // Against the store.
  node Check: DataStoreDecision {
    true -> Count
    false -> failure
  }

  node Count: ScriptedDecision {
    outcomes: ["many", "few"]

    many, few -> success
  }

  layout {
    Ask 10, 10
    Check 20, 20
  }
}
`;

type Edit = (text: string) => string;
const replace =
  (from: string, to: string): Edit =>
  (text) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replaceAll(from, to);
  };
const options = { ...importOptions, readText: () => ({ problem: "none" }) };

function mergeEdits(ours: Edit, theirs: Edit, from = base) {
  const result = mergeJourneys("SignIn.journey", { base: from, ours: ours(from), theirs: theirs(from) }, options);
  if ("problem" in result) throw new Error(result.problem);
  const { diagnostics } = parse(new SourceFile("merged.journey", result.text));
  expect(diagnostics, result.text).toEqual([]);
  return result;
}

const both =
  (...edits: readonly Edit[]): Edit =>
  (text) =>
    edits.reduce((all, edit) => edit(all), text);

describe("independent changes", () => {
  test.each<[string, Edit, Edit]>([
    [
      "two properties of one journey",
      replace('"Sign in"', '"Log in"'),
      replace("start ->", "enabled: false\n\n  start ->"),
    ],
    ["neighbouring lines", replace("true -> Count", "true -> success"), replace("false -> failure", "false -> Ask")],
    [
      "two outcomes of one line",
      replace("many, few -> success", "many -> failure\n    few -> success"),
      (text) => text,
    ],
    ["items of one list", replace('["A", "B"]', '["A", "B", "C"]'), replace('["A", "B"]', '["B"]')],
    [
      "another locale",
      replace('pageHeader: "Hello"', 'pageHeader: "Hi"'),
      replace('pageHeader: "Hello"', 'pageHeader: "Hello"\n    pageHeader.de: "Hallo"'),
    ],
    [
      "a node and its comment",
      replace("// Against the store.", "// Against our store."),
      replace("false -> failure", "false -> Ask"),
    ],
    [
      "a renamed node and a change in it",
      replace("Count", "Counter"),
      replace('outcomes: ["many", "few"]', 'outcomes: ["many", "few"]\n    outputs: ["*"]'),
    ],
    [
      "an added inner node and a changed one",
      replace(
        "    node Secret: PasswordCollector\n",
        '    node Secret: PasswordCollector\n\n    node More: ChoiceCollector {\n      choices: ["a"]\n    }\n',
      ),
      replace("node Name: UsernameCollector", 'node Name: UsernameCollector "User"'),
    ],
    ["positions of two nodes", replace("Ask 10, 10", "Ask 11, 11"), replace("Check 20, 20", "Check 21, 21")],
  ])("%s", (_name, ours, theirs) => {
    const there = mergeEdits(ours, theirs);
    expect(there.conflicts).toEqual([]);
    const expected = both(ours, theirs);
    let text: string | undefined;
    try {
      text = expected(base);
    } catch {
      text = undefined;
    }
    if (text !== undefined && !text.includes('["B", "C"]')) expect(there.text).toBe(text);
    const back = mergeEdits(theirs, ours);
    expect(back.conflicts).toEqual([]);
  });

  test("items added and removed on both sides of one list", () => {
    const { text } = mergeEdits(replace('["A", "B"]', '["A", "B", "C"]'), replace('["A", "B"]', '["B", "D"]'));
    expect(text).toContain('categories: ["B", "C", "D"]');
  });

  test("outcomes of one line that go different ways", () => {
    const { text, conflicts } = mergeEdits(
      replace("many, few -> success", "many -> failure\n    few -> success"),
      replace("many, few -> success", "many -> success\n    few -> Ask"),
    );
    expect(conflicts).toEqual([]);
    expect(text).toContain("    many -> failure\n    few -> Ask\n");
  });

  test("a renamed node is followed in what the other side added", () => {
    const { text, conflicts } = mergeEdits(
      replace("Count", "Counter"),
      replace(
        "false -> failure\n  }\n",
        "false -> Again\n  }\n\n  node Again: Message {\n    true, false -> Count\n  }\n",
      ),
    );
    expect(conflicts).toEqual([]);
    expect(text).toContain("true, false -> Counter");
    expect(text).not.toMatch(/\bCount\b/);
  });

  test("the order of inner nodes that one side changed", () => {
    const { text, conflicts } = mergeEdits(
      replace(
        "node Name: UsernameCollector\n\n    node Secret: PasswordCollector",
        "node Secret: PasswordCollector\n\n    node Name: UsernameCollector",
      ),
      replace("node Name: UsernameCollector", 'node Name: UsernameCollector "User"'),
    );
    expect(conflicts).toEqual([]);
    expect(text.indexOf("node Secret")).toBeLessThan(text.indexOf('node Name: UsernameCollector "User"'));
  });

  test("ours keeps its own form where nothing is merged", () => {
    const loose = replace("  node Count: ScriptedDecision {", "  node   Count : ScriptedDecision   {");
    const { text } = mergeEdits(
      both(loose, replace('"Sign in"', '"Log in"')),
      replace("false -> failure", "false -> Ask"),
    );
    expect(text).toContain("node   Count : ScriptedDecision   {");
    expect(text).toContain('"Log in"');
    expect(text).toContain("false -> Ask");
  });
});

describe("conflicts", () => {
  test.each<[string, Edit, Edit, readonly string[]]>([
    [
      "one property",
      replace('"Sign in"', '"A"'),
      replace('"Sign in"', '"B"'),
      [
        'description: "A"',
        "// conflict: both sides changed this in different ways",
        '//   base: description: "Sign in"',
        '//   theirs: description: "B"',
      ],
    ],
    [
      "one outcome",
      replace("true -> Count", "true -> success"),
      replace("true -> Count", "true -> Ask"),
      ["true -> success", "// conflict: true leads to Ask in theirs, to success in ours (base: Count)"],
    ],
    [
      "the start",
      replace("start -> Ask", "start -> Check"),
      replace("start -> Ask", "start -> Count"),
      ["start -> Check", "//   theirs: start -> Count"],
    ],
    [
      "the type of a node",
      replace("Check: DataStoreDecision", "Check: LdapDecision"),
      replace("Check: DataStoreDecision", "Check: PageNode"),
      ["Check: LdapDecision", "//   theirs: PageNode"],
    ],
    [
      "a node that is gone here and changed there",
      (text) => text.replace(/ {2}node Count[^}]*}\n\n/, "").replace("-> Count", "-> success"),
      replace('["many", "few"]', '["many", "few", "none"]'),
      ["node Count: ScriptedDecision", "// conflict: ours removed node Count, theirs changed it"],
    ],
    [
      "a node that is changed here and gone there",
      replace('["many", "few"]', '["many", "few", "none"]'),
      (text) => text.replace(/ {2}node Count[^}]*}\n\n/, "").replace("-> Count", "-> success"),
      ["node Count: ScriptedDecision", "// conflict: theirs removed node Count, ours changed it"],
    ],
    [
      "two new nodes of one name",
      replace("  layout {", "  node New: Message {\n    a: 1\n  }\n\n  layout {"),
      replace("  layout {", "  node New: Message {\n    a: 2\n  }\n\n  layout {"),
      ["a: 1", "//   theirs: a: 2"],
    ],
    [
      "a node that is gone there and used here",
      replace("false -> failure", "false -> Count"),
      (text) => text.replace(/ {2}node Count[^}]*}\n\n/, "").replace("true -> Count", "true -> success"),
      ['// conflict: Journey "SignIn" has no node "Count"'],
    ],
  ])("%s", (_name, ours, theirs, expected) => {
    const { text, conflicts } = mergeEdits(ours, theirs);
    expect(conflicts.length).toBeGreaterThan(0);
    for (const line of expected) expect(text).toContain(line);
  });

  test.each(["base", "ours", "theirs"])("broken text of %s is refused, not merged", (side) => {
    const texts = { base, ours: base.replace("Sign in", "x"), theirs: base.replace("Hello", "x") };
    const broken = base.replace("start ->", "start - >");
    expect(mergeJourneys("a.journey", { ...texts, [side]: broken }, options)).toEqual({
      problem: expect.stringMatching(new RegExp(`^${side} has a syntax error: .+, line 6$`)),
    });
  });

  test("a version that nobody else has changed is taken as it is, broken or not", () => {
    const broken = "journey {";
    const taken = { text: broken, conflicts: [], notes: [] };
    expect(mergeJourneys("a.journey", { base, ours: base, theirs: broken }, options)).toEqual(taken);
    expect(mergeJourneys("a.journey", { base, ours: broken, theirs: base }, options)).toEqual(taken);
    expect(mergeJourneys("a.journey", { base, ours: broken, theirs: broken }, options)).toEqual(taken);
  });

  test("errors that come from putting both together stand above their lines, with the conflicts of the trees", () => {
    const without = (text: string) =>
      text.replace(/ {2}node Count[^}]*}\n\n/, "").replace("true -> Count", "true -> success");
    const { text, conflicts } = mergeEdits(
      both(
        replace("false -> failure", "false -> Count"),
        replace('"Sign in"', '"A"'),
        replace("start -> Ask", "start -> Count"),
      ),
      both(without, replace('"Sign in"', '"B"')),
    );
    const line = (found: string) => text.split("\n").indexOf(found) + 1;
    expect(conflicts.map(({ where }) => where).sort()).toEqual([
      "journey SignIn / description",
      expect.stringMatching(/^line \d+$/),
      expect.stringMatching(/^line \d+$/),
    ]);
    const mark = '// conflict: Journey "SignIn" has no node "Count"';
    expect(text).toContain(`  ${mark}\n  start -> Count\n`);
    expect(text).toContain(`    ${mark}\n    false -> Count\n`);
    expect(text.split(mark)).toHaveLength(3);
    // The lines are those of the text before the marks.
    expect(conflicts).toContainEqual({ where: `line ${line("  start -> Count") - 1}`, message: mark.slice(13) });
  });

  test("an error that a side had before is no conflict", () => {
    const { conflicts } = mergeEdits(replace("false -> failure", "false -> Nowhere"), replace('"Sign in"', '"B"'));
    expect(conflicts).toEqual([]);
  });
});

describe("the text", () => {
  test("comments and blank lines stay where nodes are called otherwise", () => {
    const rename = both(
      replace("node Check", "node Known"),
      replace("-> Check", "-> Known"),
      replace("Check 20", "Known 20"),
    );
    const commented = base
      .replace("    true -> Count", "    // Found.\n    true -> Count // on")
      .replace("many, few -> success", "many, few -> success\n    // Nothing else.");
    const change = replace('"Sign in"', '"Log in"');
    expect(mergeEdits(change, rename, commented)).toEqual({
      text: both(change, rename)(commented),
      conflicts: [],
      notes: [],
    });
    expect(mergeEdits(rename, change, commented)).toEqual({
      text: both(change, rename)(commented),
      conflicts: [],
      notes: [],
    });
  });

  test("comments in lists and empty blocks stay where nodes are called otherwise", () => {
    const commented = base
      .replace('["many", "few"]', '[\n      // First.\n      "many",\n      "few",\n    ]')
      .replace("  layout {", "  node Last: Message {\n    // To do.\n  }\n\n  layout {");
    const rename = both(replace("Last", "Final"), replace("Count", "Counter"));
    const change = replace('"Sign in"', '"Log in"');
    expect(mergeEdits(change, rename, commented).text).toBe(both(change, rename)(commented));
  });

  test("comments that theirs has added go along where ours has called nodes otherwise", () => {
    const rename = both(replace("Count", "Counter"), replace("Name:", "Login:"));
    const added = both(
      replace("many, few -> success", "many, few -> success // both\n\n    // Nothing else."),
      replace("  node Count: ", "  // Adds up.\n  node Count: "),
      replace(
        "  layout {",
        "  // Asks again.\n  node Again: Message {\n    // Not yet.\n    true -> Count // on\n\n    // Off.\n  }\n\n  node Last: Message {\n    // To do.\n  }\n\n  layout {",
      ),
    );
    const { text, conflicts } = mergeEdits(rename, added);
    expect(conflicts).toEqual([]);
    expect(text).toBe(rename(added(base)));
  });

  test("a mark that would change a text of several lines is left out", () => {
    const from = `param brand = "Shop"\n\n${base}`;
    const gone = replace('param brand = "Shop"\n\n', "");
    const inLine = mergeEdits(replace('"Sign in"', `"Sign in to \${brand}"`), gone, from);
    expect(inLine.conflicts).toHaveLength(1);
    expect(inLine.text).toContain(
      `  // conflict: ${inLine.conflicts[0]?.message}\n  description: "Sign in to \${brand}"`,
    );
    const inBlock = mergeEdits(replace('"Sign in"', `"""\n    Sign in to\n    \${brand}\n    """`), gone, from);
    expect(inBlock.conflicts).toEqual([{ ...inLine.conflicts[0], where: "line 5" }]);
    expect(inBlock.text).not.toContain("// conflict");
    expect(inBlock.text).toContain(`    Sign in to\n    \${brand}\n`);
  });

  test("each side has called another node otherwise", () => {
    const [ours, theirs] = [replace("Count", "Counter"), replace("Check", "Known")];
    expect(mergeEdits(ours, theirs)).toEqual({ text: both(ours, theirs)(base), conflicts: [], notes: [] });
  });

  test("where our form cannot be told apart from the change, the result is canonical", () => {
    const loose = both(
      replace("  start -> Ask", "  start   ->   Ask"),
      replace("start   ->   Ask", "start   ->   Check"),
    );
    const { text } = mergeEdits(
      replace("  start -> Ask", "  start   ->   Ask"),
      replace("start -> Ask", "start -> Check"),
    );
    expect(loose(base)).not.toBe(text);
    expect(text).toBe(replace("start -> Ask", "start -> Check")(base));
  });

  test("lines that are written in another way here and changed there apart from it", () => {
    const loose = replace("  node Count: ScriptedDecision {", "  node   Count : ScriptedDecision   {");
    const change = replace('"Sign in"', '"Log in"');
    expect(mergeEdits(loose, change)).toEqual({ text: both(loose, change)(base), conflicts: [], notes: [] });
  });
});

describe("a node that one side removed", () => {
  const scripted = `journey J {
  start -> Ask

  node Ask: UsernameCollector {
    -> Risk
  }

  node Risk: ScriptedDecision {
    script: Rate
    outcomes: ["true"]

    true -> success
  }

  script Rate "Rate" {
    body: "outcome = 'true'"
  }

  layout {
    Ask 10, 10
    Risk 20, 20
  }
}
`;
  const removed = (text: string) =>
    text
      .replace("-> Risk", "-> success")
      .replace(/ {2}node Risk[^}]*}\n\n/, "")
      .replace(/ {2}script Rate[^}]*}\n\n/, "")
      .replace("    Risk 20, 20\n", "");
  const moved = replace("Risk 20, 20", "Risk 30, 40");
  const changed = replace("true -> success", "true -> failure");

  test.each<[string, Edit, Edit]>([
    ["theirs", moved, removed],
    ["ours", removed, moved],
  ])("by %s, and that the other side only moved, is gone with its place", (_who, ours, theirs) => {
    const { text, conflicts } = mergeEdits(ours, theirs, scripted);
    expect(conflicts).toEqual([]);
    expect(text).toBe(removed(scripted));
  });

  test.each<[string, Edit, Edit]>([
    ["theirs", changed, removed],
    ["ours", removed, changed],
  ])("by %s, and that the other side changed, stays with its place and its script", (_who, ours, theirs) => {
    const { text, conflicts } = mergeEdits(ours, theirs, scripted);
    expect(conflicts).toHaveLength(1);
    expect(text).toContain("// conflict: ");
    expect(text).toContain("true -> failure");
    expect(text).toContain('script Rate "Rate" {');
    expect(text).toContain("    Risk 20, 20\n");
  });
});

describe("a node that both sides renamed", () => {
  test("differently is a conflict, and has the name of ours and the changes of both", () => {
    const { text, conflicts } = mergeEdits(
      (from) => from.replaceAll("Count", "Sum").replace('description: "Sign in"', 'description: "In"'),
      (from) => from.replaceAll("Count", "Total").replace("false -> failure", "false -> Total"),
    );
    expect(conflicts.map(({ message }) => message)).toEqual([
      "both sides renamed Count: to Sum in ours, to Total in theirs",
    ]);
    expect(text).toContain("  // conflict: both sides renamed Count: to Sum in ours, to Total in theirs\n  node Sum:");
    expect(text).not.toMatch(/Total[: \n]*\{|-> Total/);
    expect(text).toContain("false -> Sum");
  });

  test("in the same way is none", () => {
    const rename = replace("Check", "Verify");
    expect(mergeEdits(rename, rename).conflicts).toEqual([]);
  });
});
