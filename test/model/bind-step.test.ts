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
    ["given usr { a: 1 }", "There is no `given usr`", "Did you mean `user`?", "usr"],
    [
      "given planet { a: 1 }",
      "There is no `given planet`",
      "There are user, session, state, transient, header, cookie, query, esv, secret.",
      "planet",
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
    ["expect sucess", "There is no `expect sucess`", "Did you mean `success`?", "sucess"],
    [
      "expect nothing",
      "There is no `expect nothing`",
      "There are success, failure, suspended, error, email, sms, user, state, shared, transient, session, at, path, message, callbacks, log, http, openidm.",
      "nothing",
    ],
  ])("%s", (written, problem, help, at = written) => {
    const found = bound("resume", written);
    expect(found.steps).toEqual([{ kind: "resume" }]);
    expect(found.faults).toEqual([[at, problem]]);
    if (help !== undefined) expect(found.help).toEqual([help]);
  });
});

describe("steps of a script that runs alone", () => {
  /** The steps, or what is wrong with them. */
  function boundFor(script: boolean, written: string) {
    const text = `script S { file: "s.js" }\njourney J {\n  start -> success\n}\nscenario "s" of ${script ? "script S" : "J"} {\n  ${written}\n}\n`;
    const { model } = bind([parse(new SourceFile("test.journey", text))], { readText: () => ({ text: "" }) });
    const [scenario] = model.scenarios;
    return {
      steps: scenario?.steps.map(({ place: _, ...step }) => step),
      faults: scenario?.faults.map(({ message }) => message),
      help: scenario?.faults.map(({ help }) => help),
    };
  }

  test.each<[string, object]>([
    [
      'stub http GET "https://a" -> { status: 404 }',
      {
        kind: "answer",
        call: { service: "http", operation: "GET", target: "https://a" },
        reply: { value: { status: 404 } },
      },
    ],
    ['stub http get "https://a" -> {}', { call: { operation: "GET" } }],
    [
      'stub http "https://a" -> error { message: "no" }',
      { call: { operation: undefined }, reply: { error: { message: "no" } } },
    ],
    ['stub openidm read "managed/x/1" -> null', { reply: { value: null } }],
    ['stub openidm query "managed/x" -> [{ a: 1 }]', { reply: { value: [{ a: 1 }] } }],
    ['stub openidm "managed/*" -> error', { reply: { error: {} } }],
    ["submit { a: 1 }", { kind: "submit", inputs: { a: 1 } }],
    ["expect outcome yes", { subject: "outcome", outcome: "yes" }],
    ['expect outcome "a b"', { subject: "outcome", outcome: "a b" }],
    ['expect error "x"', { subject: "error", text: "x" }],
    ['expect callbacks [{ type: "NameCallback" }]', { subject: "callbacks", callbacks: [{ type: "NameCallback" }] }],
    ["expect log []", { subject: "log", lines: [] }],
    ["expect config { a: 1 }", { subject: "config", value: { a: 1 } }],
    [
      'expect openidm patch "managed/x/1" [{ field: "/a" }]',
      { subject: "call", call: { service: "openidm", operation: "patch" }, value: [{ field: "/a" }] },
    ],
    ["given transient { password: 1 }", { subject: "transient" }],
  ])("%s", (written, step) => {
    const { steps, faults } = boundFor(true, written);
    expect(faults).toEqual([]);
    expect(steps).toMatchObject([step]);
  });

  test.each<[string, string, string?]>([
    ['stub http GTE "https://a" -> {}', "`http` has no `GTE`", "Did you mean `GET`?"],
    ['stub htpp GET "https://a" -> {}', "There is no `stub htpp` with a text", "Did you mean `http`?"],
    ['stub openidm raed "managed/x" -> {}', "`openidm` has no `raed`", "Did you mean `read`?"],
    ['stub http "https://a" -> { staus: 1 }', "The answer to an HTTP request has no `staus`", "Did you mean `status`?"],
    ['stub http "https://a" -> { status: "200" }', "The `status` of an answer is a number from 100 to 599"],
    ['stub http "https://a" -> { status: 20 }', "The `status` of an answer is a number from 100 to 599"],
    ['stub http "https://a" -> { headers: { a: 1 } }', "The `headers` of an answer are an object of texts"],
    ['stub http "https://a" -> [1]', "The answer to an HTTP request is an object"],
    ['stub http "" -> {}', "`stub http` needs a URL in quotes"],
    ["stub http GET -> {}", "`stub http` needs a URL in quotes"],
    ['stub openidm read "managed/x" -> true', "A call is not answered with `true`"],
    ['stub openidm read "managed/x" -> error { mesage: "a" }', "An error has no `mesage`", "Did you mean `message`?"],
    ['stub openidm read "managed/x" -> error { code: "a" }', "An error has a number as `code` and a text as `message`"],
    ["stub Node -> yes", "A script that runs alone has no nodes to stub"],
    ["submit Node { a: 1 }", "A script that runs alone is answered without a name", "Write `submit { … }`."],
    [
      "expect success",
      "A script that runs alone has no `expect success`",
      'Write `expect outcome "…"`: alone, a script leads nowhere.',
    ],
    ["expect path [A]", "A script that runs alone has no `expect path`"],
    ["expect outcome", "`expect outcome` needs an outcome"],
    ["expect outcom yes", "There is no `expect outcom`", "Did you mean `outcome`?"],
    ["expect callbacks { a: 1 }", '`expect callbacks` needs a list: `[{ type: "NameCallback", prompt: "…" }]`'],
    ["expect log { a: 1 }", '`expect log` needs a text that some line has, or a list of all lines: `["…"]`'],
    ["expect http GET", "`expect http` needs a URL in quotes"],
  ])("%s", (written, problem, help) => {
    const { faults, help: helps } = boundFor(true, written);
    expect(faults).toEqual([problem]);
    if (help !== undefined) expect(helps).toEqual([help]);
  });

  test("of a journey, nothing is expected that only a script alone has", () => {
    expect(boundFor(false, "expect outcome yes").help).toEqual(["Write `expect path [A, B.outcome]`."]);
    expect(boundFor(false, "expect config { a: 1 }").faults).toEqual(["A journey has no `expect config`"]);
    expect(boundFor(false, "submit { a: 1 }").faults).toEqual(["`submit` needs the name of a node"]);
    expect(boundFor(false, 'stub http "https://a" -> {}').faults).toEqual([]);
  });
});
