import { describe, expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";

const journey = (node: string, arrows = "-> success") => `journey Shop {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Next
    false -> failure
  }

  node Next: ${node} {
    ${arrows}
  }
}
`;

function found(text: string): readonly string[] {
  return checkTexts(text)
    .filter(({ code }) => code === "useless-settings")
    .map(({ message, place: { source, range } }) => `${source.slice(range)}: ${message}`);
}

describe("useless-settings", () => {
  test("an empty map that is all a node has", () => {
    expect(found(journey("SetState"))).toEqual(['Next: Node "Next" sets nothing, with `attributes: {}`']);
    expect(found(journey("SetState", 'attributes: { channel: "shop" }\n-> success'))).toEqual([]);
  });

  test("one of several things that a node may set is enough", () => {
    expect(found(journey("SetSessionProperties"))).toHaveLength(1);
    expect(found(journey("SetSessionProperties", "maxSessionTime: 60\n-> success"))).toEqual([]);
  });

  test("two settings that only together are of no use", () => {
    const both = "deviceMetadata: false\ndeviceLocation: false\n-> success";
    expect(found(journey("DeviceProfileCollector", both))).toEqual([
      'false: Node "Next" collects nothing, with `deviceMetadata: false` and `deviceLocation: false`',
    ]);
    expect(found(journey("DeviceProfileCollector", "deviceMetadata: false\ndeviceLocation: true\n-> success"))).toEqual(
      [],
    );
  });

  test("a number that is out of all use, and one that is only unusual", () => {
    const wait = (seconds: string) => found(journey("PollingWait", `secondsToWait: ${seconds}\nDONE -> success`));
    expect(wait("8000")).toHaveLength(1);
    expect(wait("0")).toHaveLength(1);
    expect(wait("1")).toEqual([]);
    expect(wait("600")).toEqual([]);
  });

  test("minutes that are meant as milliseconds", () => {
    const last = (minutes: number) =>
      found(journey("UpdateJourneyTimeout", `operation: "SET"\nvalue: ${minutes}\n-> success`));
    expect(last(600_000)).toEqual([
      '600000: Node "Next" lets the journey last for more than a month, with `operation: "SET"` and `value: 600000`',
    ]);
    expect(last(10_080)).toEqual([]);
  });

  test("seconds that are meant as milliseconds, and milliseconds that are meant as seconds, with the amount", () => {
    const helps = (node: string, arrows: string) =>
      checkTexts(journey(node, arrows)).flatMap(({ code, help }) => (code === "useless-settings" ? [help] : []));
    const bind = (timeout: number) =>
      helps(
        "DeviceBinding",
        `timeout: ${timeout}\napplicationIds: ["a"]\nsuccess, failure, Unsupported, Abort, Timeout -> success`,
      );
    expect(bind(90_000)).toEqual(["`timeout` counts seconds: write how many users have. `90` are 90000 milliseconds."]);
    expect(bind(900)).toEqual([]);
    expect(bind(4321)).toEqual(["`timeout` counts seconds: write how many users have."]);
    const answer = (milliseconds: number) =>
      helps(
        "TypingDNADecision",
        `apiKey: "&{esv.typing.key}"\nrequestTimeout: ${milliseconds}\nENROLL, INITIAL_ENROLLMENT_COMPLETE, RETRY, MATCH, NO_MATCH, FAIL -> success`,
      );
    expect(answer(8)).toEqual([
      "`requestTimeout` counts milliseconds: write how many the service has. `8000` are 8 seconds.",
    ]);
    expect(answer(800)).toEqual([]);
  });

  test("a port that takes another connection than is set, and one that is nobody's", () => {
    const directory = (servers: string, mode: string) =>
      found(
        journey(
          "LdapDecision",
          `primaryServers: ${servers}
          accountSearchBaseDn: ["dc=shop"]
          adminDn: "uid=reader"
          userProfileAttribute: "uid"
          searchFilterAttributes: ["uid"]
          ${mode}
          TRUE, FALSE, LOCKED, CANCELLED, EXPIRED -> success`,
        ),
      );
    expect(directory('["a.example.com:636"]', "")).toEqual([
      '["a.example.com:636"]: Node "Next" speaks plain LDAP to port 636, on which directories take LDAPS, with `ldapConnectionMode: "LDAP"` and `primaryServers: ["a.example.com:636"]`',
    ]);
    expect(directory('["a.example.com:389"]', 'ldapConnectionMode: "LDAPS"')).toHaveLength(1);
    expect(directory('["a.example.com:636"]', 'ldapConnectionMode: "START_TLS"')).toHaveLength(1);
    expect(directory('["a.example.com:636"]', 'ldapConnectionMode: "LDAPS"')).toEqual([]);
    expect(directory('["a.example.com:389"]', 'ldapConnectionMode: "START_TLS"')).toEqual([]);
    expect(directory('["a.example.com:1636"]', "")).toEqual([]);
    expect(directory('["a.example.com:636", "b.example.com:1389"]', "")).toEqual([]);
  });

  test("a text that says nothing, where only together with a switch it is of no use", () => {
    const arrows =
      "success -> success\nfailure, noDeviceRegistered, keyNotFound, Unsupported, Abort, Timeout, ClientNotRegistered -> failure";
    const sign = (settings: string) =>
      found(journey("DeviceSigningVerifier", `applicationIds: ["app"]\n${settings}\n${arrows}`));
    expect(sign("challenge: false")).toEqual([
      'false: Node "Next" has nothing to let the device sign, with `challenge: false` and no `sharedStateAttribute`',
    ]);
    expect(sign('challenge: false\nsharedStateAttribute: "order"')).toEqual([]);
    expect(sign("challenge: true")).toEqual([]);
  });

  test("what is left to another node that does not come", () => {
    const oath = (settings: string, behind: string) =>
      found(`${journey("OathRegistration", `${settings}\nsuccessOutcome -> Last\nfailureOutcome -> failure`).trimEnd().slice(0, -1)}
  node Last: ${behind}
}
`);
    const verify = `OathTokenVerifier {
    successOutcome -> success
    failureOutcome, notRegisteredOutcome -> failure
  }`;
    const store = `OathDeviceStorage {
    successOutcome -> success
    failureOutcome -> failure
  }`;
    expect(oath("postponeDeviceProfileStorage: true", verify)).toEqual([
      'true: Node "Next" leaves its device to a node behind it to be stored, and none stores it, with `postponeDeviceProfileStorage: true`',
    ]);
    expect(oath("postponeDeviceProfileStorage: true", store)).toEqual([]);
    expect(oath("postponeDeviceProfileStorage: false", verify)).toEqual([]);
    const inner = 'InnerTreeEvaluator {\n    tree: "Store"\n    true -> success\n    false -> failure\n  }';
    expect(oath("postponeDeviceProfileStorage: true", inner)).toEqual([]);
  });

  test("a number on the phone that only a node which waits for the push shows", () => {
    const push = (wait: string, settings = 'pushType: "CHALLENGE"', first = "Ask") =>
      found(`${journey("PushAuthenticationSender", `${settings}\nSENT -> Wait\nNOT_REGISTERED, SKIPPED -> failure`)
        .replace("start -> Ask", `start -> ${first}`)
        .trimEnd()
        .slice(0, -1)}
  page Wait {
    node Poll: ${wait}

    DONE -> Result
    EXITED -> failure
  }

  node Result: PushResultVerifier {
    TRUE -> success
    FALSE, EXPIRED -> failure
    WAITING -> Wait
  }
}
`);
    expect(push("PollingWait { exitable: true }")).toEqual([
      '"CHALLENGE": Node "Next" asks on the phone for a number that no node behind it shows, with `pushType: "CHALLENGE"`',
    ]);
    expect(push("PushWait")).toEqual([]);
    expect(push("PollingWait { exitable: true }", "")).toEqual([]);
    // For journeys that run this one, it is too late to show it.
    expect(push("PollingWait { exitable: true }", undefined, "Next")).toHaveLength(1);
  });

  test("what a variable holds is not known", () => {
    expect(found(journey("PollingWait", 'secondsToWait: { "$int": "&{esv.wait}" }\nDONE -> success'))).toEqual([]);
  });

  const mtls = (mode: string) => `primaryServers: ["a.example.com"]
    accountSearchBaseDn: ["dc=shop"]
    userProfileAttribute: "uid"
    searchFilterAttributes: ["uid"]
    mtlsEnabled: true
    mtlsSecretLabel: "shop"
    ldapConnectionMode: "${mode}"
    TRUE, FALSE, LOCKED, CANCELLED, EXPIRED -> success`;
  const certificate = (settings: string) => `${settings}
    TRUE, FALSE, NOT_FOUND, EXPIRED, PATH_VALIDATION_FAILED, REVOKED -> success`;
  const account = (settings: string) => `${settings}\ntrue, false -> success`;
  const token = (settings: string) => `idTokenIssuer: "a"
    audienceName: "b"
    authorisedParties: ["c"]
    script: absent
    ${settings}
    true, false -> success`;

  test.each([
    [
      "LdapDecision",
      mtls("START_TLS"),
      mtls("LDAPS"),
      "asks for mTLS together with StartTLS, which the platform refuses",
    ],
    ["ADDecision", mtls("LDAP"), mtls("LDAPS"), "asks for mTLS on a plain connection, which the platform refuses"],
    [
      "AttributeValueDecision",
      account('comparisonAttribute: "city"\ncomparisonValue: "Bonn"\ncomparisonOperation: "PRESENT"'),
      account('comparisonAttribute: "city"\ncomparisonOperation: "PRESENT"'),
      "does not look at the value",
    ],
    [
      "ZeroPageLogin",
      account('referrerWhiteList: ["https://portal.example.com/"]'),
      account('referrerWhiteList: ["https://portal.example.com/"]\nallowWithoutReferer: false'),
      "does not look at the list of referers",
    ],
    [
      "product-CertificateUserExtractor",
      'otherCertificateAttributeToProfileMapping: "serialNumber"\ncertificateAttributeToProfileMapping: "SUBJECT_CN"\nEXTRACTED, NOT_EXTRACTED -> success',
      'otherCertificateAttributeToProfileMapping: "serialNumber"\ncertificateAttributeToProfileMapping: "OTHER"\nEXTRACTED, NOT_EXTRACTED -> success',
      "does not look at the other attribute",
    ],
    [
      "product-CertificateValidation",
      certificate("matchCertificateInLdap: false\ncheckCertificateExpiry: false"),
      certificate("checkCertificateExpiry: true"),
      'takes outcome "TRUE" for each certificate',
    ],
    [
      "TimeSinceDecision",
      account('elapsedTime: "7776000"'),
      account('elapsedTime: "5184000 seconds"'),
      'takes outcome "true" for no account that is younger than ten years',
    ],
    [
      "SetSessionProperties",
      'properties: { "brand": "shop", "AuthLevel": "5" }\n-> success',
      'properties: { "brand": "shop", "level": "5" }\n-> success',
      "names a property of the session that only the platform sets",
    ],
    [
      "RemoveSessionProperties",
      'propertyNames: ["UserToken"]\n-> success',
      'propertyNames: ["brand"]\n-> success',
      "names a property of the session that only the platform sets",
    ],
    [
      "OidcNode",
      token('oidcValidationType: "WELL_KNOWN_URL"\noidcValidationValue: "https://shop.example.com"'),
      token('oidcValidationValue: "https://shop.example.com/.well-known/openid-configuration"'),
      "looks for the configuration of the provider at an address that is not that of one",
    ],
    [
      "OidcNode",
      token(
        'oidcValidationType: "JWK_URL"\noidcValidationValue: "https://shop.example.com/.well-known/openid-configuration"',
      ),
      token('oidcValidationType: "JWK_URL"\noidcValidationValue: "https://shop.example.com/keys"'),
      "looks for keys at the address of the provider's configuration",
    ],
  ])("settings of %s that do not go together", (type, wrong, right, effect) => {
    expect(found(journey(type, wrong)).map((message) => message.includes(`Node "Next" ${effect}`))).toEqual([true]);
    expect(found(journey(type, right))).toEqual([]);
  });

  test.each([
    ["AcceptTermsAndConditions", "", "asks for a consent that nothing behind it saves"],
    ["ConsentNode", 'message: "May we?"', "asks for a consent that nothing behind it saves"],
    ["KbaCreate", 'message: "Choose"', "asks for answers that nothing behind it saves"],
  ])("what %s asks for must be saved", (type, settings, effect) => {
    const save = "node Save: PatchObject {\n    PATCHED, FAILURE -> success\n  }";
    const text = journey(type, `${settings}\n-> Save`).replace(/\}\n$/, `  ${save}\n}\n`);
    expect(found(journey(type, settings === "" ? undefined : `${settings}\n-> success`))).toEqual([
      `Next: Node "Next" ${effect}`,
    ]);
    expect(found(text)).toEqual([]);
    // That nothing leads to the node which saves is told there.
    expect(found(text.replace("-> Save", "-> success"))).toEqual([]);
  });
});
