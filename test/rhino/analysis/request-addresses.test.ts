import { expect, test } from "vitest";
import { analyseScript } from "../../../src/rhino/analysis/analyse-script.js";

function addresses(body: string): readonly string[] {
  const analysed = analyseScript(body);
  if (analysed.kind !== "analysed") throw new Error("no script");
  return analysed.requestAddresses.map(({ to, parameter }) => `${to} ${parameter ?? "?"}`);
}

const back = 'requestParameters.get("back").get(0)';

test.each<[string, string, readonly string[]]>([
  ["put into state at once", `nodeState.putShared("successUrl", ${back})`, ["successUrl back"]],
  ["put into the shared map", `sharedState.put("failureUrl", ${back})`, ["failureUrl back"]],
  ["assigned", "sharedState.successUrl = requestParameters.back[0]", ["successUrl back"]],
  ["merged", `nodeState.mergeShared({ successUrl: ${back} })`, ["successUrl back"]],
  [
    "through a variable",
    `var url = ${back};\nif (url) { nodeState.putShared("successUrl", url); }`,
    ["successUrl back"],
  ],
  ["as a text", `nodeState.putShared("successUrl", String(${back}).trim())`, ["successUrl back"]],
  ["before a path", `nodeState.putShared("successUrl", ${back} + "/done")`, ["successUrl back"]],
  ["in a template", `nodeState.putShared("successUrl", \`\${${back}}?a=1\`)`, ["successUrl back"]],
  ["unless it is missing", `nodeState.putShared("successUrl", ${back} || "https://a.example")`, ["successUrl back"]],
  ["by choice", `nodeState.putShared("successUrl", a ? ${back} : "/")`, ["successUrl back"]],
  ["a computed parameter", "nodeState.putShared('successUrl', requestParameters.get(name).get(0))", ["successUrl ?"]],
  [
    "through a function",
    'function param(name) { var p = requestParameters.get(name); return p ? p.get(0) : null; } nodeState.putShared("successUrl", param("back"))',
    ["successUrl ?"],
  ],
  ["a redirect of the old engine", `new fr.RedirectCallback(${back}, null, "GET")`, ["RedirectCallback back"]],
  ["a redirect of the new one", `callbacksBuilder.redirectCallback(${back}, null, "GET")`, ["redirectCallback back"]],
  [
    "a script for the browser",
    `callbacksBuilder.scriptTextOutputCallback("window.location.href = '" + ${back} + "';")`,
    ["location back"],
  ],
  [
    "compared with nothing",
    `var u = ${back}; if (u != null && u !== "") nodeState.putShared("successUrl", u)`,
    ["successUrl back"],
  ],
])("an address from the request: %s", (_what, body, expected) => {
  expect(addresses(body)).toEqual(expected);
});

test.each<[string, string]>([
  ["a list decides", `var u = ${back}; if (known.indexOf(u) >= 0) nodeState.putShared("successUrl", u)`],
  [
    "a list decides on what a function gives",
    'function param(name) { return requestParameters.get(name).get(0); } if (known.includes(param("back"))) nodeState.putShared("successUrl", param("back"))',
  ],
  [
    "a function puts it behind a host",
    'function link(name) { return "https://a.example/" + requestParameters.get(name).get(0); } nodeState.putShared("successUrl", link("back"))',
  ],
  ["a list decides on the same text", `if (known.includes(${back})) nodeState.putShared("successUrl", ${back})`],
  [
    "its beginning is looked at",
    `var u = ${back}; if (u.startsWith("https://a.example/")) sharedState.put("successUrl", u)`,
  ],
  ["a pattern decides", `var u = ${back}; if (/^https:/.test(u)) sharedState.put("successUrl", u)`],
  ["it is one known text", `var u = ${back}; if (u === "https://a.example") sharedState.put("successUrl", u)`],
  [
    "a function of the script decides",
    `function ok(u) { return true; } var u = ${back}; if (ok(u)) sharedState.put("successUrl", u)`,
  ],
  ["it chooses among known addresses", `sharedState.put("successUrl", known[${back}])`],
  ["the host is given", `sharedState.put("successUrl", "https://a.example/?to=" + encodeURIComponent(${back}))`],
  ["the host is a variable's", `sharedState.put("successUrl", systemEnv.getProperty("esv.base") + ${back})`],
  ["the path is given", `sharedState.put("successUrl", \`/end?\${${back}}\`)`],
  ["another key", `sharedState.put("wanted", ${back})`],
  ["transient state", `nodeState.putTransient("successUrl", ${back})`],
  ["another statement", `nodeState.putShared("successUrl", "https://a.example"); f(${back})`],
  ["what a function makes of it", `nodeState.putShared("successUrl", lookUp(${back}))`],
  ["a text that the browser shows", `callbacksBuilder.scriptTextOutputCallback("show('" + ${back} + "');")`],
  ["a header", 'nodeState.putShared("successUrl", requestHeaders.get("origin").get(0))'],
  ["a variable that gets another value", `var u = ${back}; u = "/"; nodeState.putShared("successUrl", u)`],
  ["a text", 'nodeState.putShared("successUrl", "requestParameters")'],
])("no address from the request: %s", (_what, body) => {
  expect(addresses(body)).toEqual([]);
});
