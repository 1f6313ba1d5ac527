import { describe, expect, it } from "vitest";
import { keepNamed, promote } from "../../../src/runtime/engine/promotion.js";
import { emptyStores } from "../../../src/runtime/node-state.js";

const stores = (transient: object, secure: object) => {
  const made = emptyStores();
  made.transient.replace(new Map(Object.entries(transient)));
  made.secure.replace(new Map(Object.entries(secure)));
  return made;
};

describe("promotion (facts: protocol.md 4.1)", () => {
  it("keeps what a later node names, in objectAttributes each attribute by its own name", () => {
    const values = Object.entries({ password: "pw", pin: 1, objectAttributes: { password: "pw", kbaInfo: [] } });
    expect([...keepNamed(values, new Set(["password"]))]).toEqual([
      ["password", "pw"],
      ["objectAttributes", { password: "pw" }],
    ]);
    expect([...keepNamed(values, new Set(["pin"]))]).toEqual([["pin", 1]]);
    expect([...keepNamed(values, new Set(["objectAttributes"]))]).toEqual([
      ["objectAttributes", { password: "pw", kbaInfo: [] }],
    ]);
  });

  it("keeps a list named objectAttributes only where it is named itself", () => {
    expect(keepNamed([["objectAttributes", ["password"]]], new Set(["0", "password"])).size).toBe(0);
  });

  it("joins the attributes of before with new ones, of which the new ones win", () => {
    const both = stores({ objectAttributes: { b: 2, c: 2 } }, { objectAttributes: { a: 1, b: 1, d: 1 } });
    promote(both, new Set(["a", "b", "c"]));
    expect([...both.secure]).toEqual([["objectAttributes", { a: 1, b: 2, c: 2 }]]);
    expect(both.transient.size).toBe(0);
  });

  it("drops what nobody names any more", () => {
    const all = stores({ pin: 1, objectAttributes: { b: 2 } }, { password: "pw", objectAttributes: { a: 1 } });
    promote(all, new Set(["other"]));
    expect(all.secure.size + all.transient.size).toBe(0);
  });
});
