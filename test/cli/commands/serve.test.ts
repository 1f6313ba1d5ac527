import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../../src/cli/process/main.js";
import { endlessHost, runCommand } from "../../support/fake-host.js";
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

  test("an origin that is none", async () => {
    expect(await refused("--port", "0", "--cors", "app")).toContain("--cors takes an origin, not app");
  });
});
