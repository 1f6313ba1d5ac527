import { describe, expect, test } from "vitest";
import { plainStyle } from "../../../src/diagnostics/render/style.js";
import { renderText } from "../../../src/diff/render/text.js";
import { compareTexts } from "../../support/compare-texts.js";

/** What is told, line by line. */
function lines(before: string, after: string): readonly string[] {
  const told = renderText(compareTexts(before, after).difference, plainStyle).split("\n");
  return told.map((line) => line.trim()).filter((line) => line !== "");
}

const consequences = (before: string, after: string) => lines(before, after).filter((line) => line.startsWith("!"));

const name = "node Name: UsernameCollector";
const word = "node Word: PasswordCollector";
const check = "node Check: DataStoreDecision { true -> success false -> failure }";
const ask = (page: string) => `page ${page} {\n${name}\n${word}\n-> Check\n}`;

describe("a page that is made of nodes which stood alone", () => {
  const alone = `journey J { start -> Name ${name} { -> Word } ${word} { -> Check } ${check} }\n`;
  const together = `journey J { start -> Ask ${ask("Ask")} ${check} }\n`;

  test("is no new step and no new path, and neither is a page that is dissolved", () => {
    expect(consequences(alone, together)).toEqual([]);
    expect(consequences(together, alone)).toEqual([]);
  });

  test("is told where a step that was not needed stands on it", () => {
    const some = `journey J { start -> Pick node Pick: ChoiceCollector { choices: ["a", "b"] a -> Word b -> Check } ${word} { -> Check } ${check} }\n`;
    const all = `journey J { start -> Ask page Ask {\nnode Pick: ChoiceCollector { choices: ["a", "b"] }\n${word}\na, b -> Check\n} ${check} }\n`;
    expect(consequences(some, all)).toEqual([
      "! every way to success now passes Ask.Word: start → Ask → Check.true → success",
    ]);
  });

  test("does not hide a check on it that success is reached from by its failure", () => {
    const code = (page: boolean, failed: string) => {
      const node = "node Code: OneTimePasswordCollectorDecision";
      const outcomes = `true -> success false -> ${failed}`;
      return `journey J { start -> ${page ? "Ask" : "Code"} ${page ? `page Ask {\n${node}\n${outcomes}\n}` : `${node} { ${outcomes} }`} }\n`;
    };
    expect(consequences(code(false, "failure"), code(true, "failure"))).toEqual([]);
    expect(consequences(code(false, "failure"), code(true, "success"))).toContainEqual(
      expect.stringMatching(/^! second factor: /),
    );
  });
});

describe("steps that went to an inner journey", () => {
  const code =
    "node Make: OneTimePasswordGenerator { length: 8 -> Code } node Code: OneTimePasswordCollectorDecision { true -> success false -> failure }";
  const whole = `journey Main { start -> Make ${code} }\n`;
  const outer = `journey Main { start -> Run node Run: InnerTreeEvaluator { tree: "Code" true -> success false -> failure } }\n`;
  const inner = `journey Code { start -> Make ${code} }\n`;

  test("are told as moved, and are still asked", () => {
    const told = lines(whole, outer + inner);
    expect(told[0]).toMatch(/^1 journey added, 2 nodes moved to another journey, 1 node added, 1 arrow changed/);
    expect(told).toContain("~ Make moved to journey Code");
    expect(told.filter((line) => line.includes("asked") || /^[+-] (?!journey|node Run)/.test(line))).toEqual([]);
  });

  test("are told as come where the inner journey is dissolved", () => {
    const told = lines(outer + inner, whole);
    expect(told[0]).toMatch(/^1 journey removed, 2 nodes moved to another journey, 1 node removed, 1 arrow changed/);
    expect(told).toContain("~ Code came out of journey Code");
    expect(told.filter((line) => line.includes("asked"))).toEqual([]);
  });

  test("are told as removed where the inner journey has them otherwise", () => {
    const other = inner.replace("length: 8", "length: 6");
    expect(lines(whole, outer + other)).toContain("- node Make (OneTimePasswordGenerator)");
  });
});

describe("a check that stands elsewhere in the order", () => {
  const code = (onTrue: string, onFalse = "failure") =>
    `node Code: OneTimePasswordCollectorDecision { true -> ${onTrue} false -> ${onFalse} }`;
  const login = (onTrue: string) => `node Check: DataStoreDecision { true -> ${onTrue} false -> failure }`;
  const first = `journey J { start -> Check ${login("Code")} ${code("success")} }\n`;

  test("is no weakening where every way still passes it", () => {
    const told = consequences(first, `journey J { start -> Code ${code("Check")} ${login("success")} }\n`);
    expect(told.filter((line) => line.includes("second factor") || line.includes("password"))).toEqual([]);
  });

  test("is one where a failed check goes on", () => {
    const told = consequences(first, `journey J { start -> Code ${code("Check", "Check")} ${login("success")} }\n`);
    expect(told).toContainEqual(expect.stringMatching(/^! second factor: /));
  });
});

describe("a check beside which another one was put", () => {
  const code = (name: string, minutes: number) =>
    `node ${name}: OneTimePasswordCollectorDecision { passwordExpiryTime: ${minutes} true -> success false -> failure }`;
  const one = `journey J { start -> Mail ${code("Mail", 5)} }\n`;
  const choice = (sms: string) =>
    `journey J { start -> Pick node Pick: ChoiceCollector { choices: ["mail", "sms"] mail -> Mail sms -> Sms } ${code("Mail", 5)} ${sms} }\n`;
  const weaker = (before: string, after: string) =>
    consequences(before, after).filter((line) => line.startsWith("! second factor"));

  test("is not weakened where that one is equal, and is told as no longer needed", () => {
    expect(weaker(one, choice(code("Sms", 5)))).toEqual([]);
    expect(consequences(one, choice(code("Sms", 5)))).toContainEqual(
      expect.stringMatching(/^! success no longer needs Mail: /),
    );
  });

  test("is weakened where that one protects less, is of another kind, or is none", () => {
    expect(weaker(one, choice(code("Sms", 60)))).toHaveLength(1);
    expect(
      weaker(one, choice(`node Sms: RecoveryCodeCollectorDecision { true -> success false -> failure }`)),
    ).toHaveLength(1);
    expect(weaker(one, choice("node Sms: IncrementLoginCount { -> success }"))).toHaveLength(1);
  });

  test("is weakened where there were two, one after the other", () => {
    const two = `journey J { start -> Mail ${code("Mail", 5).replace("success", "Sms")} ${code("Sms", 5)} }\n`;
    expect(weaker(two, one)).toHaveLength(1);
  });
});

describe("a check that can be repeated", () => {
  const journey = (failed: string, rest = "") =>
    `journey J { start -> Code node Code: OneTimePasswordCollectorDecision { true -> success false -> ${failed} } ${rest} }\n`;
  const limit = "node Limit: RetryLimitDecision { retryLimit: 3 Retry -> Code Reject -> failure }";

  test("weakens the lockout where nothing limits the attempts, and is told once", () => {
    expect(consequences(journey("failure"), journey("Code"))).toEqual([
      "! lockout: Code can be tried again without limit now: Code.false → Code",
      "! failure can no longer be reached: start → Code.false → failure",
    ]);
  });

  test("does not where they are counted", () => {
    expect(consequences(journey("failure"), journey("Limit", limit))).toEqual([
      "! new loop: Code.false → Limit.Retry → Code",
    ]);
  });
});

test("a risk that no longer stops a user is told", () => {
  const risk = (high: string) =>
    `journey J { start -> Risk node Risk: product-PingOneProtectEvaluation { low, medium -> success high -> ${high} else -> failure } }\n`;
  expect(consequences(risk("failure"), risk("success"))).toContainEqual(expect.stringMatching(/^! risk: /));
});
