import { expect, test } from "vitest";
import { withUsers } from "../../../src/cli/input/user-options.js";

test("a user that is given comes to those of the world, or in the place of the one with the same name", () => {
  const world = { users: [{ userName: "demo", password: "old" }, { mail: "nameless@example.com" }] };
  const found = withUsers(world, ["demo:new", '{ "userName": "ada" }']).users;
  expect(found).toMatchObject([
    { mail: "nameless@example.com" },
    { userName: "demo", password: "new" },
    { userName: "ada" },
  ]);
});
