import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { runCommand } from "../support/fake-host.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const success = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
const mailId = "11111111-1111-4111-8111-111111111111";

const json = (value: Json) => JSON.stringify(value, null, 2);

/** A journey that sends a mail, in the layout of fr-config-manager, with the template that it names. */
function mailFolder(template: string, texts: Readonly<Record<string, string>>, members: Json): Record<string, string> {
  const journey = "realms/alpha/journeys/Mail";
  const folder = `email-templates/${template}`;
  return {
    [`${journey}/Mail.json`]: json({
      _id: "Mail",
      entryNodeId: mailId,
      identityResource: "managed/alpha_user",
      nodes: {
        [mailId]: {
          connections: { outcome: success },
          displayName: "Send",
          nodeType: "EmailSuspendNode",
          version: "1.0",
        },
      },
    }),
    [`${journey}/nodes/Send - ${mailId}.json`]: json({
      _id: mailId,
      _outcomes: [{ displayName: "Outcome", id: "outcome" }],
      _type: { _id: "EmailSuspendNode", collection: true, name: "Email Suspend Node", version: "1.0" },
      emailAttribute: "mail",
      emailSuspendMessage: { en: "Sent" },
      emailTemplateName: template,
      identityAttribute: "mail",
      objectLookup: false,
    }),
    [`${folder}/${template}.json`]: json({ _id: `emailTemplate/${template}`, ...(members as object) }),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text])),
  };
}

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
    cwd: folder,
    encoding: "utf8",
  });

describe("e-mail templates of fr-config-manager", () => {
  const welcome = mailFolder(
    "welcome",
    { "welcome.en.html": "<h1>Welcome</h1>", "welcome.en.md": "# Welcome", "welcome.css": "body {}\n" },
    {
      html: { en: { file: "welcome.en.html" } },
      message: { en: { file: "welcome.en.md" } },
      styles: { file: "welcome.css" },
      subject: { en: "Welcome" },
    },
  );

  test("are imported with the texts and styles that lie beside them", async () => {
    const folder = temporaryFolder(welcome);
    const checked = await runCommand(folder, ["check", "."]);
    expect(checked.talk + checked.output).not.toMatch(/missing-text-file/);
    const imported = await runCommand(folder, ["import", ".", "--out", "texts"]);
    expect([imported.code, imported.talk]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(join(folder, "texts/resources/welcome.json"), "utf8"))).toEqual({
      _id: "emailTemplate/welcome",
      html: { en: "<h1>Welcome</h1>" },
      message: { en: "# Welcome" },
      styles: "body {}\n",
      subject: { en: "Welcome" },
    });
  });

  test("are read from a revision of git in the same way", async () => {
    const folder = temporaryFolder(welcome);
    git(folder, "init", "--quiet");
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", "as pulled");
    const same = await runCommand(folder, ["diff", "--git", "HEAD", "."]);
    expect([same.code, same.talk]).toEqual([0, ""]);
  });
});
