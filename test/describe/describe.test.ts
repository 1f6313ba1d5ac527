import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkModel } from "../../src/check/check-model.js";
import { describeInPages, describeJourneys } from "../../src/describe/describe.js";
import { describeModel } from "../../src/describe/describe-model.js";
import { findRequirements } from "../../src/requires/find-requirements.js";
import { runCommand } from "../support/fake-host.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { bindText, projectRoot } from "../support/read-project.js";

function described(text: string) {
  const { model, diagnostics } = bindText(text);
  return describeModel(model, checkModel({ model, diagnostics, parsed: [] }));
}

function page(text: string, format: "markdown" | "html" = "markdown"): string {
  const { model } = bindText(text);
  return describeJourneys(model, [], { format });
}

const codeByMail = `
journey Code "Code" {
  description: "A code by mail. Nothing else."
  innerTreeOnly: true
  start -> Make

  node Make: OneTimePasswordGenerator { -> Send }

  node Send: OneTimePasswordSmtpSender {
    hostName: "&{esv.smtp.host}"
    username: "&{esv.smtp.user}"
    fromEmailAddress: "a@example.com"
    password: "never shown"
    emailSubject.de: "Ihr Code"
    emailSubject.en: "Your code"
    -> Ask
  }

  page Ask {
    pageHeader: "Code"
    node Code: OneTimePasswordCollectorDecision { passwordExpiryTime: 7 }

    true -> success
    false -> Count
  }

  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
}

journey Login {
  start -> Inner
  node Inner: InnerTreeEvaluator { tree: "Code" true -> success false -> failure }
}
`;

describe("the description of a journey", () => {
  test("tells settings that differ from defaults, and of secrets only that there are some", () => {
    const [code] = described(codeByMail).journeys;
    const settings = new Map(code!.nodes.map(({ label, settings: list }) => [label, list]));
    expect(settings.get("Count")).toEqual([]);
    expect(settings.get("Send")?.map(({ name }) => name)).toContain("emailSubject.de");
    expect(settings.get("Send")).toContainEqual({ name: "password", value: { kind: "secret" } });
    expect(page(codeByMail)).not.toContain("never shown");
    expect(page(codeByMail, "html")).not.toContain("never shown");
    const [inner] = code!.nodes.find(({ label }) => label === "Ask")!.children;
    expect(inner?.settings).toEqual([{ name: "passwordExpiryTime", value: { kind: "value", text: "7" } }]);
  });

  test("tells what is shown and what comes next, past what nobody sees", () => {
    const [code] = described(codeByMail).journeys;
    expect(code?.screens).toEqual([
      {
        node: "Ask",
        kind: "page",
        inner: undefined,
        texts: [{ property: "pageHeader", text: "Code", otherLocales: [] }],
        parts: [{ label: "Code", callbacks: ["PasswordCallback"], items: [], texts: [] }],
        next: [
          { outcomes: ["True"], targets: [{ kind: "success" }] },
          { outcomes: ["False"], targets: [{ kind: "screen", node: "Ask" }, { kind: "failure" }] },
        ],
      },
    ]);
  });

  test("tells texts that have no locales", () => {
    const text = `
journey Choose {
  start -> How
  node How: ChoiceCollector { choices: ["Mail", "Phone"] defaultChoice: "Mail" prompt: "How shall we reach you?" Mail, Phone -> success }
}`;
    const [screen] = described(text).journeys[0]!.screens;
    expect(screen?.parts[0]?.texts).toEqual([
      { property: "prompt", text: "How shall we reach you?", otherLocales: [] },
    ]);
    expect(page(text)).toContain("How shall we reach you?");
  });

  test("tells ways by which every outcome is taken, and what every way passes", () => {
    const { success, failure } = described(codeByMail).journeys[0]!.ends;
    const told = (ways: typeof success) =>
      ways.ways.map((way) => way.map(({ node, outcome }) => (outcome === "" ? node : `${node}.${outcome}`)).join(" "));
    expect(told(success)).toEqual(["Make Send Ask.True", "Make Send Ask.False Count.Retry Ask.True"]);
    expect(told(failure)).toEqual([
      "Make Send Ask.False Count.Reject",
      "Make Send Ask.False Count.Retry Ask.False Count.Reject",
    ]);
    expect([success.needed, failure.needed]).toEqual([
      ["Make", "Send", "Ask"],
      ["Make", "Send", "Ask", "Count"],
    ]);
  });

  test("tells mails, needs, callers and calls", () => {
    const { journeys } = described(codeByMail);
    const [code, login] = journeys;
    expect(code?.messages).toEqual([
      {
        node: "Send",
        typeName: "OTP Email Sender",
        template: undefined,
        subject: { property: "emailSubject", text: "Your code", otherLocales: ["de"] },
        suspends: false,
      },
    ]);
    expect(code?.needs.map(({ kind, id, usedBy }) => [kind, id, usedBy])).toEqual([
      ["variable", "esv-smtp-host", ["Send"]],
      ["variable", "esv-smtp-user", ["Send"]],
    ]);
    expect(code?.callers).toEqual([{ journey: "Login", nodes: ["Inner"] }]);
    expect(login?.calls).toEqual([{ node: "Inner", inner: "Code", isEvaluated: true, isHere: true }]);
    expect(code?.traits.isInnerOnly).toBe(true);
  });

  test("tells all that requires lists, also scripts and inner journeys that are elsewhere", () => {
    const text = `
journey Outer {
  start -> Decide
  node Decide: ScriptedDecision { script: "0f8a0f5e-0000-4000-8000-000000000001" outcomes: ["a"] a -> Elsewhere }
  node Elsewhere: InnerTreeEvaluator { tree: "Elsewhere" true -> Here false -> failure }
  node Here: InnerTreeEvaluator { tree: "Here" true -> success false -> failure }
}

journey Here { start -> success }
`;
    const { model } = bindText(text);
    const [, outer] = describeModel(model, []).journeys;
    const told = outer?.needs.map(({ kind, id, provided }) => [kind, id, provided]);
    expect(told).toEqual(findRequirements(model).map(({ kind, id, provided }) => [kind, id, provided]));
    expect(told).toEqual([
      ["script", "0f8a0f5e-0000-4000-8000-000000000001", false],
      ["journey", "Elsewhere", false],
      ["journey", "Here", true],
    ]);
    expect(outer?.needs.map(({ usedBy }) => usedBy)).toEqual([["Decide"], ["Elsewhere"], ["Here"]]);
    const section = /## What the tenant must have\n([\s\S]*?)\n## /.exec(page(text))?.[1] ?? "";
    expect(section).toMatch(/Script.*0f8a0f5e/);
    expect(section).toMatch(/Journey.*Elsewhere/);
  });

  test("tells what scripts do, and what their texts do not show", () => {
    const text = `
journey Risk {
  start -> Decide
  node Decide: ScriptedDecision { script: Decide outcomes: ["low", "high"] low -> success high -> failure }
  script Decide { file: "decide.js" evaluatorVersion: "2.0" }
}`;
    const facts = (script: string) => {
      const { model } = bindText(text, { readText: () => ({ text: script }) });
      return describeModel(model, []).journeys[0]?.scripts[0]?.facts;
    };
    const known = facts(
      'nodeState.putShared("risk", nodeState.get("ip")); httpClient.send("https://risk.example.com/" + 1, {});' +
        ' if (requestHeaders.get("x-a")) { action.goTo("high"); } else { action.goTo("low"); }',
    );
    expect(known).toMatchObject({
      outcomes: { names: ["high", "low"], hasOthers: false },
      stateRead: { names: ["ip"], hasOthers: false },
      stateWritten: { names: ["risk"], hasOthers: false },
      requestValues: { names: ["header x-a"], hasOthers: false },
      calls: ["httpClient.send"],
    });
    expect(known?.requests[0]).toMatch(/^https:\/\/risk\.example\.com\//);
    expect(facts('var a = "lo" + key(); action.goTo(a); nodeState.get(a);')).toMatchObject({
      outcomes: { names: [], hasOthers: true },
      stateRead: { names: [], hasOthers: true },
    });
    expect(facts("this is no script")).toBeUndefined();
  });

  test("says of two nodes with one title which is which", () => {
    const [journey] = described(
      'journey J { start -> A node A: Meter "Same" { metricKey: "a" -> B } node B: Meter "Same" { metricKey: "b" -> success } }',
    ).journeys;
    expect(journey?.nodes.map(({ label }) => label)).toEqual(["Same (A)", "Same (B)"]);
  });
});

describe("a page", () => {
  test("has nothing of a journey's texts as markup", () => {
    const evil = '</title><script>alert(1)</script> | *b* [x](javascript:y) `t` @all ![i](h) \\" -- <img src=x>';
    const text = `journey J ${JSON.stringify(evil)} {
  description: ${JSON.stringify(evil)}
  start -> A
  node A: Message ${JSON.stringify(evil)} { message: ${JSON.stringify(evil)} true -> success false -> failure }
}`;
    const html = page(text, "html");
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
    const markdown = page(text).replace(/```mermaid[\s\S]*?```/g, "");
    // What stands in code is no markup.
    const prose = markdown.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "code");
    expect(prose).not.toMatch(/<|(?<!\\)\*b|(?<!\\)\[x|@all/);
  });

  test("of several journeys begins with an index, whose links lead to the pages", () => {
    const { model } = bindText(codeByMail);
    for (const format of ["markdown", "html"] as const) {
      const pages = new Map(describeInPages(model, [], { format }));
      const extension = format === "markdown" ? "md" : "html";
      expect([...pages.keys()]).toEqual([`index.${extension}`, `Code.${extension}`, `Login.${extension}`]);
      const links = [...pages.values()].flatMap((each) =>
        [...each.matchAll(/\]\(([^)]+)\)|href="([^"]+)"/g)].map(([, left, right]) =>
          decodeURIComponent(left ?? right ?? ""),
        ),
      );
      expect(links.length).toBeGreaterThan(3);
      expect(links.filter((link) => !pages.has(link))).toEqual([]);
    }
  });

  test("of a journey called index, or with a name that no file may have, has a file of its own", () => {
    const { model } = bindText('journey A "index" { start -> success } journey B "a/#b?" { start -> success }');
    const pages = new Map(describeInPages(model, [], { format: "markdown" }));
    expect([...pages.keys()]).toEqual(["index.md", "a%2F#b%3F.md", "%69ndex.md"]);
    const links = [...(pages.get("index.md") ?? "").matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) =>
      decodeURIComponent(link),
    );
    expect(links).toEqual(["a%2F#b%3F.md", "%69ndex.md"]);
  });
});

test("docs/describe.md shows what the page of the example says", async () => {
  const [block] = fencedBlocks(readFileSync(join(projectRoot, "docs", "describe.md"), "utf8")).filter(
    ({ language }) => language === "markdown",
  );
  const run = await runCommand(projectRoot, ["describe", "examples/reset-password"]);
  expect(run).toMatchObject({ code: 0, talk: "" });
  expect(run.output).toContain(block?.text);
});
