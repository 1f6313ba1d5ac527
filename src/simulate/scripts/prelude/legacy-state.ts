import { asText, host } from "./border.js";
import { type JavaMap, javaList, javaMap, javaValue, membersOf } from "./java-collections.js";
import { JavaJsonValue } from "./json-value.js";
import { toPlain } from "./plain.js";

/**
 * Node state in the legacy engine. `nodeState` returns copies wrapped in `JsonValue`; `sharedState` and
 * `transientState` are live maps, in which a change at any depth takes effect.
 */
export class LegacyState {
  readonly sharedState = new LiveMap("shared");
  readonly transientState = new LiveMap("transient");

  /** Writes back the changes that the script has made in the maps. */
  flush(): void {
    this.sharedState.flush();
    this.transientState.flush();
  }

  nodeState(): object {
    const read = (name: string, key: unknown) => {
      this.flush();
      return host(name, key);
    };
    const write = (name: string, key: unknown, value?: unknown) => {
      this.flush();
      host(name, key, value);
      this.sharedState.reload();
      this.transientState.reload();
      return nodeState;
    };
    const wrapped = (value: unknown) => (value === null || value === undefined ? null : new JavaJsonValue(value));
    const nodeState = {
      get: (key: unknown) => wrapped(read("state.get", key)),
      getObject: (key: unknown) => wrapped(read("state.getObject", key)),
      isDefined: (key: unknown) => read("state.isDefined", key),
      keys: () => javaList(read("state.keys", null) as string[]),
      putShared: (key: unknown, value: unknown) => write("state.putShared", key, value),
      putTransient: (key: unknown, value: unknown) => write("state.putTransient", key, value),
      mergeShared: (values: unknown) => write("state.mergeShared", values),
      mergeTransient: (values: unknown) => write("state.mergeTransient", values),
      remove: (key: unknown) => write("state.remove", key),
    };
    return nodeState;
  }
}

/** One store as a Java map. It is read again after each write through `nodeState`. */
class LiveMap {
  readonly map: JavaMap = javaMap();
  readonly #store: string;
  #before = "{}";

  constructor(store: string) {
    this.#store = store;
    this.reload();
  }

  reload(): void {
    const entries = host(`state.${this.#store}`) as object;
    const members = membersOf(this.map);
    for (const key of Object.keys(members)) delete members[key];
    for (const [key, value] of Object.entries(entries)) {
      Object.defineProperty(members, key, {
        value: javaValue(value),
        writable: true,
        configurable: true,
        enumerable: true,
      });
    }
    this.#before = asText(toPlain(this.map));
  }

  flush(): void {
    const after = toPlain(this.map);
    if (asText(after) === this.#before) return;
    host(`state.write.${this.#store}`, after);
    this.#before = asText(after);
  }
}
