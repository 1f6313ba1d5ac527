import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { writeHtml } from "../../../src/write/graph/html.js";
import { pageScript, pageScriptHash } from "../../../src/write/graph/page-script.js";
import { resetPassword } from "../../support/reset-password.js";
import { hostileJourney } from "./hostile-journey.js";

describe("writeHtml", () => {
  it("allows its own script and nothing else to run, and no network", () => {
    expect(pageScriptHash).toBe(`sha256-${createHash("sha256").update(pageScript).digest("base64")}`);
    const html = writeHtml(resetPassword());
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; script-src '${pageScriptHash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html.match(/https?:\/\/[^"' ]+/g)).toEqual(["http://www.w3.org/2000/svg"]);
    expect(html).not.toMatch(/\ssrc=|\shref=|\son[a-z]+=/);
  });

  it("holds the settings of each node as data", () => {
    const data = /<script type="application\/json" id="journey-data">(.*)<\/script>/.exec(writeHtml(resetPassword()));
    const facts = JSON.parse(data![1]!);
    expect(facts[2]).toMatchObject({
      title: "Find User",
      name: "FindUser",
      type: "IdentifyExistingUserNode 1.0",
      settings: [
        ["identifier", "userName"],
        ["identityAttribute", "mail"],
      ],
      outcomes: [
        ["true", "SendLink"],
        ["false", "SendLink"],
      ],
    });
    expect(facts[1].children[0]).toMatchObject({ name: "AskEmail.Email", outcomes: [] });
  });

  it("has two scripts, whatever names and settings say", () => {
    const html = writeHtml(hostileJourney());
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(html).not.toContain("<img");
  });
});
