import { expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";

const found = (node: string) =>
  checkTexts(`journey Shop {\n  start -> Step\n  node Step: ${node}\n}`)
    .filter(({ code }) => code === "equal-settings")
    .map(({ message, help }) => [message, help]);
const headers = (settings: string) => found(`ZeroPageLogin { ${settings} true -> success false -> failure }`);

test("two settings that name different things must differ, in capitals and small letters alike", () => {
  expect(headers('passwordHeader: "x-openam-username"')).toEqual([
    [
      '"passwordHeader" of node "Step" has the value of "usernameHeader"',
      'Give `passwordHeader` the name that is meant for it: `"X-OpenAM-Password"`, if nothing else was agreed on.',
    ],
  ]);
  expect(headers('usernameHeader: "X-OpenAM-Password"')).toMatchObject([
    ['"usernameHeader" of node "Step" has the value of "passwordHeader"', expect.stringContaining("X-OpenAM-Username")],
  ]);
  expect(headers('usernameHeader: "X-Shop"\n passwordHeader: "X-Shop"')).toHaveLength(1);
  expect(
    found(
      'PassthroughAuthentication { passwordAttribute: "userName" AUTHENTICATED -> success FAILED, MISSING -> failure }',
    ),
  ).toHaveLength(1);
});

test("settings that differ, or say nothing, are as they should be", () => {
  expect(headers('usernameHeader: "X-Shop-User"\n passwordHeader: "X-Shop-Secret"')).toEqual([]);
  expect(headers("")).toEqual([]);
  expect(
    found('IdentifyExistingUser { identifier: "mail"\n identityAttribute: "mail" true -> success false -> failure }'),
  ).toEqual([]);
});
