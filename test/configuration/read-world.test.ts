import { describe, expect, it } from "vitest";
import { readWorld } from "../../src/configuration/read-world.js";
import { SourceFile } from "../../src/text/source-file.js";

function read(value: object) {
  const source = new SourceFile("world.json", JSON.stringify(value));
  const { world, diagnostics } = readWorld(source);
  return { world, found: diagnostics.map(({ message, help, place }) => [message, source.slice(place.range), help]) };
}

describe("readWorld", () => {
  it("takes a world, also one that names its schema", () => {
    const world = {
      $schema: "./node_modules/journeyc/schema/world.schema.json",
      users: [{ userName: "ada", mail: "ada@example.com" }],
      emailTemplates: { welcome: { subject: "Hello", message: { de: "Hallo" } } },
      stubs: { A: { outcome: "true" }, B: ["false", { outcome: "true", shared: { x: 1 } }], C: "true" },
      request: { headers: { "x-a": "1", "x-b": ["1", "2"] } },
      now: "2026-01-31T00:00:00Z",
    };
    expect(read(world)).toEqual({ world, found: [] });
  });

  it("reports a time that is none", () => {
    for (const now of ["x", "1900000000000", -1e20, 8.64e15 + 1]) {
      expect(read({ now }).found).toEqual([
        ['Setting "now" must be a time in ISO 8601, or in milliseconds since 1970', JSON.stringify(now), undefined],
      ]);
    }
    for (const now of ["2026-01-31", "2026-01-31T00:00:00+02:00", 0, 8.64e15]) expect(read({ now }).found).toEqual([]);
  });

  it("says of a setting that can be null that it can", () => {
    for (const terms of ["x", 5, []]) {
      expect(read({ terms }).found.map(([message]) => message)).toEqual(['Setting "terms" must be an object or null']);
    }
  });

  it("reports what does not fit where it stands, with the nearest name", () => {
    expect(read({ userss: [] }).found).toEqual([['There is no setting "userss"', '"userss"', 'Did you mean "users"?']]);
    const { world, found } = read({
      now: true,
      stubs: { A: { outcom: "true" }, B: [{ outcome: 1 }], C: 3, D: { shared: {} } },
      emailTemplates: { welcome: { subject: 1, message: { de: 2 } } },
      schema: { mail: { type: "text", policies: [{ policyId: 1 }] } },
      request: { headers: { "x-a": [1], "x-b": 2 } },
      kba: { questions: { "1": { en: 1 } } },
    });
    expect(world).toEqual({});
    expect(found.map(([message, at]) => `${at}: ${message}`)).toEqual([
      'true: Setting "now" must be a string or a number',
      '"outcom": There is no setting "stubs.A.outcom"',
      '1: Setting "stubs.B[0].outcome" must be a string',
      '3: Setting "stubs.C" must be a string, an object or a list',
      '{"shared":{}}: Setting "stubs.D" must be an object with "outcome"',
      '1: Setting "emailTemplates.welcome.subject" must be a string or an object',
      '2: Setting "emailTemplates.welcome.message.de" must be a string',
      '"text": Setting "schema.mail.type" must be "string", "number", "boolean", "array" or "object"',
      '1: Setting "schema.mail.policies[0].policyId" must be a string',
      '1: Setting "request.headers.x-a[0]" must be a string',
      '2: Setting "request.headers.x-b" must be a string or a list of strings',
      '1: Setting "kba.questions.1.en" must be a string',
    ]);
  });

  it("reports users who have one name, whatever its case, and stubs that are empty lists", () => {
    const users = [
      { userName: "ada" },
      { userName: "bob", _id: "1" },
      { userName: "Ada", _id: "1" },
      { mail: "x" },
      {},
    ];
    expect(read({ users, stubs: { Ask: [] } }).found).toEqual([
      ['Setting "users[2]._id" must be another one than that of users[1]: no two users share one', '"1"', undefined],
      [
        'Setting "users[2].userName" must be another one than that of users[0]: no two users share one',
        '"Ada"',
        undefined,
      ],
      ['Setting "stubs.Ask" must be a list with an outcome', "[]", undefined],
    ]);
  });

  it("takes only an object", () => {
    expect(read([]).found).toEqual([['Setting "world" must be an object', "[]", undefined]]);
  });
});
