import { describe, expect, test } from "vitest";
import { bareRealm } from "../../src/model/realm.js";
import { realmsIn } from "../../src/model/realm-values.js";

describe("the realms that a text names", () => {
  test.each<[string, string | undefined, readonly string[]]>([
    ["/alpha/sp", "metaAlias", ["alpha"]],
    ["/alpha/sp", "description", []],
    ["/sp", "metaAlias", []],
    ["https://login.example.com/enduser/?realm=alpha", undefined, ["alpha"]],
    ["https://login.example.com/?goto=x&realm=/alpha#top", undefined, ["alpha"]],
    ["https://login.example.com/?realm=%2Falpha&x=1", undefined, ["alpha"]],
    ["https://login.example.com/?subrealm=alpha", undefined, []],
    ["https://login.example.com/?realm=&{esv.realm}", undefined, []],
    ["Gateway [/alpha]", "igCommConfigName", ["alpha"]],
    ["Gateway [alpha]", "igCommConfigName", []],
    ["managed/alpha_user", "identityResource", ["alpha"]],
    ['openidm.read("managed/alpha_role/" + id)', undefined, ["alpha"]],
    ["managed/user", undefined, []],
    ["managed/alpha_thing", undefined, []],
    ["/am/oauth2/realms/root/realms/alpha/authorize", undefined, ["alpha"]],
    ["/am/json/realms/root/authenticate", undefined, []],
    ["https://idp.example.com/am/AuthConsumer/metaAlias/alpha/sp", undefined, ["alpha"]],
    ["https://x/?realm=alpha and managed/bravo_user", undefined, ["alpha", "bravo"]],
    ["alpha", undefined, []],
  ])("%s", (text, property, realms) => {
    expect([...realmsIn(text, property)].sort()).toEqual(realms);
  });
});

test.each([
  ["alpha", "alpha"],
  ["/alpha", "alpha"],
  ["root-alpha", "alpha"],
  ["/", "root"],
  ["root", "root"],
  ["/parent/child", "parent-child"],
  ["root-parent-child", "parent-child"],
])("a realm that a tool writes as %s is %s", (written, name) => {
  expect(bareRealm(written)).toBe(name);
});
