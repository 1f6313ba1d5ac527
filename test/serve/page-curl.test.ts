import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../../src/cli/serve/start-server.js";
import { curlOf } from "../../src/serve/page/curl.js";
import type { RequestEntry } from "../../src/serve/request-entry.js";
import { demo, exampleJourneys } from "../support/served.js";

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
if (!hasCurl) console.warn("SKIPPED: no curl is here, so that copied command lines are not run");

test.skipIf(!hasCurl)("a copied command line asks the same again: a step, a form, and in the same world", async () => {
  const entries: RequestEntry[] = [];
  const journeys = await exampleJourneys("reset-password");
  const client = { clientId: "it's", clientSecret: "secret", redirectUris: ["http://localhost:3000/"] };
  const world = { users: [demo], oauth2Clients: [client] };
  const onRequest = (entry: RequestEntry) => void entries.push(entry);
  const server = await startServer(() => journeys, { world, onRequest }, { host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  const origin = `http://localhost:${server.port}`;
  const again = async (entry: RequestEntry) =>
    JSON.parse((await promisify(execFile)("sh", ["-c", curlOf(entry, origin)])).stdout);

  const start = `${origin}/am/json/alpha/authenticate?authIndexType=service&authIndexValue=ResetPassword`;
  const headers = { "content-type": "application/json", "x-journeyc-world": "one" };
  // biome-ignore lint/suspicious/noExplicitAny: the form of a step is known here.
  const step = (await (await fetch(start, { method: "POST", headers })).json()) as any;
  step.callbacks[0].input[0].value = "o'hara@example.com";
  const body = JSON.stringify(step);
  await fetch(`${origin}/am/json/alpha/authenticate`, { method: "POST", headers, body });
  expect((await again(entries[0]!)).header).toBe("Reset Password");
  expect((await again(entries[1]!)).callbacks[0].type).toBe("SuspendedTextOutputCallback");
  expect(entries.map(({ world }) => world)).toEqual(["one", "one", "one", "one"]);

  const form = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: "no",
    client_id: "it's",
    client_secret: "secret",
  });
  const token = await fetch(`${origin}/am/oauth2/alpha/access_token`, { method: "POST", body: form });
  expect(await again(entries.at(-1)!)).toEqual(await token.json());
});
