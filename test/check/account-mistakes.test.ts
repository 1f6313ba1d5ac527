import { describe, expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.js";
import { checkTexts } from "../support/check-text.js";

const join = `journey Join {
  identityResource: "managed/alpha_user"

  start -> Ask

  page Ask {
    node Name: ValidatedUsername {
      usernameAttribute: "userName"
      validateInput: true
    }

    node Person: AttributeCollector {
      attributesToCollect: ["givenName", "sn", "mail", "preferences/updates"]
      required: true
    }

    node Questions: KbaCreate {
      message: "Choose a question"
    }

    node Password: ValidatedPassword {
      validateInput: true
    }

    -> Create
  }

  node Create: CreateObject {
    CREATED -> Welcome
    FAILURE -> failure
  }

  node Welcome: EmailTemplate {
    emailTemplateName: "welcome"

    EMAIL_SENT, EMAIL_NOT_SENT -> success
  }
}
`;

const login = `journey Login {
  identityResource: "managed/alpha_user"

  start -> Ask

  page Ask {
    node Name: ValidatedUsername
    node Password: ValidatedPassword

    -> Check
  }

  node Check: IdentityStoreDecision {
    minimumPasswordLength: 10

    TRUE -> Often
    FALSE, LOCKED, CANCELLED, EXPIRED -> failure
  }

  node Often: LoginCountDecision {
    identityAttribute: "userName"

    true -> Terms
    false -> Old
  }

  node Old: TimeSinceDecision {
    elapsedTime: "90 days"

    true -> Filter
    false -> success
  }

  node Filter: QueryFilterDecision {
    queryFilter: "/givenName pr and !(/preferences/updates eq true)"

    true -> success
    false -> Directory
  }

  node Terms: TermsAndConditionsDecision {
    identityAttribute: "userName"

    true -> success
    false -> failure
  }

  node Directory: LdapDecision {
    primaryServers: ["a.shop.example:636"]
    secondaryServers: ["b.shop.example:636"]
    accountSearchBaseDn: ["dc=shop"]
    adminDn: "uid=reader,dc=shop"
    userProfileAttribute: "uid"
    searchFilterAttributes: ["uid"]
    ldapConnectionMode: "LDAPS"

    TRUE -> Replay
    FALSE, LOCKED, CANCELLED, EXPIRED -> failure
  }

  node Replay: JwtPasswordReplay {
    encryptionKeySecretLabelIdentifier: "replay"

    -> success
  }
}
`;

function findings(text: string): readonly (readonly [string, string, string | undefined])[] {
  return checkTexts(text)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, help, place: { source, range } }) => [code, source.slice(range), help]);
}

describe("a mistake about accounts and attributes is told once, with its remedy", () => {
  test("the texts have none", () => {
    expect(findings(join)).toEqual([]);
    expect(findings(login)).toEqual([]);
  });

  test.each<[string, string, string, string, string, string, string, boolean]>([
    [
      "the user name under another attribute",
      join,
      'usernameAttribute: "userName"',
      'usernameAttribute: "nickname"',
      "nothing-to-save",
      '"nickname"',
      'Write `usernameAttribute: "userName"` in `Ask.Name`: accounts are created with that.',
      false,
    ],
    [
      "the user name's attribute misspelt",
      join,
      'usernameAttribute: "userName"',
      'usernameAttribute: "username"',
      "misspelt-attribute",
      '"username"',
      'Did you mean "userName"?',
      true,
    ],
    [
      "no user name, which a mail behind needs, too",
      join,
      'node Name: ValidatedUsername {\n      usernameAttribute: "userName"\n      validateInput: true\n    }\n',
      "",
      "nothing-to-save",
      "Create",
      "Ask for the user name before it, with a Platform Username node or an Attribute Collector.",
      false,
    ],
    [
      "no user name, under either of its keys",
      login,
      "node Name: ValidatedUsername\n",
      "",
      "state-never-written",
      "Check",
      'Let a node before it collect or set "username", or correct the setting that names it.',
      false,
    ],
    [
      "an attribute listed twice",
      join,
      '"mail", "preferences/updates"',
      '"mail", "preferences/updates", "mail"',
      "asked-twice",
      '"mail"',
      'Write "mail" once.',
      false,
    ],
    [
      "a member of an attribute behind a full stop",
      join,
      "preferences/updates",
      "preferences.updates",
      "misspelt-attribute",
      '"preferences.updates"',
      'Did you mean "preferences/updates"?',
      true,
    ],
    [
      "pointers in the place of names",
      join,
      '["givenName", "sn", "mail", "preferences/updates"]',
      '["/givenName", "/sn", "/mail", "/preferences/updates"]',
      "misspelt-attribute",
      '"/givenName"',
      'Did you mean "givenName"?',
      true,
    ],
    [
      "an attribute of a filter",
      login,
      "/givenName pr",
      "/firstName pr",
      "misspelt-attribute",
      '"/firstName pr and !(/preferences/updates eq true)"',
      'Did you mean "givenName"?',
      true,
    ],
    [
      "a member in a filter",
      login,
      "/preferences/updates eq",
      "/preferences/update eq",
      "misspelt-attribute",
      '"/givenName pr and !(/preferences/update eq true)"',
      'Did you mean "preferences/updates"?',
      true,
    ],
    [
      "accounts that are looked up by their password",
      login,
      'identityAttribute: "userName"\n\n    true -> Terms',
      'identityAttribute: "password"\n\n    true -> Terms',
      "useless-settings",
      '"password"',
      'Write the attribute that tells who the user is, such as `"userName"` or `"mail"`.',
      false,
    ],
    [
      "a duration as other systems write it",
      login,
      '"90 days"',
      '"P90D"',
      "wrong-value-type",
      '"P90D"',
      'Write `"90 days"`.',
      true,
    ],
    [
      "a duration in months",
      login,
      '"90 days"',
      '"3 months"',
      "wrong-value-type",
      '"3 months"',
      'Write `"90 days"`.',
      true,
    ],
    [
      "a duration without its unit",
      login,
      '"90 days"',
      "90",
      "wrong-value-type",
      "90",
      'Write a text with the unit, such as `"90 days"`: a number alone counts minutes.',
      false,
    ],
    [
      "one server for both lists",
      login,
      "b.shop.example",
      "a.shop.example",
      "equal-settings",
      '["a.shop.example:636"]',
      "Give `secondaryServers` the name that is meant for it.",
      false,
    ],
    [
      "the collector for the decision",
      login,
      ": TermsAndConditionsDecision",
      ": AcceptTermsAndConditions",
      "unknown-property",
      "AcceptTermsAndConditions",
      "Did you mean the type `TermsAndConditionsDecision`? It has `identityAttribute`, `true`, `false`.",
      false,
    ],
    [
      "one store for another, whose settings are all given",
      login,
      ": IdentityStoreDecision",
      ": DataStoreDecision",
      "unknown-property",
      "DataStoreDecision",
      "Did you mean the type `IdentityStoreDecision`? It has `minimumPasswordLength`, `LOCKED`, `CANCELLED`, `EXPIRED`.",
      false,
    ],
    [
      "the check of answers for the question",
      join,
      'node Questions: KbaCreate {\n      message: "Choose a question"\n    }',
      "node Questions: KbaVerify",
      "several-deciding-children",
      "Questions",
      "Move it to the end of the page, or give it a page of its own.",
      false,
    ],
  ])("%s", (_what, right, from, to, code, at, help, isMended) => {
    const wrong = right.replace(from, () => to);
    expect(findings(wrong)).toEqual([[code, at, help]]);
    const [fixed] = applyFixes(checkTexts(wrong));
    expect(fixed?.text ?? wrong).toBe(isMended ? right : wrong);
  });

  test("a deprecated type with an outcome that only its successor has", () => {
    const handler = (type: string) => `journey Social {
  start -> Choose

  node Choose: SelectIdP {
    includeLocalAuthentication: false

    socialAuthentication -> Handle
  }

  node Handle: ${type} {
    script: Profile

    ACCOUNT_EXISTS -> success
    NO_ACCOUNT, SOCIAL_AUTH_INTERRUPTED -> failure
  }

  script Profile {
    body: "normalizedProfile"
    context: "SOCIAL_IDP_PROFILE_TRANSFORMATION"
  }
}
`;
    const told = findings(handler("SocialProviderHandler")).filter(([, at]) => at === "SocialProviderHandler");
    expect(told).toEqual([
      [
        "unknown-outcome",
        "SocialProviderHandler",
        "Did you mean the type `SocialProviderHandlerNodeV2`? It has `SOCIAL_AUTH_INTERRUPTED`.",
      ],
    ]);
  });

  test("the answer of a social provider is expected on the outcome that chose one alone", () => {
    const social = (first: string, second: string) => `journey Social {
  start -> Choose

  page Choose {
    node Provider: SelectIdP

    ${first} -> success
    ${second} -> Handle
  }

  node Handle: SocialProviderHandlerNodeV2 {
    script: absent

    ACCOUNT_EXISTS, NO_ACCOUNT, SOCIAL_AUTH_INTERRUPTED -> failure
  }
}
`;
    const told = (text: string) => findings(text).map(([code]) => code);
    expect(told(social("localAuthentication", "socialAuthentication"))).not.toContain("contrary-outcome");
    expect(told(social("socialAuthentication", "localAuthentication"))).toContain("contrary-outcome");
  });
});
