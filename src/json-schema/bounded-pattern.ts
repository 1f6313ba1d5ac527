import { TimeLimit } from "../text/time-limit.js";

/**
 * How long a text is matched against a pattern at most: for some patterns, `(a+)+$` for one, ages would not do. Long enough
 * that a busy machine makes no difference to the others, which take microseconds.
 */
const milliseconds = 1000;

interface Matcher {
  test(text: string): boolean;
  toString(): string;
}

/** The patterns of a schema, which somebody else has written: they are matched for a limited time. */
export class BoundedPatterns {
  readonly #slow = new Set<string>();
  #limit: TimeLimit | undefined;

  /** Makes a matcher, in the form that ajv asks for. One whose time was up matches nothing from then on. */
  readonly compile = Object.assign(
    (pattern: string): Matcher => {
      const compiled = compilePattern(pattern);
      return {
        test: (text) => {
          if (this.#slow.has(pattern)) return false;
          this.#limit ??= new TimeLimit(milliseconds);
          const matched = this.#limit.run(() => compiled.test(text));
          if (!matched) this.#slow.add(pattern);
          return matched?.result === true;
        },
        // ajv takes matchers of the same text for the same one.
        toString: () => pattern,
      };
    },
    { code: "" },
  );

  /** Whether matching a pattern has taken too long. */
  isSlow(pattern: string): boolean {
    return this.#slow.has(pattern);
  }
}

/**
 * A pattern as JSON Schema means it (ECMAScript, with Unicode), or, where it is none, as browsers have always taken it:
 * `[\w-.]` is such a one.
 * @throws SyntaxError
 */
export function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}
