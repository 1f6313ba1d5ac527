import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQueryFilter, World } from "../../../src/runtime/index.js";
import { readPath, writePath } from "../../../src/runtime/world/attribute-path.js";
import { Clock } from "../../../src/runtime/world/clock.js";
import { decodeWord } from "../../../src/runtime/world/encoded-word.js";
import { describePolicies, failedPolicies } from "../../../src/runtime/world/policies.js";
import { textInLanguage } from "../../../src/runtime/world/text-in-language.js";

describe("languages (facts: behaviour.md section 0)", () => {
  const texts = new Map(Object.entries({ en: "e", "de-CH": "ch", fr: "f", de_AT: "at" }));
  it.each([
    [["de-CH"], "ch"],
    [["fr-CA", "en"], "f"],
    [["de"], "ch"],
    [["de-at"], "at"],
    [["it"], "e"],
    [["it", "fr"], "f"],
  ])("%j: %s", (languages, text) => {
    expect(textInLanguage(texts, languages)).toBe(text);
  });
  it("takes the first text where there is no English one, and none where there is none", () => {
    expect(textInLanguage(new Map([["de", "d"]]), ["fr"])).toBe("d");
    expect(textInLanguage(new Map(), ["fr"])).toBeUndefined();
  });
});

describe("policies (facts: protocol.md part 5, policyRequirements that clients know)", () => {
  const check = (policyId: string, params: Record<string, never>, value: never, object = {}) => {
    const world = new World({ schema: { x: { policies: [{ policyId, params }] } }, users: [{ x: "taken" }] });
    return failedPolicies(world, "x", value, object, undefined).map(({ requirement }) => requirement);
  };
  it.each([
    ["minimum-length", { minLength: 3 }, "ab", "abc", "MIN_LENGTH"],
    ["maximum-length", { maxLength: 2 }, "abc", "ab", "MAX_LENGTH"],
    ["at-least-X-capitals", { numCaps: 1 }, "abc", "aBc", "AT_LEAST_X_CAPITAL_LETTERS"],
    ["at-least-X-numbers", { numNums: 2 }, "a1", "a12", "AT_LEAST_X_NUMBERS"],
    ["cannot-contain-characters", { forbiddenChars: ["/"] }, "a/b", "ab", "CANNOT_CONTAIN_CHARACTERS"],
    ["cannot-contain-duplicates", { minLength: 2 }, "aa", "ab", "CANNOT_CONTAIN_DUPLICATES"],
    ["valid-email-address-format", {}, "a@b", "a@b.c", "VALID_EMAIL_ADDRESS_FORMAT"],
    ["valid-phone-format", {}, "none", "+41 (0)1", "VALID_PHONE_FORMAT"],
    ["valid-name-format", {}, "<b>", "Ann", "VALID_NAME_FORMAT"],
    ["valid-username", {}, " ", "ann", "VALID_USERNAME"],
    ["valid-number", {}, "x", 7, "VALID_NUMBER"],
    ["minimum-number", { minimum: 3 }, 2, 3, "MINIMUM_NUMBER_VALUE"],
    ["maximum-number", { maximum: 3 }, 4, 3, "MAXIMUM_NUMBER_VALUE"],
    ["valid-date", {}, "x", "2026-01-01", "VALID_DATE"],
    ["valid-type", { types: ["string"] }, 1, "a", "VALID_TYPE"],
    ["not-empty", {}, "", "a", "REQUIRED"],
    ["unique", {}, "taken", "free", "UNIQUE"],
  ] as const)("%s %j: not %j, but %j", (policyId, params, wrong, right, requirement) => {
    expect(check(policyId, params as never, wrong as never)).toEqual([requirement]);
    expect(check(policyId, params as never, right as never)).toEqual([]);
  });

  it("describes an attribute's policies as callbacks show them", () => {
    const world = new World({
      schema: { x: { required: true, policies: [{ policyId: "minimum-length", params: { minLength: 1 } }] } },
    });
    expect(describePolicies(world, "x")).toEqual({
      policyRequirements: ["REQUIRED", "MIN_LENGTH"],
      fallbackPolicies: null,
      name: "x",
      policies: [
        { policyId: "required", policyRequirements: ["REQUIRED"] },
        { policyId: "not-empty", policyRequirements: ["REQUIRED"] },
        { policyId: "minimum-length", params: { minLength: 1 }, policyRequirements: ["MIN_LENGTH"] },
      ],
      conditionalPolicies: null,
    });
  });
});

describe("query filters", () => {
  const object = { mail: "Demo@example.com", age: 30, active: true, groups: ["a", "b"], name: { first: "Dee" } };
  it.each([
    ['mail eq "demo@EXAMPLE.com"', true],
    ["age ge 30 and age lt 31", true],
    ["age gt 30 or active eq true", true],
    ['groups eq "b"', true],
    ['/name/first sw "D" and !(name/last pr)', true],
    ['not mail ew ".org"', true],
    ["(age eq 1 or (age eq 30))", true],
    ["false", false],
    ['mail co "nothing"', false],
  ])("%s: %s", (text, expected) => {
    expect(parseQueryFilter(text)?.(object)).toBe(expected);
  });
  it.each(["", "mail", "mail eq", "(true", "true)", "mail xx 1", `${"(".repeat(5000)}true`])(
    "cannot read %.20j",
    (text) => {
      expect(parseQueryFilter(text)).toBeUndefined();
    },
  );
  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseQueryFilter(text)?.(object)));
  });
});

describe("attribute paths", () => {
  it("go inside maps, hostile names too", () => {
    expect(writePath({ a: { b: 1 } }, "a/c", 2)).toEqual({ a: { b: 1, c: 2 } });
    expect(readPath({ a: { b: 1 } }, "a/b")).toBe(1);
    expect(readPath({}, "constructor/name")).toBeUndefined();
    const written = writePath({}, "__proto__/polluted", true);
    expect(readPath(written, "__proto__/polluted")).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("the world", () => {
  it("is data before and after: another one begins where it ended", () => {
    const world = new World({ users: [{ userName: "demo" }], seed: 7, now: "2026-02-03T00:00:00Z" });
    world.clock.advance(1000);
    world.identities.create({ userName: "new" }, world.clock.text());
    const copy = new World(JSON.parse(JSON.stringify(world.inspect())));
    expect(copy.inspect().users).toEqual(world.inspect().users);
    expect(copy.clock.now).toBe(world.clock.now);
    expect(copy.random.uuid()).toBe(world.random.uuid());
  });

  it("is the same each time", () => {
    const ids = () => new World({ users: [{ userName: "a" }, { userName: "b" }] }).identities.all();
    expect(ids()).toEqual(ids());
  });

  it("finds headers whatever their case, and no header of a prototype", () => {
    const world = new World({ request: { headers: { Accept: ["a", "b"] } } });
    expect(world.header("accept")).toEqual(["a", "b"]);
    expect(world.header("constructor")).toEqual([]);
    expect(world.cookie("constructor")).toBeUndefined();
  });

  it("reads encoded header values (RFC 2047)", () => {
    expect(decodeWord("=?utf-8?Q?d=C3=A9mo_user?=")).toBe("démo user");
    expect(decodeWord("=?utf-8?B?!!!?=")).toBe("=?utf-8?B?!!!?=");
    expect(decodeWord("plain")).toBe("plain");
  });
});

describe("the log", () => {
  const line = (text: string) => ({ level: "info", script: "S", text }) as const;

  it("ends after ten thousand lines", () => {
    const world = new World();
    for (let number = 0; number < 12_000; number++) world.addToLog(line(`${number}`));
    expect(world.log).toHaveLength(10_000);
    expect(world.log.at(-1)?.text).toBe("9999");
  });

  it("ends after a million characters", () => {
    const world = new World();
    for (let number = 0; number < 3; number++) world.addToLog(line("x".repeat(400_000)));
    world.addToLog(line("y"));
    expect(world.log.map(({ text }) => text.length)).toEqual([400_000, 400_000, 200_001]);
    expect(world.log.at(-1)?.text.endsWith("x…")).toBe(true);
  });
});

describe("answers to calls", () => {
  const world = () =>
    new World({
      http: [
        { method: "get", url: "https://a.example.com/x", status: 200 },
        { url: "https://a.example.com/*", status: 404 },
        { method: "get", url: "https://a.example.com/x", status: 500 },
      ],
      openidm: [
        { operation: "read", resource: "managed/x/1", result: { a: 1 } },
        { resource: "managed/x/*", result: null },
      ],
    });

  it("the first that fits, several for one call in turn", () => {
    const { calls } = world();
    const statuses = (method: string, url: string) => [1, 2, 3].map(() => calls.http(method, url)?.status);
    expect(statuses("GET", "https://a.example.com/x")).toEqual([200, 500, 500]);
    expect(statuses("POST", "https://a.example.com/x")).toEqual([404, 404, 404]);
    expect(calls.http("GET", "https://b.example.com")).toBeUndefined();
  });

  it("by operation and resource, in whichever form", () => {
    const { calls } = world();
    expect(calls.openidm("read", ["managed/x/1"])).toMatchObject({ result: { a: 1 } });
    expect(calls.openidm("delete", ["managed/x/1"])).toMatchObject({ result: null });
    expect(calls.openidm("create", ["managed/y", "managed/x/7"])).toMatchObject({ result: null });
    expect(calls.openidm("read", ["managed/y/1"])).toBeUndefined();
  });
});

it("a world beside another shares its users and clock, and has its own request, messages and log", () => {
  const world = new World({ users: [{ _id: "1", userName: "demo" }], request: { locales: ["de"] } });
  const beside = world.beside({ locales: ["fr"] });
  beside.identities.patch("1", { mail: "demo@example.com" });
  beside.clock.advance(1000);
  beside.send({ kind: "sms", to: "1", at: 0 });
  beside.addToLog({ level: "info", script: "s", text: "told" });
  expect(world.identities.get("1")).toMatchObject({ mail: "demo@example.com" });
  expect(world.clock.now).toBe(beside.clock.now);
  expect([world.languages, beside.languages]).toEqual([["de"], ["fr"]]);
  expect(world.outbox).toEqual(beside.outbox);
  expect(world.log).toEqual([]);
  world.send({ kind: "sms", to: "2", at: 0 });
  expect([world.outbox.length, beside.outbox.length]).toEqual([2, 1]);
});

it("stubs that are replaced take their turns from the beginning", () => {
  const { stubs } = new World({ stubs: { A: [{ outcome: "one" }, { outcome: "two" }] } });
  expect([stubs.next("J", "A", undefined), stubs.next("J", "A", undefined)]).toEqual([
    { outcome: "one" },
    { outcome: "two" },
  ]);
  stubs.replace({ "J/A": [{ outcome: "three" }] });
  expect([stubs.next("J", "A", undefined), stubs.next("K", "A", undefined)]).toEqual([{ outcome: "three" }, undefined]);
});

it("a clock runs as another one does, from its own beginning on", () => {
  let other = 5000;
  const clock = new Clock("2026-01-01T00:00:00Z", () => other);
  other += 250;
  clock.advance(1000);
  expect(clock.text()).toBe("2026-01-01T00:00:01.250Z");
  expect(new Clock(undefined, () => other).now).toBe(5250);
});
