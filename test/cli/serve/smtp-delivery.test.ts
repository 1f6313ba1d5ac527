import { afterEach, expect, test } from "vitest";
import { type SmtpDelivery, smtpDelivery } from "../../../src/cli/serve/smtp-delivery.js";
import type { Message } from "../../../src/runtime/world/outbox.js";
import { SmtpCatcher } from "../../support/smtp-catcher.js";

const mail: Message = {
  kind: "email",
  to: "demo@example.com",
  subject: "Réset",
  text: "Follow http://localhost:8080/am/XUI/?suspendedId=1",
  at: Date.parse("2026-03-01T12:00:00Z"),
};

let delivery: SmtpDelivery | undefined;
const problems: string[] = [];

function open(port: number): SmtpDelivery {
  problems.length = 0;
  delivery = smtpDelivery({ host: "127.0.0.1", port }, ({ to }, problem) => problems.push(`${to}: ${problem}`));
  return delivery;
}

afterEach(() => delivery?.close());

test("a mail arrives with subject, text, time and a sender", async () => {
  const catcher = await SmtpCatcher.open();
  await open(catcher.port).deliver(mail);
  const [caught] = catcher.mails;
  expect(caught).toMatchObject({ from: "noreply@localhost", to: ["demo@example.com"] });
  expect(caught?.data).toContain("To: demo@example.com\r\n");
  expect(caught?.data).toContain("Subject: =?UTF-8?Q?R=C3=A9set?=\r\n");
  expect(caught?.data).toContain("Date: Sun, 01 Mar 2026 12:00:00 +0000\r\n");
  expect(caught?.data).toMatch(/Content-Type: text\/plain[\s\S]+http:\/\/localhost:8080\/am\/XUI\/\?suspendedId=/);
  await catcher.close();
});

test("a text with elements is HTML, and the template's sender is taken, unless it is a placeholder", async () => {
  const catcher = await SmtpCatcher.open();
  const { deliver } = open(catcher.port);
  await deliver({ ...mail, text: "<p>Hello</p>", from: "Bank <bank@example.com>" });
  await deliver({ ...mail, from: "&{esv.mail.from}" });
  expect(catcher.mails.map(({ from }) => from)).toEqual(["bank@example.com", "noreply@localhost"]);
  expect(catcher.mails[0]?.data).toMatch(/Content-Type: text\/html/);
  await catcher.close();
});

test("a mail of a template without a text has its link", async () => {
  const catcher = await SmtpCatcher.open();
  const resumeUri = "http://localhost:8080/am/XUI/?suspendedId=1";
  await open(catcher.port).deliver({ kind: "email", to: mail.to, template: "resetPassword", resumeUri, at: mail.at });
  expect(catcher.mails[0]?.data).toMatch(/Subject: resetPassword[\s\S]+suspendedId/);
  await catcher.close();
});

test("line breaks in a subject or an address begin no header and no second recipient", async () => {
  const catcher = await SmtpCatcher.open();
  const { deliver } = open(catcher.port);
  await deliver({ ...mail, subject: "Hello\r\nBcc: other@example.com" });
  await deliver({ ...mail, to: "demo@example.com, other@example.com" }).catch(() => undefined);
  expect(catcher.mails.flatMap(({ to }) => to)).not.toContain("other@example.com");
  expect(catcher.mails[0]?.data).not.toMatch(/^Bcc:/m);
  await catcher.close();
});

test("a server that refuses a mail, or that is not there, is told", async () => {
  const catcher = await SmtpCatcher.open("demo@example.com");
  const { deliver } = open(catcher.port);
  await expect(deliver(mail)).rejects.toThrow("550 no such box");
  expect(problems).toEqual([expect.stringMatching(/^demo@example\.com: .*550 no such box/)]);
  const { port } = catcher;
  await catcher.close();
  delivery?.close();
  await expect(open(port).deliver(mail)).rejects.toThrow("ECONNREFUSED");
  expect(problems).toEqual([expect.stringContaining("ECONNREFUSED")]);
});
