import { describe, expect, test } from "vitest";
import { inSourceOrder } from "../../../src/import/into/edit-journey.js";
import { bringText } from "../../support/bring-text.js";
import { buildText, into } from "../../support/import-support.js";
import { allOf, intoFiles, intoText, replaceOnce as replace } from "../../support/into-text.js";
import { journey, node as nodeOf } from "../../support/journey-fixture.js";

type Edit = (text: string) => string;

const removal = (piece: string): Edit => replace(piece, "");
const node = (name: string, target = "failure") =>
  `  node ${name}: UsernameCollector {\n    autocompleteValues: []\n\n    -> ${target}\n  }\n\n`;

/** The files of scripts and resources that are new. */
const newFiles: ReadonlyMap<string, string> = new Map([
  ["scripts/extra.js", 'outcome = "a";\n'],
  ["resources/welcome.json", "{}"],
]);

/** What somebody does in the console, as the edit of the text that says the same: exactly that is to come out. */
describe("an export that was changed changes the text as its author would have", () => {
  test.each<[string, Edit]>([
    ["nothing", (text) => text],
    ["a setting", replace('"Signs in"', '"Lets in"')],
    ["a setting that is gone", removal("  mustRun: true\n")],
    ["a new setting", replace('  categories: ["A", "B"]\n', '  categories: ["A", "B"]\n  noSession: true\n')],
    ["categories", replace('["A", "B"]', '["A"]')],
    ["no categories", replace('  categories: ["A", "B"]\n', "")],
    [
      "a setting that is gone and has no default",
      removal('  // In the console.\n  description: "Signs in" // shown there\n'),
    ],
    ["categories that are missing", replace('categories: ["A", "B"]', "categories: absent")],
    [
      "a setting that is missing now although it has a default",
      replace('  categories: ["A", "B"]\n', '  categories: ["A", "B"]\n  innerTreeOnly: absent\n'),
    ],
    ["the start", replace("start -> Ask", "start -> Check")],
    ["a start at an id that no node has", replace("start -> Ask", 'start -> "11111111-2222-4333-8444-555555555555"')],
    ["another property of a node", replace("retryLimit: 3", "retryLimit: 5")],
    [
      "a property that is as by default now",
      replace("incrementUserAttributeOnFailure: false", "incrementUserAttributeOnFailure: true"),
    ],
    [
      "a new property",
      replace(
        "    incrementUserAttributeOnFailure: false\n",
        "    incrementUserAttributeOnFailure: false\n    saveRetryLimitToUser: false\n",
      ),
    ],
    [
      "a property that is missing now although it has a default",
      replace("    incrementUserAttributeOnFailure: false\n", "    incrementUserAttributeOnFailure: absent\n"),
    ],
    ["a property of an inner node", replace("validatePassword: true", "validatePassword: false")],
    ["a property that is gone and has no default", replace("      validatePassword: true // always\n", "")],
    ["a text of a locale", replace('pageHeader.de: "Willkommen"', 'pageHeader.de: "Hallo"')],
    [
      "a new locale",
      replace('    pageHeader.de: "Willkommen"\n', '    pageHeader.de: "Willkommen"\n    pageHeader.fr: "Bonjour"\n'),
    ],
    ["a locale that is gone", removal('    pageHeader.de: "Willkommen"\n')],
    [
      "another text in a page",
      replace('    pageHeader.de: "Willkommen"\n', '    pageHeader.de: "Willkommen"\n    pageDescription: "Hi"\n'),
    ],
    ["the title of a node", replace('page Ask "Who are you?"', 'page Ask "Name?"')],
    ["a first title of a node", replace("node Check: DataStoreDecision", 'node Check: DataStoreDecision "Known?"')],
    ["a title that is the name again", replace('page Ask "Who are you?"', "page Ask")],
    ["the title of an inner node", replace('"Password" {', '"Secret word" {')],
    ["a first title of an inner node", replace("node User: UsernameCollector", 'node User: UsernameCollector "Name"')],
    ["the version of a page", replace('page Ask "Who are you?"', 'page Ask@2.0 "Who are you?"')],
    ["the version of a node", replace("Check: DataStoreDecision", "Check: DataStoreDecision@2.0")],
    ["an inner node that is gone", removal("    // Who?\n    node User: UsernameCollector\n\n")],
    [
      "the last inner node that is gone",
      removal(
        '    // Kept short on purpose.\n    node Secret: PasswordCollector "Password" {\n      validatePassword: true // always\n    }\n\n',
      ),
    ],
    ["a new inner node at the end", replace("    // Then\n", "    node More: PasswordCollector\n\n    // Then\n")],
    [
      "a new inner node in between",
      replace("    // Kept short", "    node More: PasswordCollector\n\n    // Kept short"),
    ],
    ["a new inner node in front", replace("    // Who?\n", "    node More: PasswordCollector\n\n    // Who?\n")],
    [
      "inner nodes in another order",
      allOf(
        replace("node User: UsernameCollector", "@"),
        replace(
          'node Secret: PasswordCollector "Password" {\n      validatePassword: true // always\n    }',
          "node User: UsernameCollector",
        ),
        replace("@", 'node Secret: PasswordCollector "Password" {\n      validatePassword: true // always\n    }'),
      ),
    ],
    [
      "a node that is gone",
      allOf(
        removal(
          "  // Not for ever.\n  node Retry: RetryLimitDecision {\n    // Three times.\n    retryLimit: 3 // no more\n    incrementUserAttributeOnFailure: false\n\n    Retry -> Ask\n    Reject -> failure\n  }\n\n",
        ),
        replace("false -> Retry", "false -> failure"),
        removal("    Retry 30, 30\n"),
      ),
    ],
    [
      "a new node in between",
      allOf(
        replace("true -> Risk", "true -> Note"),
        replace("  // Not for ever.\n", `${node("Note", "Risk")}  // Not for ever.\n`),
        replace("    failure 90, 10\n", "    failure 90, 10\n    Note 50, 50\n"),
      ),
    ],
    [
      "a new node at the start",
      allOf(
        replace("start -> Ask", "start -> Note"),
        replace("  // One screen", `${node("Note", "Ask")}  // One screen`),
        replace("    failure 90, 10\n", "    failure 90, 10\n    Note 50, 50\n"),
      ),
    ],
    [
      "a new node that nothing leads to, behind the last one that is read",
      allOf(
        replace("  // Decides by script.\n", `${node("Note")}  // Decides by script.\n`),
        replace("    failure 90, 10\n", "    failure 90, 10\n    Note 50, 50\n"),
      ),
    ],
    [
      "two new nodes one behind the other",
      allOf(
        replace("true -> Risk", "true -> Note"),
        replace("  // Not for ever.\n", `${node("Note", "More")}${node("More", "Risk")}  // Not for ever.\n`),
        replace("    failure 90, 10\n", "    failure 90, 10\n    Note 50, 50\n    More 60, 60\n"),
      ),
    ],
    ["a node that was moved", replace("Check 20, 20", "Check 21, 22")],
    ["the start that was moved", replace("start 0, 0", "start 1, 0")],
    ["where it ends", replace("success 90, 90", "success 90, 91")],
    [
      "a script's context",
      replace(
        '    description: "Rates" // roughly\n',
        '    description: "Rates" // roughly\n    context: "CONFIG_PROVIDER_NODE"\n',
      ),
    ],
    [
      "a script's language that is missing",
      replace('    description: "Rates" // roughly\n', '    description: "Rates" // roughly\n    language: absent\n'),
    ],
    ["a script's title that is its name again", replace('script Rate "Rate the risk"', "script Rate")],
    ["the list of outcomes of a node, and its arrows", replace('["low", "high"]', '["low", "high", "none"]')],
    ["a script's title", replace('script Rate "Rate the risk"', 'script Rate "Rating"')],
    ["a script's property", replace('description: "Rates"', 'description: "Estimates"')],
    [
      "a script's new property",
      replace(
        '    description: "Rates" // roughly\n',
        '    description: "Rates" // roughly\n    evaluatorVersion: "2.0"\n',
      ),
    ],
    ["a script's property that is a default now", removal('    description: "Rates" // roughly\n')],
    [
      "a script and its node that are gone",
      allOf(
        replace("true -> Risk", "true -> success"),
        removal(
          '  // Decides by script.\n  node Risk: ScriptedDecision {\n    script: Rate\n    outcomes: ["low", "high"]\n    inputs: ["*"]\n    outputs: ["*"]\n\n    low, high -> success\n  }\n\n',
        ),
        removal("    Risk 40, 40\n"),
      ),
    ],
    [
      "a new script and its node",
      allOf(
        replace("true -> Risk", "true -> More"),
        replace(
          "  // Not for ever.\n",
          '  node More: ScriptedDecision {\n    script: Extra\n    outcomes: ["a"]\n    inputs: ["*"]\n    outputs: ["*"]\n\n    -> Risk\n  }\n\n  // Not for ever.\n',
        ),
        replace(
          '  resource theme "Blue" from "blue.json"\n',
          '  resource theme "Blue" from "blue.json"\n\n  script Extra {\n    file: "scripts/extra.js"\n  }\n',
        ),
        replace("    failure 90, 10\n", "    failure 90, 10\n    More 50, 50\n"),
      ),
    ],
    [
      "a new resource",
      replace(
        '  resource theme "Blue" from "blue.json"\n',
        '  resource theme "Blue" from "blue.json"\n\n  resource emailTemplate "welcome" from "resources/welcome.json"\n',
      ),
    ],
    [
      "what the language has no word for",
      replace("  require Check", "  raw {\n    tree: { future: 1 }\n  }\n\n  require Check"),
    ],
  ])("%s", (_what, edit) => {
    const expected = edit(intoText);
    const { text } = bringText(intoText, expected, intoFiles, new Map([...intoFiles, ...newFiles]));
    if (_what === "what the language has no word for") expect(text).toContain("future: 1");
    else expect(text).toBe(expected);
  });
});

/** A journey that leaves positions to the compiler. */
const bare = `journey J {
  start -> N

  node N: DataStoreDecision { true, false -> success }

  node M: UsernameCollector

  resource emailTemplate "a" from "blue.json"
  resource emailTemplate "b" from "blue.json"

  export {
    coordinates: false
  }
}
`;

describe("a text of another form", () => {
  test.each<[string, Edit, Edit?]>([
    ["nothing", (text) => text],
    ["a resource that is gone beside another one", removal('  resource emailTemplate "b" from "blue.json"\n')],
    [
      "a node on one line is written anew as a whole",
      replace("true, false -> success", "true -> success false -> failure"),
      replace("{ true, false -> success }", "{\n    true -> success\n    false -> failure\n  }"),
    ],
    [
      "a node without a block gets one",
      replace("node M: UsernameCollector\n", "node M: UsernameCollector {\n    -> success\n  }\n"),
    ],
    [
      "a node without a block gets two groups",
      replace("node M: UsernameCollector\n", "node M: UsernameCollector {\n    extra: 1\n\n    -> success\n  }\n"),
    ],
    [
      "a node that has become a page",
      replace(
        "node M: UsernameCollector\n",
        'page M {\n    pageHeader: "Hi"\n\n    node A: UsernameCollector {\n      autocompleteValues: []\n    }\n\n    -> success\n  }\n',
      ),
    ],
    ["an identity resource", replace("journey J {\n", 'journey J {\n  identityResource: "managed/bravo_user"\n\n')],
  ])("%s", (_what, edit, expected = edit) => {
    const { text } = bringText(bare, edit(bare), intoFiles);
    expect(text).toBe(expected(bare));
  });
});

describe("the start", () => {
  const without = removal("  start -> N\n\n");
  const moved = replace("start -> N", "start -> M");

  test("that is written otherwise stays so while it is the same", () => {
    const loose = replace("start -> N", "start   ->   N // first")(bare);
    const more = replace("node M: UsernameCollector\n", "node M: UsernameCollector {\n    -> success\n  }\n");
    expect(bringText(loose, more(loose), intoFiles).text).toBe(more(loose));
    expect(bringText(loose, moved(bare), intoFiles).text).toBe(replace("start -> N", "start -> M // first")(bare));
  });

  test("that a text lacks is written at its top, below its settings", () => {
    expect(intoOf(without(bare), bare)).toBe(bare);
    const settings = "  mustRun: true\n";
    const header = replace("journey J {\n", `journey J {\n${settings}`);
    expect(intoOf(header(without(bare)), replace("  start", `${settings}\n  start`)(bare))).toBe(
      replace("  start -> N\n\n", `${settings}\n  start -> N\n`)(bare),
    );
  });

  test("that the export lacks is gone, and `raw` says so", () => {
    const value = buildText(bare, intoFiles);
    delete value.trees.J.tree.entryNodeId;
    const { text, lost } = into(bare, value, intoFiles);
    expect(lost).toBeUndefined();
    expect(text).toBe(`${without(bare).slice(0, -2)}\n  raw { tree: { entryNodeId: null } }\n}\n`);
    expect(into(text, value, intoFiles).text).toBe(text);
    expect(intoOf(text, bare)).toBe(bare);
  });

  /** The text after an export of another text came into it. */
  function intoOf(before: string, after: string): string {
    return into(before, buildText(after, intoFiles), intoFiles).text;
  }
});

describe("an export without defaults", () => {
  const options = "  export {\n    defaults: false\n  }\n";
  const lean = `journey J {
  identityResource: "managed/alpha_user"
  enabled: true
  mustRun: false
  categories: []

${options}
  start -> N

  node N: UsernameCollector {
    autocompleteValues: []

    -> success
  }

  layout {
    N 1, 1
    start 2, 2
    success 3, 3
    failure 4, 4
  }
}
`;

  test.each<[string, Edit]>([
    ["a setting is gone", removal("  mustRun: false\n")],
    ["the categories are gone", removal("  categories: []\n")],
    ["a property is gone", removal("    autocompleteValues: []\n\n")],
    ["a setting is new", replace("  mustRun: false\n", "  mustRun: false\n  innerTreeOnly: false\n")],
  ])("%s: no line says that it is absent", (_what, edit) => {
    const order = (text: string) =>
      text
        .replace("  innerTreeOnly: false\n", "")
        .replace("  categories: []\n", (line) =>
          text.includes("innerTreeOnly") ? `${line}  innerTreeOnly: false\n` : line,
        );
    expect(bringText(lean, edit(lean)).text).toBe(order(edit(lean)));
  });
});

test("a new first node goes below whatever stands at the head of the journey", () => {
  const options = "  export {\n    coordinates: false\n  }\n\n";
  const entry = "  start -> N\n\n";
  const text = (head: string, nodes = "") => `journey J {\n${head}${nodes}  layout {\n  }\n}\n`;
  const first = "  node N: UsernameCollector {\n    autocompleteValues: []\n\n    -> success\n  }\n\n";
  const failing = "  start -> failure\n\n";
  for (const head of [(start: string) => options + start, (start: string) => start + options]) {
    expect(bringText(text(head(failing)), text(head(entry), first)).text).toBe(text(head(entry), first));
  }
});

/** Each node is written as its name and the names that it leads to; the order of the source is in front. */
describe("nodes in the order of the source, new ones in the order of reading", () => {
  test.each<[string, string, string, readonly string[], string]>([
    ["the order of the source stays", "C A B", "A", ["A B", "B C", "C"], "C A B"],
    ["nodes that are gone leave the others", "C A B", "A", ["A C", "C"], "C A"],
    ["a new one follows the one that leads to it", "C A", "A", ["A N", "N C", "C"], "C A N"],
    ["the new start comes first", "A B", "N", ["A B", "B", "N A"], "N A B"],
    ["two new ones come in the order in which they are read", "A B", "A", ["A N", "B", "M B", "N M"], "A N M B"],
    ["new ones in front of all come in that order too", "A", "N", ["A", "M A", "N M"], "N M A"],
    ["new ones in a loop", "A", "A", ["A N", "M N", "N M"], "A N M"],
    ["all are new", "", "A", ["B", "A B"], "A B"],
    ["a new one that nothing leads to comes last", "A B", "A", ["A B", "B", "N"], "A B N"],
    ["the start is an end", "B A", "success", ["A B", "B"], "B A"],
    ["the start is an id that no node has, and so is a target", "B A", "#x", ["A #x", "B", "N #y"], "B N A"],
    ["no start", "B A", "", ["A B", "B N", "N"], "B N A"],
  ])("%s", (_what, source, start, nodes, expected) => {
    const before = journey(
      "A",
      source
        .split(" ")
        .filter(Boolean)
        .map((name) => nodeOf(name, {})),
    );
    const after = journey(
      start === "" ? undefined : start,
      nodes.map((line) => {
        const [name = "", ...targets] = line.split(" ");
        return nodeOf(name, Object.fromEntries(targets.map((target, index) => [`o${index}`, target])));
      }),
    );
    expect(
      inSourceOrder(after, before)
        .nodes.map(({ name }) => name)
        .join(" "),
    ).toBe(expected);
  });
});
