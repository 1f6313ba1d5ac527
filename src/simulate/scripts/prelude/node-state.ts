import { host } from "./border.js";
import { javaList, javaMap, javaValue } from "./java-collections.js";

const chained = (name: string) =>
  function (this: unknown, ...args: readonly unknown[]) {
    host(name, ...args);
    return this;
  };

/** `nodeState` of the next-generation engine: it returns copies of the values, without a wrapper. */
export const nodeState = {
  get: (key: unknown) => javaValue(host("state.get", key)),
  getObject: (key: unknown) => {
    const found = host("state.getObject", key);
    return found === undefined || found === null ? null : Object.freeze(javaMap(found as object));
  },
  isDefined: (key: unknown) => host("state.isDefined", key),
  keys: () => javaList(host("state.keys") as string[]),
  putShared: chained("state.putShared"),
  putTransient: chained("state.putTransient"),
  mergeShared: chained("state.mergeShared"),
  mergeTransient: chained("state.mergeTransient"),
  remove: chained("state.remove"),
};
