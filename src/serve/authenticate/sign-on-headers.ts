import type { WireCallback } from "../../runtime/callbacks/callback.js";
import type { JourneyRun } from "../../runtime/journey-run.js";
import { decodeWord } from "../../runtime/world/encoded-word.js";

/** The headers that answer callbacks, by the callbacks' types. */
const headers: { readonly [type: string]: string } = {
  NameCallback: "x-openam-username",
  PasswordCallback: "x-openam-password",
};

/**
 * Answers steps from the headers of the request, so that a client signs on with one request. A step is shown where one of its callbacks
 * is no name and no password, and where it comes back: the name or password was wrong then.
 */
export async function answerFromHeaders(run: JourneyRun, given: Headers): Promise<void> {
  if (!Object.values(headers).some((name) => given.has(name))) return;
  const answered = new Set<string>();
  while (run.status === "waiting" && run.step && run.at) {
    const place = `${run.at.journey}/${run.at.node}`;
    const callbacks = fill(run.step.callbacks, given);
    if (callbacks === undefined || answered.has(place)) return;
    answered.add(place);
    await run.submitCallbacks(callbacks);
  }
}

function fill(callbacks: readonly WireCallback[], given: Headers): readonly WireCallback[] | undefined {
  const filled = callbacks.flatMap((callback) => {
    const header = Object.hasOwn(headers, callback.type) ? headers[callback.type] : undefined;
    const value = header === undefined ? null : given.get(header);
    const [input] = callback.input ?? [];
    return value === null || input === undefined
      ? []
      : [{ ...callback, input: [{ ...input, value: decodeWord(value) }] }];
  });
  return filled.length === callbacks.length ? filled : undefined;
}
