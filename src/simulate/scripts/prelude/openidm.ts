import { host } from "./border.js";
import { javaValue } from "./java-collections.js";

const call =
  (operation: string) =>
  (...args: readonly unknown[]) =>
    javaValue(host(`openidm.${operation}`, ...args));

/** `openidm`: managed objects with an administrator's rights. Errors carry `javaException` with code and reason. */
export const openidm = {
  create: call("create"),
  read: call("read"),
  update: call("update"),
  patch: call("patch"),
  delete: call("delete"),
  query: call("query"),
  action: call("action"),
};
