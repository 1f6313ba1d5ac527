import { expect, test } from "vitest";
import { foundInScript } from "../../support/decision-script.js";

const found = (body: string) =>
  foundInScript("unencrypted-request", body).map((text) =>
    /^(\d+): sends a request to "(.*)" in line/.exec(text)?.slice(1).join(" "),
  );

test.each<[string, string, readonly string[]]>([
  ["at once", 'httpClient.send("http://a.example.com/x", { method: "GET" }).get();', ["1 http://a.example.com/x"]],
  ["a variable", 'var url = "http://a.example.com";\nhttpClient.send(url);', ["2 http://a.example.com"]],
  [
    "a member",
    'var config = { url: "http://a.example.com/x" };\nhttpClient.send(config.url + "?q=" + q);',
    ["2 http://a.example.com/x?q="],
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a script
  ["a template", "httpClient.send(`http://a.example.com/${user}`);", ["1 http://a.example.com/"]],
  [
    "the old engine",
    'var r = new org.forgerock.http.protocol.Request();\nr.setUri("http://a.example.com/x");',
    ["2 http://a.example.com/x"],
  ],
  [
    "a host before a computed path",
    'var BASE = "http://crm.example.com";\nfunction get(path) { return httpClient.send(BASE + path); }',
    ["2 http://crm.example.com"],
  ],
  ["capitals", 'httpClient.send("HTTP://A.example.com/");', ["1 HTTP://A.example.com/"]],
])("%s: reported", (_what, body, expected) => {
  expect(found(body)).toEqual(expected);
});

test.each([
  ["an encrypted one", 'httpClient.send("https://a.example.com/x");'],
  ["the own machine", 'httpClient.send("http://localhost:8080/x"); httpClient.send("http://127.0.0.1/");'],
  [
    "a private network",
    'httpClient.send("http://10.1.2.3/"); httpClient.send("http://192.168.0.1/"); httpClient.send("http://172.20.0.1/");',
  ],
  [
    "a name inside of a network",
    'httpClient.send("http://idm:8080/x"); httpClient.send("http://idm.prod.svc.cluster.local/x");',
  ],
  ["a name in a text", 'var scope = "http://a.example.com/scope"; logger.debug("http://a.example.com");'],
  [
    "a host that is computed",
    'httpClient.send("http://" + host + "/x"); httpClient.send("http://a.example" + rest); httpClient.send("http://a.b." + rest);',
  ],
  ["an address of a variable", 'httpClient.send(systemEnv.getProperty("esv.url"));'],
  ["something else that sends", 'mail.send("http://a.example.com/");'],
  ["a client of its own", 'function f(httpClient) { httpClient.send("http://a.example.com/"); }'],
  ["a comment", '// httpClient.send("http://a.example.com/");'],
])("%s: not reported", (_what, body) => {
  expect(found(body)).toEqual([]);
});
