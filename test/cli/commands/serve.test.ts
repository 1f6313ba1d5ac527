import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { main } from "../../../src/cli/process/main.js";
import { endlessHost, runCommand } from "../../support/fake-host.js";
import { SmtpCatcher } from "../../support/smtp-catcher.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const journey = (name: string, header: string) =>
  `journey ${name} {\n  start -> P\n\n  page P {\n    pageHeader: "${header}"\n\n    node N: UsernameCollector\n\n    -> failure\n  }\n}\n`;

/** Runs the command until the test ends. */
async function serving(folder: string, args: readonly string[] = []) {
  const { host, output, talk, end } = endlessHost(folder);
  const running = main(["serve", "--port", "0", ...args], host).catch((error: Error) => error.message);
  onTestFinished(async () => {
    end();
    writeFileSync(join(folder, "last.journey"), journey("Last", "Last"));
    await running;
  });
  await expect.poll(() => talk(), { timeout: 10_000 }).toContain("Watching");
  const first = output().split("\n")[0]!;
  const url = first.startsWith("{") ? JSON.parse(first).listening : first;
  const start = async (name: string) => {
    const query = `authIndexType=service&authIndexValue=${name}`;
    const response = await fetch(`${url}/am/json/realms/root/realms/alpha/authenticate?${query}`, { method: "POST" });
    return (await response.json()) as { readonly header?: string; readonly message?: string };
  };
  return { url: url as string, output, talk, start };
}

describe("journeyc serve", () => {
  test("says where it listens, answers, and tells of each request", async () => {
    const { url, start, talk } = await serving(temporaryFolder({ "a.journey": journey("A", "Hello") }));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await start("A")).header).toBe("Hello");
    expect(talk()).toContain("authenticate?authIndexType=service&authIndexValue=A 200\n  A: P (waiting)\n");
  });

  test("serves a change when it is saved, and a broken journey not at all, while the others go on", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A", "One"), "b.journey": journey("B", "Other") });
    const { start, talk } = await serving(folder);
    expect((await start("A")).header).toBe("One");
    writeFileSync(join(folder, "a.journey"), journey("A", "Two"));
    await expect.poll(async () => (await start("A")).header, { timeout: 10_000 }).toBe("Two");
    writeFileSync(join(folder, "a.journey"), journey("A", "Two").replace("-> failure", "-> Nowhere"));
    await expect.poll(async () => (await start("A")).message, { timeout: 10_000 }).toBe("No Configuration found");
    expect((await start("B")).header).toBe("Other");
    expect(talk()).toContain("Nowhere");
    expect(talk()).toMatch(/1 of 2 journeys \(1 with errors\) at http:/);
    writeFileSync(join(folder, "a.journey"), journey("A", "Three"));
    await expect.poll(async () => (await start("A")).header, { timeout: 10_000 }).toBe("Three");
    expect(talk()).toMatch(/2 journeys at http:.+, fixed\n/);
  });

  test("begins with a default journey that is broken, and runs it when it has been mended", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A", "One").replace("-> failure", "-> Nowhere") });
    const { url, talk } = await serving(folder, ["--default", "A"]);
    expect(talk()).toContain("warning: the default journey has errors");
    const start = async () => {
      const response = await fetch(`${url}/am/json/authenticate`, { method: "POST" });
      return (await response.json()) as { readonly header?: string; readonly message?: string };
    };
    expect((await start()).message).toBe("No Configuration found");
    writeFileSync(join(folder, "a.journey"), journey("A", "Two"));
    await expect.poll(async () => (await start()).header, { timeout: 10_000 }).toBe("Two");
  });

  test("counts journeys that no client may start apart", async () => {
    const inner = journey("B", "Other").replace("{", "{\n  innerTreeOnly: true\n");
    const folder = temporaryFolder({ "a.journey": journey("A", "One"), "b.journey": inner });
    const { talk } = await serving(folder);
    expect(talk()).toMatch(/1 of 2 journeys \(1 that no client may start\) at http:/);
  });

  test("warns of stubs of the world that can never apply, and takes their short form", async () => {
    const world = { stubs: { N: "outcome", P: "outcom", Nn: "outcome" } };
    const folder = temporaryFolder({ "a.journey": journey("A", "Hello"), "world.json": JSON.stringify(world) });
    const { url, talk } = await serving(folder, ["--world", "world.json"]);
    expect(talk().match(/^warning: .+/gm)).toEqual([
      "warning: a stub of the world never applies. Node `P` has no outcome `outcom`; did you mean `outcome`?",
      "warning: a stub of the world never applies. No journey has a node `Nn`; did you mean `N`?",
    ]);
    const stubs = await (await fetch(`${url}/journeyc/stubs`)).json();
    expect(stubs).toMatchObject({ N: { outcome: "outcome" } });
  });

  test("does not begin with two users of one name", async () => {
    const users = [{ userName: "demo" }, { userName: "Demo" }];
    const folder = temporaryFolder({ "a.journey": journey("A", "Hello"), "world.json": JSON.stringify({ users }) });
    const { code, talk } = await runCommand(folder, ["serve", "--port", "0", "--world", "world.json"]);
    expect([code, talk]).toEqual([2, expect.stringContaining('Setting "users[1].userName" must be another one')]);
  });

  test("takes another world when its file is saved", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A", "Hello"), "world.json": '{ "realm": "/bravo" }' });
    const { url } = await serving(folder, ["--world", "world.json"]);
    const realm = async () => ((await (await fetch(`${url}/am/json/serverinfo/*`)).json()) as { realm: string }).realm;
    expect(await realm()).toBe("/bravo");
    writeFileSync(join(folder, "world.json"), '{ "realm": "/charlie" }');
    await expect.poll(realm, { timeout: 10_000 }).toBe("/charlie");
  });

  test("writes a line of JSON for each request", async () => {
    const { start, output } = await serving(temporaryFolder({ "a.journey": journey("A", "Hello") }), ["--json"]);
    await start("A");
    const [listening, request] = output()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(listening).toEqual({ listening: expect.stringMatching(/^http:/) });
    expect(request).toMatchObject({
      method: "POST",
      status: 200,
      journey: { journey: "A", status: "waiting", path: [{ journey: "A", node: "P" }], messages: [], log: [] },
    });
  });
});

describe("--smtp", () => {
  const mailing = journey("A", "Hello")
    .replace("-> failure", "-> Mail")
    .replace(
      /\}\n$/,
      '\n  node Mail: EmailSuspend {\n    emailTemplateName: "welcome"\n    objectLookup: true\n\n    -> success\n  }\n}\n',
    );
  const files = {
    "a.journey": mailing,
    "world.json": '{ "users": [{ "userName": "demo", "mail": "demo@example.com" }] }',
  };
  /** Runs the journey to the mail. */
  const sendMail = async (url: string) => {
    const send = async (body?: unknown) => {
      const init = { method: "POST", ...(body !== undefined && { body: JSON.stringify(body) }) };
      const headers = { "content-type": "application/json" };
      const query = "authIndexType=service&authIndexValue=A";
      // biome-ignore lint/suspicious/noExplicitAny: the form of an answer is known here.
      return (await fetch(`${url}/am/json/authenticate?${query}`, { ...init, headers })).json() as Promise<any>;
    };
    const step = await send();
    step.callbacks[0].input[0].value = "demo";
    return send(step);
  };
  // biome-ignore lint/suspicious/noExplicitAny: the form of an answer is known here.
  const outbox = async (url: string) => (await (await fetch(`${url}/journeyc/outbox`)).json()) as any[];

  test("hands mails to a catcher, with a link that works", async () => {
    const catcher = await SmtpCatcher.open();
    onTestFinished(() => catcher.close());
    const args = ["--world", "world.json", "--smtp", `localhost:${catcher.port}`];
    const { url } = await serving(temporaryFolder(files), args);
    await sendMail(url);
    await expect.poll(() => catcher.mails.length, { timeout: 10_000 }).toBe(1);
    expect(catcher.mails[0]?.to).toEqual(["demo@example.com"]);
    const [{ resumeUri, isDelivered }] = await outbox(url);
    expect(isDelivered).toBe(true);
    expect(catcher.mails[0]?.data.replaceAll("=\r\n", "").replaceAll("=3D", "=")).toContain(resumeUri);
  });

  test("goes on without one, and says so", async () => {
    const catcher = await SmtpCatcher.open();
    const address = `127.0.0.1:${catcher.port}`;
    await catcher.close();
    const { url, talk } = await serving(temporaryFolder(files), ["--world", "world.json", "--smtp", address]);
    expect((await sendMail(url)).callbacks[0].type).toBe("SuspendedTextOutputCallback");
    await expect
      .poll(talk, { timeout: 10_000 })
      .toContain(`warning: the mail to demo@example.com was not handed to ${address}: `);
    expect((await outbox(url))[0]).toMatchObject({
      isDelivered: false,
      deliveryProblem: expect.stringContaining("ECONNREFUSED"),
    });
  });
});

describe("--open", () => {
  /** Puts a program in the place of the one that opens browsers here. */
  function withOpener(script: string | undefined): string {
    const files = script === undefined ? {} : { "xdg-open": `#!/bin/sh\n${script}\n` };
    const folder = temporaryFolder(files);
    if (script !== undefined) chmodSync(join(folder, "xdg-open"), 0o755);
    vi.stubEnv("PATH", script === undefined ? folder : `${folder}:${process.env.PATH}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    return folder;
  }

  test.skipIf(process.platform !== "linux")("opens the page in the browser", async () => {
    const folder = withOpener('echo "$1" > "$(dirname "$0")/opened"');
    const { url } = await serving(temporaryFolder({ "a.journey": journey("A", "Hello") }), ["--open"]);
    const opened = () => (existsSync(join(folder, "opened")) ? readFileSync(join(folder, "opened"), "utf8") : "");
    await expect.poll(opened, { timeout: 10_000 }).toBe(`${url}\n`);
  });

  test.skipIf(process.platform !== "linux").each([
    ["no program to open it with", undefined],
    ["a program that fails", "exit 3"],
  ])("goes on where there is %s", async (_, script) => {
    withOpener(script);
    const { url, talk, start } = await serving(temporaryFolder({ "a.journey": journey("A", "Hello") }), ["--open"]);
    await expect.poll(talk, { timeout: 10_000 }).toContain(`No browser could be opened. The page is at ${url}\n`);
    expect((await start("A")).header).toBe("Hello");
  });
});

describe("what it refuses", () => {
  const refused = async (...args: readonly string[]) => {
    const folder = temporaryFolder({ "a.journey": journey("A", "Hello") });
    const { code, talk } = await runCommand(folder, ["serve", ...args]);
    expect(code).toBe(2);
    return talk;
  };

  test("an address that other machines reach, unless that is said to be meant", async () => {
    expect(await refused("--host", "0.0.0.0")).toContain("--allow-remote");
  });

  test("a port that is none, or that is taken", async () => {
    expect(await refused("--port", "70000")).toContain("--port must be a number up to 65535");
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    onTestFinished(() => void other.close());
    expect(await refused("--port", String(port))).toContain(`Port ${port} of 127.0.0.1 is taken by another program`);
  });

  test("a default journey that there is not, no journey at all, and a world that cannot be read", async () => {
    expect(await refused("--port", "0", "--default", "Nope")).toContain("There is no journey Nope\nThere are: A\n");
    const nowhere = await refused("nowhere", "--port", "0");
    expect(nowhere).toContain('Cannot read "nowhere": no such file or folder');
    expect(nowhere).toContain("error: There is no journey to serve\n");
    const world = await refused("--port", "0", "--world", "none.json");
    expect(world).toContain('Cannot read "none.json": no such file or folder');
    expect(world).toContain("error: The world cannot be read\n");
  });

  test("an SMTP server that is none, or on another machine", async () => {
    expect(await refused("--port", "0", "--smtp", "1025")).toContain("--smtp takes a host and a port, not 1025");
    expect(await refused("--port", "0", "--smtp", "localhost:70000")).toContain("--smtp takes a host and a port");
    expect(await refused("--port", "0", "--smtp", "mail.example.com:25")).toContain("add --allow-remote");
  });

  test("an origin that is none", async () => {
    expect(await refused("--port", "0", "--cors", "app")).toContain("--cors takes an origin, not app");
    const path = "https://app.example.com/path";
    expect(await refused("--port", "0", "--cors", path)).toContain(`--cors takes an origin, not ${path}`);
  });
});
