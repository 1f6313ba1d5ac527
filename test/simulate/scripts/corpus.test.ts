import { describe, expect, test } from "vitest";
import type { Callback } from "../../../src/runtime/callbacks/callback.js";
import type { ScriptDone, ScriptResult } from "../../../src/runtime/script-host.js";
import { createScriptHost } from "../../../src/simulate/scripts/create-script-host.js";
import { corpusIsThere } from "../../support/corpus.js";
import { corpusScripts } from "../../support/corpus-scripts.js";
import { expectFigures } from "../../support/figures.js";
import { runLegacy, runNext, type ScriptTrace } from "./script-fixture.js";

function callbacksOf({ action, callbacks = [] }: ScriptDone): readonly Callback[] {
  return action?.kind === "callbacks" ? [...action.callbacks, ...callbacks] : callbacks;
}

// Enough of a world, and of what earlier nodes write, for every script to find what it asks for.
const verification = JSON.stringify({
  _embedded: {
    metaData: [
      { type: "DOCUMENT_AUTHENTICATION", data: { mitekVerifications: [] } },
      {
        type: "BIOGRAPHIC_MATCH",
        data: {
          biographic_match_results: ["given_name", "family_name"].map((identifier) => ({ identifier, match: "HIGH" })),
        },
      },
      { type: "FACIAL_COMPARISON", data: { similarity: 90 } },
      { type: "LIVENESS", data: { probability: 90 } },
    ],
  },
});
const checks = [
  "Document Structure",
  "Document Data Comparison",
  "Human Face Presence",
  "Field Validation",
  "ID Document Blacklist",
  "Barcode Analysis",
];
const world = {
  users: [
    {
      _id: "u1",
      userName: "anna",
      mail: "anna@example.com",
      givenName: "Anna",
      sn: "Berg",
      frUnindexedString3: verification.replace(
        "[]",
        JSON.stringify(checks.map((name) => ({ name, judgement: "Authentic" }))),
      ),
      custom_verifyStatus: "ok",
    },
  ],
  esvs: { "esv.ipv4.cidr.access.rules": '{"allow":["10.0.0.0/8"]}' },
  request: { headers: { referer: "https://sp.example/?spEntityID=a", "x-forwarded-for": "10.0.0.1" } },
  http: [{ url: "https://*", status: 200, body: {} }],
};
const shared = {
  username: "anna",
  _id: "u1",
  level: 1,
  objectAttributes: { givenName: "Anna", sn: "Berg", mail: "anna@example.com" },
  eventType: "login",
  eventOutcome: "success",
  oneTimePassword: "123456",
};

describe.skipIf(!corpusIsThere)("the scripts of the corpus (skipped where it is absent)", () => {
  const scripts = corpusScripts();

  test("run, or are unsupported for what they name; none fails", async () => {
    const counts: Record<string, readonly number[]> = {};
    const count = (row: string, kind: ScriptResult["kind"]) => {
      const [number = 0, done = 0, unsupported = 0, error = 0] = counts[row] ?? [];
      const is = (wanted: string) => (kind === wanted ? 1 : 0);
      counts[row] = [number + 1, done + is("done"), unsupported + is("unsupported"), error + is("error")];
    };
    const failed: string[] = [];
    for (const { title, body, language, version, context } of scripts) {
      const run = version === "2.0" ? runNext : runLegacy;
      const { result } = await run(body, { world, shared, title, language, transient: { password: "Secret12" } });
      const engine = language === "GROOVY" ? "Groovy" : `JavaScript ${version}`;
      count(`${engine}, for ${context.startsWith("SOCIAL") ? "social profiles" : "nodes"}`, result.kind);
      const sent = result.kind === "done" ? callbacksOf(result) : [];
      if (sent.length > 0) {
        // The second visit, with what is shown as the answers.
        const second = (await run(body, { world, shared, title, language, callbacks: sent })).result;
        count("again, with answers to the callbacks sent", second.kind);
        if (second.kind !== "done") failed.push(`${title}, answered: ${JSON.stringify(second)}`);
      }
      if (result.kind === "error") failed.push(`${title}: ${result.message} ${JSON.stringify(result.source)}`);
    }
    // It asks `Object.keys` for the parameters, a map of Java, whose keys are its methods in Rhino.
    expect(failed).toEqual([
      `debug - imported (1): TypeError: cannot read property 'length' of null {"script":"debug - imported (1)","line":75,"column":33}`,
    ]);
    expect(scripts.length).toBeGreaterThan(50);
    expectFigures("Scripts of the corpus", Object.fromEntries(Object.entries(counts).sort()));
  });

  test("do the same when their statements are marked", async () => {
    const marking = createScriptHost({ ran: { add: () => {} } });
    let compared = 0;
    for (const [index, { title, body, language, version }] of scripts.entries()) {
      if (index % sampled !== 0) continue;
      const run = version === "2.0" ? runNext : runLegacy;
      const given = { world, shared, title, language, transient: { password: "Secret12" } };
      const [plain, marked] = [await run(body, given), await run(body, { ...given, host: marking })];
      const seen = ({ result, stores, world: { log, calls } }: ScriptTrace) => ({
        result,
        stores,
        log,
        made: calls.made,
      });
      expect({ title, ...seen(marked) }).toEqual({ title, ...seen(plain) });
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

/** Every this many scripts, one is run twice. */
const sampled = 4;
