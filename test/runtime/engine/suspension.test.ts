import { describe, expect, it } from "vitest";
import { type ScriptHost, simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";

/** Suspends, and goes on when it is resumed. */
const scripts: ScriptHost = {
  run: ({ body }, { resumed }) =>
    resumed
      ? { kind: "done", outcome: "done" }
      : { kind: "done", action: { kind: "suspend", message: "{0}", ...(body !== "" && { minutes: Number(body) }) } },
};

function journey(minutes = "") {
  const properties = { script: "s", outcomes: ["done"], inputs: ["*"], outputs: ["*"] };
  return machine(
    "Reset Password",
    {
      Mail: { type: "ScriptedDecisionNode", properties, on: { done: "Again" } },
      Again: { type: "ScriptedDecisionNode", properties, on: { done: "success" } },
    },
    { settings: { noSession: true }, scripts: [{ id: "s", name: "s", body: minutes, properties: {} }] },
  );
}

const minute = 60_000;
const notFound =
  "org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException: Token not found. It may have expired.";

describe("the link of a suspended journey (facts: protocol.md 1.10)", () => {
  it("names realm, journey and id, below the tenant's address", async () => {
    const run = await simulate(journey(), {}, { scripts });
    const id = /suspendedId=([\w-]+)$/.exec(run.resumeUri ?? "")?.[1];
    expect(id).toHaveLength(36);
    const query = `realm=/alpha&authIndexType=service&authIndexValue=Reset%20Password&suspendedId=${id}`;
    expect(run.resumeUri).toBe(`https://localhost/am/XUI/?${query}`);
    expect(run.step?.callbacks[0]?.output[0]?.value).toBe(run.resumeUri);
    const elsewhere = await simulate(journey(), { urls: { base: "https://login.example.com" } }, { scripts });
    expect(elsewhere.resumeUri).toMatch(/^https:\/\/login\.example\.com\/\?realm=/);
  });

  it("is good once, and another one is made for the next suspension", async () => {
    const run = await simulate(journey(), {}, { scripts });
    const first = run.resumeUri ?? "";
    await run.resume(first);
    expect(run).toMatchObject({ status: "suspended", at: { node: "Again" } });
    expect(run.resumeUri).not.toBe(first);
    await run.resume();
    expect(run.status).toBe("success");
  });

  it("can be given as the id alone, or with other parameters around it", async () => {
    for (const form of [(id: string) => id, (id: string) => `https://x/?suspendedId=${id}&locale=fr`]) {
      const run = await simulate(journey(), {}, { scripts });
      await run.resume(form(run.resumeUri?.split("suspendedId=")[1] ?? ""));
      expect(run.at?.node).toBe("Again");
    }
  });

  it("is not found when it was used before or is none of this journey's", async () => {
    const used = await simulate(journey(), {}, { scripts });
    const first = used.resumeUri ?? "";
    await used.resume(first);
    await used.resume(first);
    expect(used.body).toMatchObject({ code: 401, message: notFound });
    const other = await simulate(journey(), {}, { scripts });
    await other.resume("https://localhost/am/XUI/?suspendedId=other");
    expect(other.body).toMatchObject({ code: 401, message: notFound });
  });

  it.each([
    ["the node's own minutes", journey("5"), { times: { suspendedMinutes: 30 } }, 5],
    ["the realm's minutes", journey(), { times: { suspendedMinutes: 30 } }, 30],
    ["a day", journey(), {}, 24 * 60],
  ] as const)("expires after %s", async (_, machine, options, minutes) => {
    const inTime = await simulate(machine, options, { scripts });
    inTime.wait(minutes * minute);
    await inTime.resume();
    expect(inTime.status).toBe("suspended");
    const late = await simulate(machine, options, { scripts });
    late.wait(minutes * minute + 1);
    await late.resume();
    expect(late.body).toMatchObject({ code: 401, message: notFound });
  });
});
