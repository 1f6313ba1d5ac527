import { describe, expect, it } from "vitest";
import { copyStores, emptyStores, NodeState } from "../../src/runtime/node-state.js";

const stores = () => {
  const made = emptyStores();
  made.shared.set("a", "shared").set("m", { x: 1, y: { p: 1 } });
  made.secure.set("a", "secure").set("m", { y: { q: 2 } });
  made.transient.set("a", "transient").set("m", { x: 3 });
  return made;
};

describe("node state (facts: protocol.md 4.1, NodeState of am-external)", () => {
  it("finds transient before secure before shared values", () => {
    const held = stores();
    const state = new NodeState(held);
    expect(state.get("a")).toBe("transient");
    held.transient.delete("a");
    expect(state.get("a")).toBe("secure");
    held.secure.delete("a");
    expect(state.get("a")).toBe("shared");
  });

  it("merges maps, transient members over the others", () => {
    expect(new NodeState(stores()).getObject("m")).toEqual({ x: 3, y: { p: 1, q: 2 } });
    expect(new NodeState(stores()).getObject("a")).toBeUndefined();
  });

  it("keeps what a copy writes from the others, and what they write from the copy", () => {
    const held = stores();
    const before = held.shared.entries;
    const copy = copyStores(held);
    copy.shared.set("a", "copy").delete("m");
    held.shared.set("new", 1);
    held.secure.replace(new Map([["b", 2]]));
    expect([...copy.shared]).toEqual([["a", "copy"]]);
    expect([...held.shared.keys()]).toEqual(["a", "m", "new"]);
    expect([...before.keys()]).toEqual(["a", "m"]);
    expect([...copy.secure.keys()]).toEqual(["a", "m"]);
    expect([...held.secure]).toEqual([["b", 2]]);
  });

  it("removes a key from all stores", () => {
    const state = new NodeState(stores());
    state.remove("a");
    expect(state.isDefined("a")).toBe(false);
  });

  it("shows declared inputs only; an empty list and `*` are no limit", () => {
    const state = new NodeState(stores());
    const limited = state.limitedTo(["m"]);
    expect([...limited.keys()]).toEqual(["m"]);
    expect(limited.get("a")).toBeUndefined();
    expect(state.limitedTo([]).get("a")).toBe("transient");
    expect(state.limitedTo(["x", "*"]).get("a")).toBe("transient");
    limited.putShared("new", 1);
    expect(state.get("new")).toBe(1);
  });

  it("merges into objectAttributes, and replaces anything else", () => {
    const held = emptyStores();
    const state = new NodeState(held);
    held.shared.set("objectAttributes", { mail: "a", sn: "b" }).set("plain", { p: 1 });
    held.transient.set("objectAttributes", { sn: "secret", password: "x" });
    state.mergeShared({ objectAttributes: { sn: "c" }, plain: { q: 2 } });
    expect(held.shared.get("objectAttributes")).toEqual({ mail: "a", sn: "c" });
    expect(held.transient.get("objectAttributes")).toEqual({ password: "x" });
    expect(held.shared.get("plain")).toEqual({ q: 2 });
  });

  it("is not confused by hostile keys", () => {
    const state = new NodeState(emptyStores());
    expect(state.get("constructor")).toBeUndefined();
    state.mergeShared(JSON.parse('{"__proto__": {"x": 1}}'));
    expect(state.get("__proto__")).toEqual({ x: 1 });
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
