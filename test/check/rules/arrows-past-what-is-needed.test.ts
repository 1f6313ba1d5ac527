import { expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";

const push = (waiting: string) => `journey Push {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Send
    false -> failure
  }

  node Send: PushAuthenticationSender {
    SENT -> Wait
    NOT_REGISTERED, SKIPPED -> failure
  }

  node Wait: PushWait {
    secondsToWait: 5

    DONE -> Answer
    EXITED -> failure
  }

  node Answer: PushResultVerifier {
    TRUE -> success
    FALSE, EXPIRED -> failure
    WAITING -> ${waiting}
  }
}
`;

const signOn = (known: string, identified: string) => `journey Desk {
  start -> Name

  page Name {
    node Name: UsernameCollector

    -> Session
  }

  node Session: TimeSinceDecision {
    identityAttribute: "userName"
    elapsedTime: "7 days"

    true -> ${known}
    false -> ${identified}
  }

  page Secret {
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Count
    false -> failure
  }

  node Count: Meter {
    metricKey: "desk"

    -> success
  }
}
`;

test.each([
  [
    "a loop past the wait that was made for it",
    push("Answer"),
    "loop-without-question",
    "Did you mean `Answer.WAITING -> Wait`?",
  ],
  [
    "a way past the check of the password",
    signOn("Count", "Secret"),
    "success-without-credential",
    "Did you mean `Session.true -> Check`?",
  ],
  [
    "a way past the check to the other outcome",
    signOn("Secret", "Count"),
    "success-without-credential",
    "Did you mean `Session.false -> Check`?",
  ],
])("%s", (_, text, code, help) => {
  const told = checkTexts(text).filter(({ severity }) => severity !== "info");
  expect(told.map((each) => [each.code, each.help])).toEqual([[code, help]]);
});

test("a way past two checks has general advice", () => {
  const text = signOn("Count", "Secret")
    .replace("false -> failure", "false -> More")
    .replace(
      "  node Count",
      '  node More: LdapDecision { primaryServers: ["ldap.example:389"] accountSearchBaseDn: ["o=a"] TRUE -> Count FALSE, LOCKED, EXPIRED, CANCELLED -> failure }\n\n  node Count',
    );
  const [found] = checkTexts(text).filter(({ code }) => code === "success-without-credential");
  expect(found?.help).toMatch(/^Check a credential on this path/);
});
