import { asText, fromText, host } from "./border.js";
import { javaList, javaText, javaValue } from "./java-collections.js";
import { javaString, plainScalar } from "./java-scalars.js";
import { JavaJsonValue } from "./json-value.js";
import { toPlain } from "./plain.js";

interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** `org.forgerock.http.protocol.Request`. */
export class Request {
  #method = "GET";
  #uri = "";
  #entity: unknown = "";
  readonly #headers = new Headers();

  setMethod(method: unknown): this {
    this.#method = String(method);
    return this;
  }

  getMethod(): string {
    return javaString(this.#method);
  }

  setUri(uri: unknown): this {
    this.#uri = String(uri);
    return this;
  }

  getUri(): string {
    return javaString(this.#uri);
  }

  getHeaders(): Headers {
    return this.#headers;
  }

  addHeaders(...headers: readonly unknown[]): this {
    for (const header of headers) this.#headers.add(...(header as [unknown, unknown]));
    return this;
  }

  setEntity(entity: unknown): this {
    this.#entity = entity;
    return this;
  }

  getEntity(): { setString(entity: unknown): void; setJson(entity: unknown): void; getString(): string } {
    return {
      setString: (entity) => {
        this.#entity = entity;
      },
      setJson: (entity) => {
        this.#entity = entity;
      },
      getString: () => javaString(this.body()),
    };
  }

  body(): string {
    const entity = plainScalar(this.#entity);
    return typeof entity === "string" ? entity : asText(toPlain(entity));
  }
}

class Headers {
  readonly #values = new Map<string, string>();

  add(name: unknown, value: unknown): this {
    this.#values.set(String(name), String(value));
    return this;
  }

  put(name: unknown, value: unknown): this {
    return this.add(name, value);
  }

  getFirst(name: unknown): string | null {
    const wanted = String(name).toLowerCase();
    for (const [key, value] of this.#values) if (key.toLowerCase() === wanted) return javaString(value);
    return null;
  }

  get(name: unknown): object | null {
    const value = this.getFirst(name);
    return value === null ? null : { getFirstValue: () => value, getValues: () => javaList([value]) };
  }

  entries(): { readonly [name: string]: string } {
    return Object.fromEntries(this.#values);
  }
}

/** `httpClient` of the legacy engine: `send(request).get()`. */
export const legacyHttpClient = {
  send(request: unknown): object {
    const { method, url, headers, body } = partsOf(request);
    const answer = host("http", method, url, headers, body) as HttpAnswer;
    const response = responseOf(answer);
    return { get: () => response, getOrThrow: () => response, getOrThrowUninterruptibly: () => response };
  },
};

function partsOf(request: unknown): { method: string; url: string; headers: object; body: string } {
  if (!(request instanceof Request))
    throw new TypeError("httpClient.send takes an org.forgerock.http.protocol.Request");
  return {
    method: String(request.getMethod()),
    url: String(request.getUri()),
    headers: request.getHeaders().entries(),
    body: request.body(),
  };
}

function responseOf(answer: HttpAnswer): object {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) headers.add(name, value);
  const status = {
    getCode: () => answer.status,
    getReasonPhrase: () => javaString(answer.reason),
    isSuccessful: () => answer.status >= 200 && answer.status < 300,
    isClientError: () => answer.status >= 400 && answer.status < 500,
    isServerError: () => answer.status >= 500,
    toString: () => `[Status: ${answer.status} ${answer.reason}]`,
  };
  const entity = {
    getString: () => javaString(answer.body),
    getJson: () => javaValue(fromText(answer.body)),
    toString: () => answer.body,
  };
  return {
    getStatus: () => status,
    getEntity: () => entity,
    getHeaders: () => headers,
    toString: () => javaText(JavaJsonValue.json({ status: answer.status })),
  };
}
