import { describe, expect, test } from "vitest";
import { bringText } from "../../support/bring-text.js";

/** A journey with a node that has some outcomes and places to lead to. */
function around(
  edges: readonly string[],
  type = 'ChoiceCollector {\n    prompt: "?"\n    choices: ["a", "b", "c", "d"]\n    defaultChoice: "a"',
): string {
  const lines = edges.map((line) => `    ${line}\n`).join("");
  const blank = type.endsWith("{") ? "\n" : "\n\n";
  const places = ["X", "Y", "Z"].map((name) => `  node ${name}: UsernameCollector {\n    -> success\n  }\n`);
  return `journey J {\n  start -> N\n\n  node N: ${type}${lines === "" ? "" : `${blank}${lines.trimEnd()}`}\n  }\n\n${places.join("\n")}${layout}}\n`;
}

/** Where everything stands: nothing of it is computed. */
const layout = ["N", "X", "Y", "Z", "start", "success", "failure"]
  .map((name, index) => `    ${name} ${index}, 1\n`)
  .join("")
  .replace(/^/, "\n  layout {\n")
  .concat("  }\n");

const id = (digit: number) => `"11111111-2222-4333-8444-55555555555${digit}"`;

describe("arrows follow those of the export", () => {
  test.each<[string, readonly string[], readonly string[], (readonly string[])?]>([
    ["none has changed", ["b, a -> X", "c -> Y"], ["a, b -> X", "c -> Y"], ["b, a -> X", "c -> Y"]],
    ["one leads to another node", ["a -> X", "b -> Y"], ["a -> Z", "b -> Y"]],
    ["two lead elsewhere", ["a -> X", "b -> Y", "c -> Z"], ["a -> Y", "b -> X", "c -> Z"]],
    ["one leads to success now", ["a -> X"], ["a -> success"]],
    ["one leads to a node now", ["a -> failure"], ["a -> X"]],
    ["one ends otherwise", ["a -> success"], ["a -> failure"]],
    [
      "one leads to another id that no node has",
      [`a -> ${id(1)}`, `b -> ${id(1)}`],
      [`a -> ${id(2)}`, `b -> ${id(1)}`],
    ],
    ["an id that no node has stays", [`a -> ${id(1)}`, "b -> X"], [`a -> ${id(1)}`, "b -> Y"]],
    ["one leads to a node, not to an id", [`a -> ${id(1)}`], ["a -> X"]],
    ["one leads to an id, not to a node", ["a -> X"], [`a -> ${id(1)}`]],
    ["one leads to an id, not to success", ["a -> success"], [`a -> ${id(1)}`]],
    ["all of a group lead elsewhere", ["a, b -> X", "c -> X"], ["a, b -> Y", "c -> X"]],
    ["the last of a group leads elsewhere", ["a, b, c -> X"], ["a, b -> X", "c -> Y"]],
    ["the first of a group leads elsewhere", ["a, b, c -> X"], ["b, c -> X", "a -> Y"]],
    ["two of a group lead to two places", ["a, b, c -> X"], ["c -> X", "a -> Y", "b -> Z"]],
    ["all of a group lead to two places", ["a, b -> X"], ["a -> Y", "b -> Z"]],
    ["one of a group is gone", ["a, b, c -> X"], ["a, c -> X"]],
    ["one of a group is gone, one leads elsewhere", ["a, b, c -> X"], ["c -> X", "b -> Y"]],
    ["the first of a group is gone, the others lead elsewhere", ["a, b, c -> X"], ["b, c -> Y"], ["b -> Y", "c -> Y"]],
    ["a group is gone", ["a, b -> X", "c -> Y"], ["c -> Y"]],
    ["the last line is gone", ["a -> X", "b -> Y"], ["a -> X"]],
    ["a line is new", ["a -> X"], ["a -> X", "b -> Y"]],
    ["two lines are new", ["a -> X"], ["a -> X", "b -> Y", "c -> Z"]],
    ["new lines of one target stay apart", ["a -> X"], ["a -> X", "b, c -> X"], ["a -> X", "b -> X", "c -> X"]],
    ["a line is new where there was none", [], ["a -> X"]],
    ["lines are new where there were none", [], ["a, c -> X", "b -> Y"], ["a -> X", "b -> Y", "c -> X"]],
    ["the only line is gone", ["a, b -> X"], []],
    ["the only line leads elsewhere and another one is new", ["a -> X"], ["a -> Y", "b -> X"]],
    ["a line is new for an outcome that the node does not have", ["a -> X"], ["a -> X", '"old" -> Y']],
    ["an outcome that the node does not have leads elsewhere", ["a -> X", '"old" -> Y'], ["a -> X", '"old" -> Z']],
    ["an outcome that the node does not have is gone", ["a -> X", '"old" -> Y'], ["a -> X"]],
    ["others lead elsewhere, whose group has such an outcome", ['"old", a -> Y'], ['"old" -> Y', "a -> X"]],
  ])("%s", (_what, before, after, expected = after) => {
    const { text } = bringText(around(before), around(after));
    expect(text).toBe(around(expected));
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["is quoted where it is still connected", ["a -> X", "b -> Y"], ["b -> Y", '"a" -> X']],
    ["stays in its group, behind those that it has", ["a, b -> X"], ['b, "a" -> X']],
    ["is quoted and leads elsewhere", ["a -> X", "b -> Y"], ["b -> Y", '"a" -> Z']],
    ["stays as it is written where it was quoted", ['"a"  ->  X', "b -> Y"], ['"a"  ->  X', "b -> Y"]],
    ["loses its line with its arrow", ["a -> X", "b -> Y"], ["b -> Y"]],
  ])("an outcome that the node has no more %s", (_what, before, after) => {
    const choices = (list: string) =>
      `ChoiceCollector {\n    prompt: "?"\n    choices: [${list}]\n    defaultChoice: "b"`;
    const { text } = bringText(around(before, choices('"a", "b"')), around(after, choices('"b", "c"')));
    expect(text).toBe(around(after, choices('"b", "c"')));
  });

  test("an outcome whose name needs quotes is not one that the node has no more", () => {
    const type = 'ChoiceCollector {\n    prompt: "?"\n    choices: ["a", "not now"]\n    defaultChoice: "a"';
    const before = ["a   ->   X", '"not now"   ->   Y'];
    const after = ["a   ->   X", '"not now"   ->   Z'];
    expect(bringText(around(before, type), around(after, type)).text).toBe(around(after, type));
  });

  test("comments stay with their lines", () => {
    const commented = ["// first", "a, b -> X // one", "// second", "c -> Y // two"];
    const { text } = bringText(around(commented), around(["a, b -> X", "c -> Z"]));
    expect(text).toBe(around(["// first", "a, b -> X // one", "// second", "c -> Z // two"]));
    expect(bringText(around(commented), around(["a, b -> X"])).text).toBe(around(["// first", "a, b -> X // one"]));
  });

  test("a line that its author has written otherwise is not written anew", () => {
    const loose = ["a,b  ->  X", "c   ->   Y"];
    expect(bringText(around(loose), around(["a, b -> X", "c -> Z"])).text).toBe(around(["a,b  ->  X", "c   ->   Z"]));
  });
});

describe("the only outcome of a node", () => {
  const one = "UsernameCollector {";
  test.each<[string, readonly string[], readonly string[]]>([
    ["leads to another node", ["-> X"], ["-> Y"]],
    ["leads to another id that no node has", [`-> ${id(1)}`], [`-> ${id(2)}`]],
    ["leads nowhere now", ["-> X"], []],
    ["led nowhere", [], ["-> X"]],
    ["is left as it is written", ["->   X // on"], ["->   X // on"]],
    ["leads elsewhere, with all that stands around it", ["// Then", "->   X // on"], ["// Then", "->   Y // on"]],
    ["has one beside it that the node does not have", ["-> X"], ["outcome -> X", '"old" -> Y']],
    ["had one beside it", ["->  X // on", '"old" -> Y'], ["->  Z // on"]],
  ])("%s", (_what, before, after) => {
    expect(bringText(around(before, one), around(after, one)).text).toBe(around(after, one));
  });

  test("is another one now: its arrow stays in its place", () => {
    const only = (choice: string) =>
      `ChoiceCollector {\n    prompt: "?"\n    choices: ["${choice}"]\n    defaultChoice: "${choice}"`;
    const before = around(["// Then", "->   X // on"], only("a"));
    expect(bringText(before, around(["-> X"], only("b"))).text).toBe(around(["// Then", "-> X // on"], only("b")));
    expect(bringText(before, around(["-> Y"], only("b"))).text).toBe(around(["// Then", "-> Y // on"], only("b")));
    expect(bringText(before, around(['"a" -> X'], only("b"))).text).toBe(
      around(["// Then", '"a" -> X // on'], only("b")),
    );
  });
});

describe("a page whose outcomes are other ones now", () => {
  const page = (children: string, edges: string) => `journey J {
  start -> P

  page P {
    node Name: UsernameCollector

${children}${edges}
  }

  node X: UsernameCollector {
    -> success
  }
}
`;
  const choice =
    '    node Pick: ChoiceCollector {\n      choices: ["outcome", "b"]\n      defaultChoice: "b"\n      prompt: "?"\n    }\n\n';
  const check = "    node Check: DataStoreDecision\n\n";

  test.each<[string, string, string]>([
    ["gets several", page("", "    -> X"), page(check, "    true -> X\n    false -> failure")],
    [
      "gets one of the same name among others",
      page("", "    -> X"),
      page(choice, "    outcome -> X\n    b -> failure"),
    ],
    ["gets several, of which one leads somewhere", page("", "    -> X"), page(check, "    true -> X")],
    ["has one only", page(check, "    true -> X\n    false -> failure"), page("", "    -> X")],
    [
      "has one only, and led elsewhere before",
      page(check, "    true -> success\n    false -> failure"),
      page("", "    -> X"),
    ],
  ])("%s", (_what, before, after) => {
    expect(bringText(before, after).text).toBe(after);
  });
});
