import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

const told = (node: string) =>
  checkTexts(`journey J {
  start -> A
  node A: ${node}
}
`)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, help }) => [code, help]);

test.each([
  ["SetState", 'reason: "sign-in"', 'attributes: { "reason": "sign-in" }'],
  ["SetState", 'authLevel: "3"', 'attributes: { "authLevel": "3" }'],
  ["SetSessionProperties", 'shop: "main"', 'properties: { "shop": "main" }'],
  ["SetLogoutDetails", 'farewell: "bye"', 'logoutDetails: { "farewell": "bye" }'],
])("a pair that %s is given beside its map is shown in it: %s", (type, pair, right) => {
  expect(told(`${type} { ${pair} -> success }`)).toEqual([
    ["unknown-property", `Such pairs stand in \`${right.replace(/:.*/, "")}\`: write \`${right}\`.`],
  ]);
});

test("a name of a directory is one text of a list, and other texts with commas are several", () => {
  const list = (setting: string) =>
    told(`LdapDecision { ${setting} }`).find(([code]) => code === "wrong-value-type")?.[1];
  expect(list('accountSearchBaseDn: "ou=people,dc=vet,dc=example"')).toBe(
    'Write a list: `["ou=people,dc=vet,dc=example"]`.',
  );
  expect(list('searchFilterAttributes: "uid, mail"')).toBe('Write a list: `["uid","mail"]`.');
});
