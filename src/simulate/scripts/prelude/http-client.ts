import { asText, fromText, hasOwn, host } from "./border.js";
import { javaList, javaMap, javaValue } from "./java-collections.js";
import { joined } from "./joined.js";
import { toPlain } from "./plain.js";

interface RequestOptions {
  readonly method?: unknown;
  readonly headers?: object;
  readonly form?: object;
  readonly body?: unknown;
  readonly token?: unknown;
}

interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** `httpClient` of the next-generation engine. Nothing takes time here, so each promise is settled at once. */
export const httpClient = {
  send(url: unknown, options: RequestOptions = {}): Promised {
    const { method = "GET", headers = {}, form, body, token } = options ?? {};
    const sent: { [name: string]: unknown } = { ...headers };
    if (token !== undefined) sent.Authorization = `Bearer ${token}`;
    const content = form
      ? formText(form)
      : body === undefined
        ? ""
        : typeof body === "string"
          ? body
          : asText(toPlain(body));
    try {
      return new Promised(responseOf(host("http", String(method), String(url), sent, content) as HttpAnswer));
    } catch (error) {
      return new Promised(undefined, error);
    }
  },
};

/** The platform's promise: `get()` waits for the value; `then` and `thenCatch` continue with it. */
class Promised {
  readonly #value: unknown;
  readonly #error: unknown;

  constructor(value: unknown, error?: unknown) {
    this.#value = value;
    this.#error = error;
  }

  get(): unknown {
    if (this.#error !== undefined) throw this.#error;
    return this.#value;
  }

  // biome-ignore lint/suspicious/noThenProperty: the platform's promises have it, and scripts call it.
  then(onValue: (value: unknown) => unknown, onError?: (error: unknown) => unknown): Promised {
    if (this.#error !== undefined) return onError ? follow(() => onError(this.#error)) : this;
    return follow(() => onValue(this.#value));
  }

  thenCatch(onError: (error: unknown) => unknown): Promised {
    return this.#error === undefined ? this : follow(() => onError(this.#error));
  }

  catch(onError: (error: unknown) => unknown): Promised {
    return this.thenCatch(onError);
  }
}

function follow(run: () => unknown): Promised {
  try {
    const value = run();
    return value instanceof Promised ? value : new Promised(value);
  } catch (error) {
    return new Promised(undefined, error);
  }
}

function responseOf({ status, reason, headers, body }: HttpAnswer): object {
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, javaList([value])]));
  return {
    status,
    statusText: reason,
    ok: status >= 200 && status < 300,
    headers: javaMap(lists),
    text: () => body,
    json: () => javaValue(fromText(body)),
    formData: () => formMap(body),
  };
}

function formText(form: object): string {
  const pairs = Object.entries(form).map(([name, values]) =>
    joined([values]).map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`),
  );
  return joined(pairs).join("&");
}

function formMap(body: string): object {
  const form: { [name: string]: string[] } = {};
  for (const pair of body.split("&")) {
    const [name = "", value = ""] = pair.split("=").map((part) => decodeURIComponent(part.split("+").join(" ")));
    const held = hasOwn(form, name) ? (form[name] ?? []) : [];
    Object.defineProperty(form, name, { value: [...held, value], enumerable: true, configurable: true });
  }
  return javaMap(form);
}
