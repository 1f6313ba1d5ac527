import { describe, expect, it } from "vitest";
import { outcomeOf, runNode, type Values } from "../../support/run-node.js";

const site = "https://app.example.com";
const named = { "X-OpenAM-Username": "demo" };
const strict = { allowWithoutReferer: false, referrerWhiteList: [site] };
const drive = (properties: Values, headers: Record<string, string | readonly string[]>) =>
  runNode("ZeroPageLoginNode", ["true", "false"], properties, { world: { request: { headers } } });

describe("ZeroPageLoginNode (facts: behaviour.md section 3)", () => {
  it.each<[string, Values, Record<string, string | readonly string[]>, string]>([
    ["no header", {}, {}, "false"],
    ["a name alone", {}, named, "true"],
    ["a password alone", {}, { "X-OpenAM-Password": "x" }, "true"],
    ["an empty name is a name", {}, { "X-OpenAM-Username": "" }, "true"],
    ["other headers", { usernameHeader: "X-U" }, named, "false"],
    ["a referer nobody asks for", {}, { ...named, Referer: "https://evil.test" }, "true"],
    ["a referer nobody asks for, with a list", { referrerWhiteList: [site] }, { ...named, Referer: "x" }, "true"],
    ["no referer where one is wanted", strict, named, "false"],
    ["the listed referer", strict, { ...named, referer: site }, "true"],
    ["a longer address", strict, { ...named, Referer: `${site}/` }, "false"],
    ["an address that begins alike", strict, { ...named, Referer: `${site}.evil.test/` }, "false"],
    ["another case", strict, { ...named, Referer: site.toUpperCase() }, "false"],
    ["one of several referers", strict, { ...named, Referer: ["https://evil.test", site] }, "true"],
    ["an empty list", { allowWithoutReferer: false }, { ...named, Referer: site }, "false"],
  ])("%s", async (_, properties, headers, outcome) => {
    expect(outcomeOf(await drive(properties, headers))).toBe(outcome);
  });

  it("writes nothing when the referer is refused", async () => {
    const run = await drive(strict, { ...named, "X-OpenAM-Password": "x" });
    expect(run.state.shared).not.toHaveProperty("username");
    expect(run.state.transient).toEqual({});
  });

  it("throws for a header that comes twice", async () => {
    const run = await drive({}, { "X-OpenAM-Username": ["demo", "root"] });
    expect(run.status).toBe("error");
  });
});
