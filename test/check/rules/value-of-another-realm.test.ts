import { describe, expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";
import { checkTogether } from "../../support/check-text.js";

const sso = `journey Sso {
  start -> Saml

  node Saml: "product-Saml2Node" {
    authnContextClassRef: []
    idpEntityId: "https://idp.example.com"
    metaAlias: "/alpha/sp"

    ACCOUNT_EXISTS -> Where
    NO_ACCOUNT -> failure
  }

  node Where: SetSuccessUrl {
    successUrl: "https://login.example.com/enduser/?realm=alpha"

    -> success
  }

  script Decide from "decide.js"
}
`;

function found(text: string, targetRealm?: string): readonly string[] {
  const options = targetRealm === undefined ? {} : { targetRealm };
  return checkTogether([{ language: "journey", text }], options)
    .filter(({ code }) => code === "value-of-another-realm")
    .map(({ message }) => message);
}

describe("value-of-another-realm", () => {
  test("says which values do not follow a journey into another realm", () => {
    expect(found(sso, "bravo")).toEqual([
      'Property "metaAlias" of node "Saml" names realm "alpha", and the journey is for realm "bravo"',
      'Property "successUrl" of node "Where" names realm "alpha", and the journey is for realm "bravo"',
    ]);
  });

  test("is silent about the journey's own realm, and where nobody has named one", () => {
    expect(found(sso, "alpha")).toEqual([]);
    expect(found(sso)).toEqual([]);
  });

  test("is silent about the realm as a parameter", () => {
    expect(found(sso.replaceAll("alpha", "$" + "{realm}"), "alpha")).toEqual([]);
  });

  test("looks into scripts, settings and raw", () => {
    const text = `journey A {
  start -> success

  description: "of [/alpha]"
  raw { tree: { note: "https://x.example.com/?realm=alpha" } }
}
`;
    expect(found(text, "bravo")).toEqual([
      'The `raw` block names realm "alpha", and the journey is for realm "bravo"',
      'Property "description" of the journey names realm "alpha", and the journey is for realm "bravo"',
    ]);
  });
});

describe("a script whose scenarios are for another realm", () => {
  const text = `journey Lookup {
  start -> Look

  script Find {
    file: "find.js"
  }

  node Look: ScriptedDecision {
    script: Find
    outcomes: ["done"]

    done -> success
  }
}

scenario "somebody" of script Find {
  stub openidm query "managed/alpha_user" -> []

  expect outcome "done"
}
`;
  const told = (realm: string, more = "") => {
    const body = `openidm.query("managed/${realm}_user", { _queryFilter: "true" });\n${more}outcome = "done";\n`;
    return checkWithScripts([text], { "find.js": body })
      .filter(({ code }) => code === "value-of-another-realm")
      .map(({ place, help }) => [place.source.slice(place.range), help]);
  };

  test("is told at its call, with the realm of the scenarios", () => {
    expect(told("bravo")).toEqual([
      ["bravo_user", 'Write "alpha" in place of "bravo", unless the other realm is meant.'],
    ]);
  });

  test("is right where it names their realm too", () => {
    expect(told("alpha")).toEqual([]);
    expect(told("bravo", 'openidm.read("managed/alpha_user/1");\n')).toEqual([]);
  });
});

test.each([
  ["managed/alpha_user", "/alpha/sp", 0],
  ["managed/alpha_user", "/bravo/sp", 1],
  ["managed/bravo_user", "/alpha/sp", 1],
  // Elsewhere than in the cloud, users do not say which realm the journey is for.
  ["managed/user", "/bravo/sp", 0],
  ["managed/alpha_user", "/partners/sp", 0],
])("users of %s and the alias %s", (users, alias, count) => {
  const text = sso
    .replace("start -> Saml", `identityResource: "${users}"\n  start -> Saml`)
    .replace("/alpha/sp", alias)
    .replace("/enduser/?realm=alpha", "/enduser/")
    .replace('script Decide from "decide.js"', "");
  const found = checkWithScripts([text], {}).filter(({ code }) => code === "value-of-another-realm");
  expect(found).toHaveLength(count);
});
