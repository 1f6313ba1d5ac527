import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

const text = (outcome: string) => `journey Codes {
  start -> Ask
  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector
    -> Check
  }
  node Check: DataStoreDecision { true -> Code  false -> failure }
  node Code: OathTokenVerifier {
    successOutcome -> success
    failureOutcome -> failure
    ${outcome} -> Offer
  }
  node Offer: MultiFactorRegistrationOptions {
    registerOutcome, getAppOutcome, skipOutcome -> success
    optOutOutcome -> Never
  }
  node Never: OptOutMultiFactorAuthentication { -> success }
}`;

const codes = (outcome: string) =>
  checkTexts(text(outcome))
    .filter(({ severity }) => severity !== "info")
    .map(({ code }) => code);

test("what is said of node state behind an arrow whose outcome is unknown follows from that arrow", () => {
  expect(codes("notRegisteredOutcome")).not.toContain("state-never-written");
  expect(codes('"Not registered"')).toContain("unconnected-outcome");
  expect(codes('"Not registered"').filter((code) => code.startsWith("state-"))).toEqual([]);
});
