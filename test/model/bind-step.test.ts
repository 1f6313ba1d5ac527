import { describe, expect, test } from "vitest";
import { bind } from "../../src/model/bind.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

/** The steps of a scenario, and what keeps it from running. */
function bound(...steps: readonly string[]) {
  const text = `journey J {
  start -> P

  page P {
    node A: UsernameCollector
    node B: DataStoreDecision

    true, false -> success
  }
}

scenario "s" of J {
${steps.map((each) => `  ${each}\n`).join("")}}
`;
  const { model } = bind([parse(new SourceFile("test.journey", text))]);
  const [scenario] = model.scenarios;
  return {
    steps: scenario?.steps.map(({ place: _, ...step }) => step),
    faults: scenario?.faults.map(({ message, place }) => [text.slice(place.range.start, place.range.end), message]),
    help: scenario?.faults.map(({ help }) => help),
  };
}

const reference = (text: string, child?: string, outcomeId?: string) => ({
  text,
  journey: "J",
  node: "P",
  child,
  outcomeId,
});

describe("a step that can run", () => {
  test.each<[string, object]>([
    ['given user { userName: "a" }', { kind: "given", subject: "user", value: { userName: "a" } }],
    ['given session { username: "a" }', { kind: "given", subject: "session", value: { username: "a" } }],
    ["given state { a: [1] }", { kind: "given", subject: "state", value: { a: [1] } }],
    ['given header "X-A" "b"', { kind: "given", subject: "header", name: "X-A", value: "b" }],
    ["given cookie a 5", { kind: "given", subject: "cookie", name: "a", value: "5" }],
    ["given query a true", { kind: "given", subject: "query", name: "a", value: "true" }],
    ['given esv "esv-a" "b"', { kind: "given", subject: "esv", name: "esv-a", value: "b" }],
    ['given secret a "b"', { kind: "given", subject: "secret", name: "a", value: "b" }],
    ["stub P -> true", { kind: "stub", node: reference("P.true", undefined, "true"), state: undefined }],
    ["stub P.B -> false { a: 1 }", { kind: "stub", node: reference("P.B.false", "B", "false"), state: { a: 1 } }],
    ["submit P", { kind: "submit", node: reference("P"), inputs: {} }],
    ['submit P { A: "x" }', { kind: "submit", node: reference("P"), inputs: { A: "x" } }],
    ["resume", { kind: "resume" }],
    ["wait 2s", { kind: "wait", milliseconds: 2000 }],
    ["expect success", { kind: "expect", subject: "success" }],
    ["expect failure", { kind: "expect", subject: "failure" }],
    ["expect suspended", { kind: "expect", subject: "suspended" }],
    ["expect error", { kind: "expect", subject: "error" }],
    ["expect at P", { kind: "expect", subject: "at", node: reference("P") }],
    ["expect path [P.true]", { kind: "expect", subject: "path", path: [reference("P.true", undefined, "true")] }],
    ['expect message "no"', { kind: "expect", subject: "message", text: "no" }],
    ['expect email { to: "a" }', { kind: "expect", subject: "email", name: undefined, value: { to: "a" } }],
    ["expect sms", { kind: "expect", subject: "sms", name: undefined, value: undefined }],
    ['expect user "a" { mail: "b" }', { kind: "expect", subject: "user", name: "a", value: { mail: "b" } }],
    ["expect state { a: 1 }", { kind: "expect", subject: "state", name: undefined, value: { a: 1 } }],
    ['expect session { username: "a" }', { kind: "expect", subject: "session", value: { username: "a" } }],
  ])("%s", (written, step) => {
    const { steps, faults } = bound(written);
    expect(faults).toEqual([]);
    expect(steps).toMatchObject([step]);
  });
});

describe("a step that cannot", () => {
  test.each([
    ["given usr { a: 1 }", "There is no `given usr`", "Did you mean `user`?"],
    [
      "given planet { a: 1 }",
      "There is no `given planet`",
      "There are user, session, state, header, cookie, query, esv, secret.",
    ],
    ["given header a", '`given header` needs a name and a text: `given header name "value"`', undefined],
    ['given header "b"', '`given header` needs a name and a text: `given header name "value"`', undefined],
    ["given query a null", '`given query` needs a name and a text: `given query name "value"`', undefined],
    ["given user", "`given user` needs an object: `given user { … }`", undefined],
    ["given state [1]", "`given state` needs an object: `given state { … }`", undefined],
    ['given session { userName: "a" }', "A session needs a `username`", undefined],
    ["stub P", "`stub` needs a node and an outcome: `stub Node -> outcome`", undefined],
    ["submit", "`submit` needs the name of a node", undefined],
    ["wait", "`wait` needs a duration such as `15m`", undefined],
    ["expect at", "`expect at` needs the name of a node", undefined],
    ["expect message", "`expect message` needs a text", undefined],
    ["expect sucess", "There is no `expect sucess`", "Did you mean `success`?"],
    [
      "expect nothing",
      "There is no `expect nothing`",
      "There are success, failure, suspended, error, email, sms, user, state, session, at, path, message.",
    ],
  ])("%s", (written, problem, help) => {
    const found = bound("resume", written);
    expect(found.steps).toEqual([{ kind: "resume" }]);
    expect(found.faults).toEqual([[written, problem]]);
    if (help !== undefined) expect(found.help).toEqual([help]);
  });
});
