import { describe, expect, test } from "vitest";
import { analyse } from "../../src/compile/compile.js";
import { createHandler } from "../../src/serve/create-handler.js";
import { SourceFile } from "../../src/text/source-file.js";
import { authenticatePath, exampleJourneys, Served } from "../support/served.js";

const handler = async (options = {}) => createHandler(await exampleJourneys("login"), options);
const post = (url: string, headers = {}) => new Request(url, { method: "POST", headers });

describe("hosts", () => {
  test.each(["http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:8080", "http://app.localhost"])(
    "%s is served",
    async (origin) => {
      expect((await (await handler())(post(origin + authenticatePath))).status).toBe(200);
    },
  );

  test.each(["http://evil.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example"])(
    "%s is refused: its owner may have pointed it here",
    async (origin) => {
      const response = await (await handler())(post(origin + authenticatePath));
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 403, reason: "Forbidden" });
    },
  );

  test("that are given are served too", async () => {
    const served = await handler({ hosts: ["tenant.example.com"] });
    expect((await served(post(`https://tenant.example.com${authenticatePath}`))).status).toBe(200);
    expect((await served(post(`https://other.example.com${authenticatePath}`))).status).toBe(403);
  });
});

describe("pages of other origins", () => {
  const url = `http://localhost:8080${authenticatePath}`;

  test("of this machine may read answers and send cookies, errors included", async () => {
    const served = await handler();
    for (const path of ["", "?authIndexType=service&authIndexValue=Unknown"]) {
      const { headers } = await served(post(url + path, { origin: "http://localhost:3000" }));
      expect(headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
      expect(headers.get("access-control-allow-credentials")).toBe("true");
      expect(headers.get("vary")).toBe("Origin");
    }
  });

  test("ask before, and learn what they may send", async () => {
    const response = await (await handler())(
      new Request(url, {
        method: "OPTIONS",
        headers: {
          origin: "http://localhost:3000",
          "access-control-request-method": "POST",
          "access-control-request-headers": "accept-api-version,content-type,x-requested-with",
        },
      }),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
    expect(response.headers.get("access-control-allow-methods")).toContain("POST");
    const allowed = response.headers.get("access-control-allow-headers")!.split(",");
    for (const name of [
      "accept-api-version",
      "content-type",
      "x-requested-with",
      "authorization",
      "x-requested-platform",
      "x-forgerock-transactionid",
      "accept-language",
    ]) {
      expect(allowed).toContain(name);
    }
  });

  test.each(["https://evil.example", "null", "http://localhost.evil.example", "file://localhost"])(
    "%s are refused",
    async (origin) => {
      const response = await (await handler())(post(url, { origin }));
      expect(response.status).toBe(403);
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  test("that are given may", async () => {
    const served = await handler({ origins: ["https://app.example.com"] });
    const { headers } = await served(post(url, { origin: "https://app.example.com" }));
    expect(headers.get("access-control-allow-origin")).toBe("https://app.example.com");
  });
});

describe("hostile requests", () => {
  test.each([
    ["GET", authenticatePath, undefined, 405],
    ["DELETE", authenticatePath, undefined, 405],
    ["POST", "/", undefined, 405],
    ["GET", "/am/json/realms/root/realms/alpha/../../../../../etc/passwd", undefined, 404],
    ["GET", "/am/json/realms/root/realms/alpha/serverinfo/..%2f..%2fetc%2fpasswd", undefined, 404],
    ["POST", "/am/json/realms/root/realms/%ff/authenticate", undefined, 400],
    ["POST", "/am/json/__proto__/authenticate", undefined, 400],
    ["POST", "/am/json/realms/root/realms/alpha/constructor", undefined, 404],
    ["POST", "/@/am/json/authenticate", undefined, 400],
    ["POST", `/@${"x".repeat(65)}/am/json/authenticate`, undefined, 400],
    ["POST", authenticatePath, "{", 400],
    ["POST", authenticatePath, "[]", 400],
    ["POST", authenticatePath, '"text"', 400],
    ["POST", authenticatePath, "null", 400],
    ["POST", authenticatePath, '{"authId":{}}', 400],
    ["POST", authenticatePath, '{"authId":""}', 400],
    ["POST", authenticatePath, '{"authId":"..","callbacks":[]}', 400],
    ["POST", authenticatePath, '{"authId":"a.e30.b","callbacks":[]}', 400],
    ["POST", authenticatePath, `{"a":${"[".repeat(200)}${"]".repeat(200)}}`, 400],
    ["POST", authenticatePath, `{"a":"${"x".repeat(1_000_001)}"}`, 413],
    ["POST", authenticatePath, '{"__proto__":{"authId":"x"}}', 200],
  ] as const)("%s %.60s %.40s is answered with its own error", async (method, path, body, status) => {
    const served = new Served(await exampleJourneys("login"));
    const received = await served.send(method, path, body);
    expect(received.status).toBe(status);
    if (status !== 200)
      expect(received.body).toMatchObject({ code: status, reason: expect.any(String), message: expect.any(String) });
  });

  test.each([
    "/",
    "/am/json/serverinfo/*",
    "/am/oauth2/alpha/.well-known/openid-configuration",
    "/journeyc/events",
    "/no",
  ])("HEAD %s is answered as GET is, without a body", async (path) => {
    const served = new Served(await exampleJourneys("login"));
    const got = await served.handler(new Request(`http://localhost:8080${path}`));
    const asked = await served.handler(new Request(`http://localhost:8080${path}`, { method: "HEAD" }));
    await got.body?.cancel();
    expect([asked.status, asked.body]).toEqual([got.status, null]);
    expect([...asked.headers]).toEqual([...got.headers]);
  });

  test("HEAD of what no GET is served for is refused", async () => {
    const request = new Request(`http://localhost${authenticatePath}`, { method: "HEAD" });
    expect((await (await handler())(request)).status).toBe(405);
  });

  test("a body of another type is not read", async () => {
    const served = new Served(await exampleJourneys("login"));
    expect((await served.send("POST", authenticatePath, "a=b", { "content-type": "text/plain" })).status).toBe(415);
  });

  test("a body without end is not read to its end", async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const request = new Request(`http://localhost${authenticatePath}`, { method: "POST", body, duplex: "half" });
    expect((await (await handler())(request)).status).toBe(413);
    expect(sent).toBeLessThan(2_000_000);
  });

  test("a body that is cut off is an error of its own request", async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"auth'));
        controller.error(new Error("The connection is gone"));
      },
    });
    const request = new Request(`http://localhost${authenticatePath}`, { method: "POST", body, duplex: "half" });
    const response = await (await handler())(request);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: "The body ended before it was complete" });
  });

  test.each([
    [{ type: "NameCallback", input: null }],
    [{ type: "NameCallback", input: [null, 1, "x"] }],
    [{ type: "NameCallback", output: [null], input: [{ name: {}, value: { deep: [] } }] }],
    [{ type: "NameCallback", input: [{ name: "IDToken1", value: { __proto__: 1, constructor: 2 } }] }],
    [null],
    ["NameCallback"],
    [{ type: 1 }],
  ])("callbacks of any form, such as %j, make no defect", async (callback) => {
    const served = new Served(await exampleJourneys("login"));
    const { body } = await served.start("Login");
    const callbacks = [callback, { type: "PasswordCallback", input: [{ name: "IDToken2", value: 1e308 }] }];
    const received = await served.send("POST", authenticatePath, { authId: body.authId, callbacks });
    expect([200, 400]).toContain(received.status);
    expect(served.entries.map(({ defect }) => defect)).toEqual([undefined, undefined]);
  });
});

test("a script that does not end ends its own request alone", async () => {
  const text = `
journey Loop {
  start -> Run

  node Run: ScriptedDecision {
    script: Loop
    outcomes: ["true"]

    true -> success
  }

  script Loop { file: "loop.js" evaluatorVersion: "2.0" }
}

journey Other {
  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> failure
  }
}`;
  const { model } = analyse([new SourceFile("loop.journey", text)], { readText: () => ({ text: "for (;;) {}" }) });
  const served = new Served({ model });
  const [loop, other] = await Promise.all([served.start("Loop"), served.start("Other")]);
  expect([loop.status, loop.body.message]).toEqual([401, "Login failure"]);
  expect(served.entries.find(({ journey }) => journey?.journey === "Loop")?.journey?.problem).toContain(
    "ran for more than",
  );
  expect(other.body.callbacks[0].type).toBe("NameCallback");
});
