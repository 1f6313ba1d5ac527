import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { projectRoot } from "../../support/read-project.js";

const journey = (outcomes: readonly string[], version = "1.0") => `journey J {
  start -> Check

  script S {
    file: "scripts/s.js"
    evaluatorVersion: "${version}"
  }

  node Check: ScriptedDecision {
    script: S
    outcomes: [${outcomes.map((outcome) => JSON.stringify(outcome)).join(", ")}]

${outcomes.map((outcome) => `    ${JSON.stringify(outcome)} -> failure`).join("\n")}
  }
}
`;

function found(body: string, outcomes: readonly string[] = ["true", "false"]): readonly string[] {
  return checkWithScripts([journey(outcomes)], { "scripts/s.js": body })
    .filter(({ code }) => code === "script-outcome-not-listed" || code === "outcome-never-chosen")
    .map(({ code, place, message }) => {
      const { line, column } = place.source.positionAt(place.range.start);
      const named = /outcomes? (".*?") (?:in|of)/.exec(message)?.[1];
      return `${code} ${named} ${place.source.path}:${line}:${column}`;
    });
}

test("without a list, outcomes that the script chooses and arrows in quotes wait for are told at the script alone", () => {
  const text = journey(["found", "none"]).replace(/ {4}outcomes: .*\n/, "");
  const codes = checkWithScripts([text], { "scripts/s.js": 'outcome = a ? "found" : "none";' }).map(({ code }) => code);
  expect(codes.filter((code) => code === "stale-connection")).toEqual([]);
  expect(codes).toHaveLength(1);
});

describe("an outcome that the node does not list", () => {
  test.each([
    ["a text", 'outcome = "true";\nif (a) outcome = "fals";', "2:8"],
    ["a choice", 'outcome = "true";\noutcome = a ? "true" : "fals";', "2:1"],
    ["an alternative", 'outcome = (a && "true") || "fals"; outcome = "fals";', "1:36"],
    [
      "the old way",
      'var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action);\naction = fr.Action.goTo("fals").build();',
      "2:20",
    ],
    [
      "the new way",
      'if (a) { action.goTo("true") } else {\n  action.goTo("fals").putSessionProperty("a", "b"); }',
      "2:10",
    ],
    ["an enum", 'var Out = { YES: "true", NO: "fals" };\noutcome = a ? Out.YES : Out.NO;', "2:1"],
    ["an enum in an object", 'var c = { out: { "no": "fals" } };\naction.goTo(c.out["no"]);', "2:8"],
    ["a frozen enum", 'const Out = Object.freeze({ NO: "fals" });\noutcome = Out.NO;', "2:1"],
    ["a constant", 'const NO = "fals";\noutcome = NO;', "2:1"],
    ["a template without parts", "outcome = `fals`;", "1:1"],
    ["inside a function", '(function () {\n  outcome = "fals";\n}());', "2:3"],
    ["a declaration", 'var outcome = "fals"; f();', "1:5"],
    [
      "before a statement that may leave",
      '(function () {\n  outcome = "fals"; if (a) { return; } outcome = "true"; })();',
      "2:3",
    ],
    ["before a branch that sets none", 'outcome = "fals";\nif (a) { outcome = "true"; }', "1:1"],
    ["a flag as a text", 'outcome = String(true); if (a) outcome = "fals";', "1:32"],
  ])("%s", (_what, body, place) => {
    expect(found(body).filter((text) => text.startsWith("script"))).toEqual([
      `script-outcome-not-listed "fals" scripts/s.js:${place}`,
    ]);
  });

  test.each([
    ["what is listed", 'outcome = a ? "true" : "false";'],
    [
      "a computed value",
      'outcome = String(a > 1); outcome = "fals" + x; outcome = f(); outcome = names[0]; action.goTo(x);',
    ],
    [
      "a name that changes",
      'var result = "fals"; if (a) { result = "true"; } else { result = "false"; } outcome = result;',
    ],
    ["a parameter", 'function leave(outcome) { outcome = outcome || "fals"; action.goTo(outcome); } leave("true");'],
    [
      "a function's own variable",
      'function f() { var outcome = "fals"; outcome = "other"; return outcome; } outcome = "true";',
    ],
    ["a block's own variable", '{ let outcome = "fals"; f(outcome); } outcome = "true";'],
    ["an enum that is changed", 'var Out = { NO: "fals" }; Out.NO = "false"; outcome = Out.NO;'],
    ["an enum that is passed on", 'var Out = { NO: "fals" }; mend(Out); outcome = Out.NO;'],
    ["a first value that is replaced", 'outcome = "fals"; if (a) { outcome = "true"; } else { outcome = "false"; }'],
    ["replaced by an action", 'outcome = "fals"; action = fr.Action.goTo("true").build();'],
    [
      "replaced in try and catch",
      'outcome = "fals"; try { outcome = f() ? "true" : "false"; } catch (e) { outcome = "false"; }',
    ],
    [
      "replaced by a function that is called",
      'outcome = "fals"; main(); function main() { outcome = a ? "true" : "false"; }',
    ],
    [
      "replaced by each case",
      'outcome = "fals"; switch (a) { case 1: outcome = "true"; break; default: outcome = "false"; }',
    ],
    ["goTo of something else", 'pages.goTo("fals"); outcome = "true";'],
    ["a member of that name", 'result.outcome = "fals"; outcome = "true";'],
    ["texts and comments", '// outcome = "fals"\nlog("outcome = \\"fals\\""); outcome = "true";'],
    ["a script that cannot be read", 'outcome = "fals"; if ('],
  ])("not %s", (_what, body) => {
    expect(found(body).filter((text) => text.startsWith("script"))).toEqual([]);
  });

  test("once for a script that several nodes run, in several journeys as well", () => {
    const two = (name: string) =>
      journey(["true", "false"])
        .replace("journey J", `journey ${name}`)
        .replace(
          /\n\}\n$/,
          '\n  node Again: ScriptedDecision { script: S outcomes: ["true", "maybe"] "true", "maybe" -> failure }\n}\n',
        )
        .replace('"true" -> failure', '"true" -> Again');
    const all = checkWithScripts([two("J"), two("K")], { "scripts/s.js": 'outcome = a ? "true" : "unknown";' }).filter(
      ({ code }) => code === "script-outcome-not-listed",
    );
    expect(all.map(({ message }) => message)).toEqual([
      'Script "S" chooses outcome "unknown" in line 1, which node "Check" does not list',
    ]);
    expect(all[0]?.related.map(({ message }) => message)).toEqual([
      "The node that runs it",
      ...Array.from({ length: 3 }, () => "This node runs it too, and does not list it either"),
    ]);
  });

  test("each outcome by itself, where nodes of one script lack different ones", () => {
    const nodes = ["no", "yes"].map(
      (lacked, index) =>
        `node N${index}: ScriptedDecision { script: S outcomes: ["${lacked === "no" ? "yes" : "no"}"] "${lacked === "no" ? "yes" : "no"}" -> ${index === 0 ? "N1" : "failure"} }`,
    );
    const text = `script S { file: "scripts/s.js" }\njourney J {\n  start -> N0\n  ${nodes.join("\n  ")}\n}\n`;
    const all = checkWithScripts([text], { "scripts/s.js": 'outcome = a ? "yes" : "no";' });
    const messages = all.filter(({ code }) => code === "script-outcome-not-listed").map(({ message }) => message);
    expect(messages.map((message) => /outcome (.*) in/.exec(message)?.[1]).sort()).toEqual(['"no"', '"yes"']);
  });

  test("once a node, with the nearest name", () => {
    const [first, ...more] = checkWithScripts([journey(["true", "false"])], {
      "scripts/s.js": 'if (a) outcome = "True"; else if (b) outcome = "True"; else outcome = "false";',
    }).filter(({ code }) => code === "script-outcome-not-listed");
    expect(more).toEqual([]);
    expect(first?.help).toBe('Write "true", or add the outcome to the node\'s `outcomes` and connect it.');
  });
});

describe("several outcomes that the node does not list", () => {
  const messages = (body: string, outcomes: readonly string[]) =>
    checkWithScripts([journey(outcomes)], { "scripts/s.js": body }).flatMap(({ code, message }) =>
      code === "script-outcome-not-listed" ? [message.replace(/^Script "[^"]*" |, which node .*$/g, "")] : [],
    );

  test("are one finding where they are like none that is listed", () => {
    const body =
      'switch (a) {\ncase 0: outcome = "0"; break;\ncase 1: outcome = "1"; break;\ndefault: outcome = "22"; }';
    expect(messages(body, ["22"])).toEqual(['chooses outcomes "0" (line 2), "1" (line 3)']);
  });

  test("are told apart where they are misspelt", () => {
    const body = 'if (a) outcome = "knwon";\nelse if (b) outcome = "unknwon";\nelse outcome = "never";';
    expect(messages(body, ["known", "unknown"]).sort()).toEqual([
      'chooses outcome "knwon" in line 1',
      'chooses outcome "never" in line 3',
      'chooses outcome "unknwon" in line 2',
    ]);
  });

  test("the first five are named", () => {
    const body = Array.from({ length: 7 }, (_, index) => `if (a == ${index}) outcome = "${index}";`).join("\n");
    expect(messages(body, ["other"])).toEqual([
      'chooses outcomes "0" (line 1), "1" (line 2), "2" (line 3), "3" (line 4), "4" (line 5) and 2 more',
    ]);
  });
});

describe("an outcome that is never chosen", () => {
  test("is told at the node", () => {
    expect(found('outcome = "true";')).toEqual(['outcome-never-chosen "false" test0.journey:9:8']);
    expect(found('if (a) action.goTo("b"); else outcome = "c";', ["a", "b", "c", "d"])).toEqual([
      'outcome-never-chosen "a", "d" test0.journey:9:8',
    ]);
  });

  test("a name that changes may hold each of its texts", () => {
    expect(found('var r = "false"; if (a) { r = "true"; } outcome = r;')).toEqual([]);
    expect(found('var r = "false"; if (a) { r = "false"; } outcome = r;')).toEqual([
      'outcome-never-chosen "true" test0.journey:9:8',
    ]);
  });

  test.each([
    'outcome = "true"; if (a) outcome = String(b);',
    'require("lib").leave(); outcome = "true";',
    'eval(code); outcome = "true";',
    'var r = "true"; r += x; outcome = r;',
    "callbacksBuilder.textOutputCallback(0, 'wait');",
    'other.goTo(x); outcome = "true";',
    'outcome = "true"; with (settings) { outcome = result; }',
  ])("nothing is said of %s", (body) => {
    expect(found(body)).toEqual([]);
  });
});

describe.each(["script-outcome-not-listed", "outcome-never-chosen"])("docs/rules/%s.md", (code) => {
  const blocks = fencedBlocks(readFileSync(join(projectRoot, `docs/rules/${code}.md`), "utf8"));
  const under = (heading: string) => {
    const [text = "", script = ""] = blocks.filter((block) => block.heading === heading).map(({ text }) => text);
    return checkWithScripts([text], { "scripts/decide.js": script }).map((diagnostic) => diagnostic.code);
  };

  test("its wrong example is reported, its right one is not", () => {
    expect(under("Wrong")).toContain(code);
    expect(under("Right")).not.toContain(code);
  });
});

describe("a member that an enum object does not have", () => {
  const undefinedOutcomes = (body: string) => found(body).filter((text) => text.includes('"undefined"'));

  test.each([
    ["is no outcome", 'var Out = { YES: "true" };\noutcome = Out.NO;'],
    ["is none in a choice", 'var Out = { YES: "true" };\noutcome = a ? Out.YES : Out.NO;'],
  ])("%s", (_what, body) => {
    expect(undefinedOutcomes(body)).toEqual(['script-outcome-not-listed "undefined" scripts/s.js:2:1']);
  });

  test.each([
    ["in another case", "Out.Yes", '"Out" has no member "Yes". Write "YES".'],
    ["misspelt", "Out.YESS", '"Out" has no member "YESS". Write "YES".'],
    ["of another name", "Out.MAYBE", '"Out" has no member "MAYBE". Add it, or write one that is there.'],
    ["of an enum in an object", "all.out.Yes", 'The object has no member "Yes". Write "YES".'],
    ["of a choice", "a ? Out.YES : Out.Yes", '"Out" has no member "Yes". Write "YES".'],
  ])("%s: the remedy names the member", (_what, value, help) => {
    const body = `var Out = { YES: "true" }, all = { out: { YES: "true" } };\noutcome = ${value};`;
    const [found] = checkWithScripts([journey(["true"])], { "scripts/s.js": body }).filter(
      ({ code }) => code === "script-outcome-not-listed",
    );
    expect(found?.help).toBe(help);
  });

  test.each([
    ["may be set later", 'var Out = { YES: "true" }; Out.NO = "false";\noutcome = Out.NO;'],
    ["may be set by a function", 'var Out = { YES: "true" }; fill(Out);\noutcome = Out.NO;'],
    ["may be a computed one", 'var Out = { YES: "true", ["N" + "O"]: "false" };\noutcome = Out.NO;'],
    ["may be any of a computed name", 'var Out = { YES: "true" };\noutcome = Out[a];'],
    ["may come with every object", 'var Out = { YES: "true" };\noutcome = Out.toString();'],
    ["may be of another object", "var Out = make();\noutcome = Out.NO;"],
  ])("%s", (_what, body) => {
    expect(undefinedOutcomes(body)).toEqual([]);
  });
});

describe("a script of an inner node of a page", () => {
  const paged = (outcomes: string) => `journey J {
  start -> Ask

  script S {
    file: "scripts/s.js"
  }

  page Ask {
    node Code: PasswordCollector
    node Check: ScriptedDecision {
      script: S
      outcomes: [${outcomes}]
    }

    ${outcomes} -> failure
  }
}
`;
  const codes = (outcomes: string, body: string) =>
    checkWithScripts([paged(outcomes)], { "scripts/s.js": body })
      .filter(({ code }) => code === "script-outcome-not-listed" || code === "outcome-never-chosen")
      .map(({ code, message }) => `${code}: ${message}`);

  test("chooses an outcome that the node does not list", () => {
    expect(codes('"valid", "no"', 'outcome = a ? "validated" : "no";')).toEqual([
      'script-outcome-not-listed: Script "S" chooses outcome "validated" in line 1, which node "Ask.Check" does not list',
    ]);
  });

  test("never chooses one of the outcomes", () => {
    expect(codes('"yes", "no"', 'outcome = "yes";')).toEqual([
      expect.stringContaining("outcome-never-chosen: ") as string,
    ]);
  });

  test("chooses those that the node lists", () => {
    expect(codes('"yes", "no"', 'outcome = a ? "yes" : "no";')).toEqual([]);
  });
});
