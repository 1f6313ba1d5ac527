import { expect, test } from "vitest";
import { Authentications } from "../../src/serve/authentications.js";
import { exampleJourneys, filled, Served } from "../support/served.js";

test("steps that nobody has answered for longest go when there are too many, as if they had timed out", async () => {
  const served = new Served(await exampleJourneys("login"));
  const [oldest, used] = [await served.start("Login"), await served.start("Login")];
  for (let count = 0; count < 5100; count++) {
    await served.start("Login");
    if (count % 1000 === 0) await served.answer(used.body, ["nobody", "wrong"]);
  }
  expect((await served.answer(oldest.body, ["nobody", "wrong"])).body.detail).toEqual({ errorCode: "110" });
  expect((await served.answer(used.body, ["nobody", "wrong"])).body.header).toBe("Sign In");
  const { authentications } = (await served.send("GET", "/journeyc/sessions")).body;
  expect(authentications.length).toBeLessThan(5100);
});

test("the first step of a client stays, and its latest ones", async () => {
  const served = new Served(await exampleJourneys("login"));
  const first = await served.start("Login");
  let step = await served.answer(first.body, ["nobody", "wrong"]);
  const second = step;
  for (let count = 0; count < 40; count++) step = await served.answer(first.body, ["nobody", "wrong"]);
  expect((await served.answer(second.body, ["nobody", "wrong"])).body.detail).toEqual({ errorCode: "110" });
  for (const known of [first, step]) expect((await served.answer(known.body, ["nobody", "wrong"])).status).toBe(200);
});

test("an authId belongs to one world", async () => {
  const served = new Served(await exampleJourneys("login"));
  const { body } = await served.start("Login");
  const elsewhere = await served.send("POST", "/@other/am/json/alpha/authenticate", filled(body, ["nobody", "wrong"]));
  expect(elsewhere.body.detail).toEqual({ errorCode: "110" });
});

test("nothing is found where nothing was kept", () => {
  expect(new Authentications().findStep({} as never, "unknown")).toBeUndefined();
});
