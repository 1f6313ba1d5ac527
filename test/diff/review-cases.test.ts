import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plainStyle } from "../../src/diagnostics/render/style.js";
import { compare } from "../../src/diff/compare.js";
import { renderText } from "../../src/diff/render/text.js";
import { sideOfText } from "../support/compare-texts.js";
import { projectRoot } from "../support/read-project.js";

/** What a reviewer reads about small changes of real kinds. */
function review(before: string, after: string): readonly string[] {
  const { difference } = compare(sideOfText(before), sideOfText(after), { layout: false });
  return renderText(difference, plainStyle)
    .split("\n")
    .map((line) => line.trim());
}

const signIn = (name: string, script: string, end = "success") => `journey SignIn {
  start -> Check
  node Check: DataStoreDecision { true -> ${name}  false -> failure }
  node ${name}: ScriptedDecision { script: "${script}" outcomes: ["true", "false"] true -> ${end} false -> failure }
}
`;

describe("a step that another one replaced", () => {
  const lines = review(
    signIn("RequireMfa", "11111111-aaaa-4aaa-8aaa-000000000001"),
    signIn("AskNewsletter", "22222222-bbbb-4bbb-8bbb-000000000002"),
  );

  test("is removed, and the other one is new", () => {
    expect(lines.some((line) => line.includes("was called"))).toBe(false);
    expect(lines).toContain("+ node AskNewsletter (ScriptedDecision)");
    expect(lines).toContain("- node RequireMfa (ScriptedDecision)");
  });

  test("is what success no longer needs", () => {
    expect(lines).toContain(
      "! success no longer needs RequireMfa, which is gone: start → Check.true → AskNewsletter.true → success",
    );
    expect(lines).toContain("before: start → Check.true → RequireMfa.true → success");
  });
});

test("a success that cannot be reached any more is told with the way that led there", () => {
  expect(review(signIn("Mfa", "s"), signIn("Mfa", "s", "failure"))).toContain(
    "! success can no longer be reached: start → Check.true → Mfa.true → success",
  );
});

test("arrows between the same nodes are one path, and a long path is cut around them", () => {
  const chain = (middle: string) => {
    const nodes = Array.from({ length: 20 }, (_, index) => {
      const next = index === 19 ? "success" : `N${index + 2}`;
      const arrows = index === 9 ? `a -> N11 ${middle}` : `a -> ${next} b, c -> failure`;
      return `node N${index + 1}: ScriptedDecision { script: "s${index}" outcomes: ["a", "b", "c"] ${arrows} }`;
    });
    return `journey Long { start -> N1 ${nodes.join("\n")} }`;
  };
  const told = review(chain("b, c -> failure"), chain("b, c -> N11")).filter((line) => line.startsWith("!"));
  expect(told).toEqual([
    "! new path to success: start → N1.a → N2.a → … → N7.a → N8.a → N9.a → N10.b, c → N11.a → N12.a → N13.a → … → N19.a → N20.a → success",
  ]);
});

test("a reviewer reads the summary first, then consequences, nodes, settings and texts", () => {
  const journey = (target: string, limit: number, text: string) => `journey Order {
  start -> Ask
  node Ask: Message { message: "${text}" true -> Code false -> failure }
  node Code: OneTimePasswordCollectorDecision { true -> Limit false -> failure }
  node Limit: RetryLimitDecision { retryLimit: ${limit} Retry -> ${target} Reject -> success }
}
`;
  const lines = review(
    journey("Ask", 3, "Hello"),
    journey("success", 5, "Bye").replace("true -> Code", "true -> Limit"),
  );
  expect(lines[0]).toBe(
    "weakens second factor and lockout, 2 arrows changed, 1 setting changed, 1 text changed, 1 new finding (retry-limit-without-effect), 3 findings gone",
  );
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
  expect(at("! second factor: success no longer needs Code")).toBe(4);
  const order = [
    at("! second factor"),
    at("changes"),
    at("~ Ask true →"),
    at("~ Limit: retryLimit"),
    at("~ Ask: message"),
  ];
  expect(order).toEqual([...order].sort((left, right) => left - right));
  expect(order).not.toContain(-1);
});

test("scripts that the export carries are told by name", () => {
  const journey = (
    script: string,
  ) => `${signIn("Risk", "x").replace('script: "x"', `script: ${script}`).trim().slice(0, -1)}
  script Old "Old check" { body: "outcome = 'true'" }
  script New "New check" { body: "outcome = 'false'" }
  node Use: ScriptedDecision { script: Old outcomes: ["true"] true -> Risk }
  node Use2: ScriptedDecision { script: New outcomes: ["true"] true -> Risk }
}
`;
  expect(review(journey("Old"), journey("New"))).toContain('~ Risk: script: "Old check" → "New check"');
});

test("the journey whose security is weakened comes first, others with consequences next", () => {
  const plain = (name: string, text: string) =>
    `journey ${name} { start -> N node N: Message { message: "${text}" true -> success false -> failure } }\n`;
  const code = (target: string) =>
    `journey Zebra { start -> N node N: UsernameCollector { -> ${target} } node Code: OneTimePasswordCollectorDecision { true -> success false -> failure } }\n`;
  const before = `${plain("Apple", "a")}${code("Code")}`;
  const after = `${plain("Apple", "b")}${code("success")}`;
  expect(review(before, after).filter((line) => line.startsWith("journey "))).toEqual([
    "journey Zebra",
    "journey Apple",
  ]);
});

describe("a journey that was split", () => {
  const ids = (...names: readonly string[]) =>
    `layout {\n${names
      .map(
        (name, index) =>
          `${name} 1, 1 "11111111-2222-4333-8444-${name
            .toLowerCase()
            .padEnd(11, "0")
            .replace(/[^0-9a-f]/g, "a")}${index}"`,
      )
      .join("\n")}\n}`;
  const ask = "node Ask: UsernameCollector { -> Check }";
  const check = "node Check: DataStoreDecision { true -> Code false -> failure }";
  const code = (target: string) => `node Code: OneTimePasswordCollectorDecision { true -> ${target} false -> failure }`;
  const whole = `journey Login { start -> Ask ${ask} ${check} ${code("success")} ${ids("Ask", "Check", "Code")} }\n`;
  const outer = (no: string) => `journey Login { start -> Ask node Ask: UsernameCollector { -> Inner }
    node Inner: InnerTreeEvaluator { tree: "Proof" true -> success false -> ${no} } ${ids("Ask")} }\n`;
  const inner = (text: string) =>
    `journey Proof { start -> Check ${check} ${text} ${ids("X", "Check", "Code").replace(/X 1.*\n/, "")} }\n`;

  test("is told with the number of nodes that moved, and no step is missing", () => {
    const lines = review(whole, outer("failure") + inner(code("success")));
    expect(lines).toContain("+ journey Proof added, 2 nodes, 2 of them from Login");
    expect(lines.filter((line) => line.includes("no longer needs"))).toEqual([]);
  });

  test("misses a step that success goes past, in the outer or in the inner journey", () => {
    const missing = (after: string) => review(whole, after).filter((line) => line.includes("no longer needs"));
    expect(missing(outer("success") + inner(code("success")))).toEqual([
      expect.stringContaining("password: success no longer needs Check"),
      expect.stringContaining("second factor: success no longer needs Code"),
    ]);
    const past = inner(code("success")).replace("true -> Code", "true -> success");
    expect(missing(outer("failure") + past)).toEqual([
      expect.stringContaining("second factor: success no longer needs Code"),
    ]);
  });

  test("and one that went into another is told too", () => {
    const lines = review(outer("failure") + inner(code("success")), whole);
    expect(lines).toContain("- journey Proof removed, 2 nodes, 2 of them now in Login");
  });
});

test("docs/diff.md shows what is told", () => {
  const reset = (header: string, unknown: string) => `journey Reset {
  start -> Ask
  page Ask {
    pageHeader: { en: "Reset password" ${header} }
    node Mail: AttributeCollector { attributesToCollect: ["mail"] }
    -> Find
  }
  node Find: IdentifyExistingUser { identifier: "userName" identityAttribute: "mail" true -> Send false -> ${unknown} }
  node Send: EmailSuspend { emailTemplateName: "resetPassword" -> success }
  require Send before success
}
`;
  const after = reset('de: "Passwort zurücksetzen"', "success");
  const { difference } = compare(sideOfText(reset("", "Send")), sideOfText(after), { layout: false });
  const page = readFileSync(join(projectRoot, "docs", "diff.md"), "utf8");
  expect(page).toContain(`\`\`\`\n${renderText(difference, plainStyle)}\`\`\`\n`);
});
