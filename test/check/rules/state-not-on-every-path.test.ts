import { expect, test } from "vitest";
import { checkTexts, messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

const find = (id: string) => `node ${id}: IdentifyExistingUser {
    identityAttribute: "mail"

    true -> success
    false -> Ask
  }`;
const ask = (target: string) => `page Ask {
    node Mail: AttributeCollector {
      attributesToCollect: ["mail"]
    }

    -> ${target}
  }`;
const found = (body: string) => messagesOf("state-not-on-every-path", `journey J {\n  ${body}\n}\n`);

test("a journey that looks for the user first and asks only then was given the user", () => {
  expect(found(`start -> Find\n  ${find("Find")}\n  ${ask("Find")}`)).toEqual([]);
});

test("so was one that first does something else in silence", () => {
  const first = 'node Cookie: CookiePresenceDecision { cookieName: "c"\n true, false -> Find }';
  expect(found(`start -> Cookie\n  ${first}\n  ${find("Find")}\n  ${ask("Cookie")}`)).toEqual([]);
});

test("one that asks on one way to the node and not on another was not", () => {
  const first = 'node Cookie: CookiePresenceDecision { cookieName: "c"\n true -> Find\n false -> Ask }';
  expect(found(`start -> Cookie\n  ${first}\n  ${find("Find")}\n  ${ask("Find")}`)).toEqual([
    'Node "Find" needs "mail", but on one path nothing writes it: start -> Cookie (true) -> Find',
  ]);
});

test("where every way to the node lacks the key at first, nothing before it writes it", () => {
  const first = "node Secret: PasswordCollector { -> Find }";
  const body = `start -> Secret\n  ${first}\n  ${find("Find")}\n  ${ask("Find")}`;
  expect(found(body)).toEqual([]);
  expect(messagesOf("state-never-written", `journey J {\n  ${body}\n}\n`)).toEqual([
    'Node "Find" needs "mail", but nothing before it writes it',
  ]);
});

/** What the short settings of the servers lead to. */
const aboutServers: ReadonlySet<string> = new Set(["deprecated-property", "useless-settings"]);

const twoWays = (mail: string, sms: string) => `${asksForCredentials}
  node Check: DataStoreDecision { true -> Which false -> failure }
  node Which: ChoiceCollector { choices: ["mail", "sms"] defaultChoice: "mail" prompt: "Which?" mail -> ${mail} sms -> ${sms} }
  node NewMailCode: OneTimePasswordGenerator { -> SendMail }
  node NewSmsCode: OneTimePasswordGenerator { -> SendSms }
  node SendMail: OneTimePasswordSmtpSender { hostName: "mail.example" username: "a" password: "&{esv.mail.password}" fromEmailAddress: "a@b.example" -> Code }
  node SendSms: OneTimePasswordSmsSender { hostName: "sms.example" username: "a" password: "&{esv.mail.password}" fromEmailAddress: "a@b.example" -> Code }
  page Code { node Digits: OneTimePasswordCollectorDecision { passwordExpiryTime: 5 } true -> success false -> Again }
  node Again: RetryLimitDecision { Retry -> ${mail === "SendMail" ? "NewMailCode" : "NewSmsCode"} Reject -> failure }
}`;

test.each([
  ["SendMail", "NewSmsCode", "Which.mail -> NewMailCode"],
  ["NewMailCode", "SendSms", "Which.sms -> NewSmsCode"],
])("of two nodes that make a code, the one before the sender is meant: %s, %s", (mail, sms, arrow) => {
  const told = checkTexts(twoWays(mail, sms)).filter(({ code }) => !aboutServers.has(code));
  expect(told.map(({ code, severity, help }) => [code, severity, help])).toEqual([
    ["state-not-on-every-path", "warning", `Did you mean \`${arrow}\`?`],
  ]);
});
