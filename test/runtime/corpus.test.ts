import { describe, expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { journeyMachine } from "../../src/machine/journey-machine.js";
import type { Journey } from "../../src/model/model.js";
import { type AnyMachine, type ManagedObject, type Run, simulate } from "../../src/runtime/index.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusIsThere, corpusSample, readCorpus } from "../support/corpus.js";

const files = corpusSample().map(({ file }) => file);

const demo: ManagedObject = {
  _id: "d3m0",
  userName: "demo",
  mail: "demo@example.com",
  givenName: "Dee",
  sn: "Emo",
  password: "Old-passw0rd",
};
const terms = { version: "1", text: "Be good." };

function journeysOf(file: string): readonly Journey[] {
  return readExport(new SourceFile(file, readCorpus(file)), {}).model.journeys;
}

/** Exports that were moved to a realm by hand, and whose nodes throw there: the objects they write are others (facts: behaviour.md section 0). */
function isOfOtherRealm({ nodes, settings }: Journey): boolean {
  const own = settings.get("identityResource")?.value ?? "managed/user";
  const others = nodes.map(({ properties }) => properties.get("identityResource")?.value ?? own);
  return own !== "managed/user" && others.some((other) => other !== own);
}

/** The exports of one of the platform's templates, as one source has collected them. */
const templates = (name: string) =>
  files.filter((file) => file.startsWith(`journeys/rockcarver+frodo-cli/${name}.`)).map((file) => [file] as const);

/** Answers as a person would who knows what is asked: by attribute, kind of callback and prompt. */
function answersOf(run: Run, values: Readonly<Record<string, string>>) {
  return (run.step?.callbacks ?? []).map((callback) => {
    const name = callback.output.find((member) => member.name === "name")?.value;
    const value = (typeof name === "string" ? values[name] : undefined) ?? values[callback.type];
    return value === undefined || !callback.input
      ? callback
      : { ...callback, input: callback.input.map((member, index) => (index === 0 ? { ...member, value } : member)) };
  });
}

describe.skipIf(!corpusIsThere)("templates of the corpus", () => {
  test.each(templates("ResetPassword"))(
    "%s gives a new password, and tells nobody who has an account",
    async (file) => {
      const [journey] = journeysOf(file);
      const machine = journeyMachine(journey!);
      const ask = async (mail: string) => {
        const run = await simulate(machine, { users: [demo] });
        await run.submitCallbacks(answersOf(run, { mail }));
        return run;
      };
      const run = await ask("demo@example.com");
      const unknown = await ask("nobody@example.com");
      expect(JSON.stringify(unknown.step)).toBe(JSON.stringify(run.step));
      expect(unknown.outbox).toEqual([]);
      await run.resume();
      await run.submitCallbacks(answersOf(run, { ValidatedCreatePasswordCallback: "short" }));
      expect(run.status).toBe("waiting");
      await run.submitCallbacks(answersOf(run, { ValidatedCreatePasswordCallback: "New-passw0rd" }));
      if (isOfOtherRealm(journey!)) return void expect(run.problem?.message).toContain("does not match");
      expect(run.status).toBe("success");
      expect(run.world.identities.get("d3m0")?.password).toBe("New-passw0rd");
      await run.resume();
      expect(run.status).toBe("failure");
    },
  );

  test.each(templates("Login"))("%s lets in who knows the password", async (file) => {
    const journeys = journeysOf(file);
    const inner = journeys.map(journeyMachine);
    const journey = journeys.find(({ id }) => id === "Login");
    const drive = async (password: string) => {
      const stubs = { ProgressiveProfile: { outcome: "true" } };
      const run = await simulate(journeyMachine(journey!), { users: [demo], stubs }, { inner });
      for (let turn = 0; turn < 2 && run.status === "waiting"; turn++) {
        const values = { NameCallback: "demo", PasswordCallback: password };
        await run.submitCallbacks(answersOf(run, values));
      }
      return run;
    };
    expect(await drive("Old-passw0rd")).toMatchObject({ status: "success", session: { username: "demo" } });
    // One export ends in success right after the name: it checks nothing.
    const checks = journey?.nodes
      .find(({ id }) => journey.entry?.target.kind === "node" && id === journey.entry.target.id)
      ?.connections.every(({ target }) => target.kind === "node");
    if (checks) expect((await drive("wrong")).status).not.toBe("success");
  });

  test.each(templates("Registration"))("%s makes a user", async (file) => {
    const [journey] = journeysOf(file);
    const run = await simulate(journeyMachine(journey!), { terms, users: [demo] });
    const values = {
      ValidatedCreateUsernameCallback: "newbie",
      NameCallback: "newbie",
      givenName: "New",
      sn: "Bie",
      mail: "newbie@example.com",
      ValidatedCreatePasswordCallback: "Str0ng-pass",
    };
    const complete = () =>
      answersOf(run, values).map((callback) => {
        if (callback.type === "TermsAndConditionsCallback") return { ...callback, input: [{ name: "x", value: true }] };
        if (callback.type !== "KbaCreateCallback") return callback;
        const index = Number(callback.input?.[0]?.name.replace(/\D/g, ""));
        return {
          ...callback,
          input: [
            { name: `IDToken${index}question`, value: `Question ${index}?` },
            { name: `IDToken${index}answer`, value: "x" },
          ],
        };
      });
    await run.submitCallbacks(complete());
    if (isOfOtherRealm(journey!)) return void expect(run.problem?.message).toContain("does not match");
    expect(run.status).toBe("success");
    expect(run.world.identities.findUser("newbie")?.mail).toBe("newbie@example.com");
  });

  test.each(templates("ForgottenUsername"))("%s mails the name", async (file) => {
    const journeys = journeysOf(file);
    const journey = journeys.find(({ id }) => id === "ForgottenUsername");
    const run = await simulate(journeyMachine(journey!), { users: [demo] }, { inner: journeys.map(journeyMachine) });
    await run.submitCallbacks(answersOf(run, { mail: "demo@example.com" }));
    expect(run.status).toBe("suspended");
    expect(run.outbox).toMatchObject([{ to: "demo@example.com", template: "forgottenUsername" }]);
    await run.resume();
    expect(["success", "waiting", "stub"]).toContain(run.status);
  });

  test.each(templates("UpdatePassword"))("%s changes the password", async (file) => {
    const [journey] = journeysOf(file);
    const run = await simulate(journeyMachine(journey!), { users: [demo], session: { username: "demo" } });
    await run.submitCallbacks(answersOf(run, { PasswordCallback: "Old-passw0rd" }));
    await run.submitCallbacks(answersOf(run, { ValidatedCreatePasswordCallback: "New-passw0rd" }));
    if (isOfOtherRealm(journey!)) return void expect(run.problem?.message).toContain("does not match");
    expect(run.status).toBe("success");
    expect(run.world.identities.get("d3m0")?.password).toBe("New-passw0rd");
  });

  test.each(templates("ProgressiveProfile"))("%s asks at its sign-on", async (file) => {
    const [journey] = journeysOf(file);
    const machine = journeyMachine(journey!);
    const amount = journey?.nodes
      .find(({ typeId }) => typeId === "LoginCountDecisionNode")
      ?.properties.get("amount")?.value;
    const state = { username: "demo", objectAttributes: { userName: "demo" } };
    const run = await simulate(machine, { users: [{ ...demo, loginCount: Number(amount) }] }, { state });
    expect(run.status).toBe("waiting");
    await run.submitCallbacks(run.step?.callbacks ?? []);
    if (isOfOtherRealm(journey!)) return void expect(run.problem?.message).toContain("does not match");
    expect(run.status).toBe("success");
    expect((await simulate(machine, { users: [demo] }, { state })).status).toBe("success");
  });
});

describe.skipIf(!corpusIsThere)("every journey of the corpus", () => {
  test("can be driven with stubs, without an exception", async () => {
    const count = { journeys: 0, runs: 0, real: 0, stubs: 0 };
    for (const file of files) {
      const journeys = journeysOf(file);
      const inner = journeys.map(journeyMachine);
      for (const machine of inner) {
        count.journeys++;
        for (const seed of [1, 2, 3]) {
          const run = await drive(machine, inner, seed);
          count.runs++;
          for (const { stub } of run.path) count[stub ? "stubs" : "real"]++;
        }
      }
    }
    console.log(`${count.runs} runs of ${count.journeys} journeys: ${count.real} nodes ran, ${count.stubs} were stubs`);
    expect(count.journeys).toBeGreaterThan(0);
  });
});

/** Goes on as far as forty turns lead: what is asked is answered with what is shown, what is open is chosen by a seed. */
async function drive(machine: AnyMachine, inner: readonly AnyMachine[], seed: number): Promise<Run> {
  const run = await simulate(machine, { users: [demo], terms, seed, session: { username: "demo" } }, { inner });
  const values = {
    NameCallback: "demo",
    PasswordCallback: "Old-passw0rd",
    mail: "demo@example.com",
    ValidatedCreatePasswordCallback: "New-passw0rd",
  };
  for (let turn = 0; turn < 40; turn++) {
    if (run.status === "stub") {
      const { outcomes } = run.stub!;
      await run.chooseStub(outcomes[run.world.random.below(outcomes.length)] ?? "outcome");
    } else if (run.status === "waiting") {
      run.wait(1000);
      await run.submitCallbacks(answersOf(run, values));
    } else if (run.status === "suspended" && run.resumeUri !== undefined) await run.resume();
    else break;
  }
  return run;
}
