import { define } from "./border.js";
import { JavaScalar, plainScalar } from "./java-scalars.js";
import { warnOfJava } from "./java-warnings.js";

function areEqual(left: unknown, right: unknown): boolean {
  const isBoth = JavaScalar.is(left) && JavaScalar.is(right);
  // biome-ignore lint/suspicious/noDoubleEquals: it is the script's operator.
  return isBoth ? plainScalar(left) == plainScalar(right) : left == right;
}

function areSame(left: unknown, right: unknown, line: unknown): boolean {
  if (left === right) return true;
  if (!JavaScalar.is(left) && !JavaScalar.is(right)) return false;
  if (plainScalar(left) === plainScalar(right)) {
    warnOfJava(line, `${shown(left)} and ${shown(right)} are not strictly equal (\`===\`)`, "`==` or `String(…)`");
  }
  return false;
}

/** The comparisons and tests of a legacy script, where a value of Java may take part. */
export const javaComparisons = {
  equal: areEqual,
  unequal: (left: unknown, right: unknown) => !areEqual(left, right),
  same: areSame,
  differ: (left: unknown, right: unknown, line: unknown) => !areSame(left, right, line),
  chosen: (value: unknown, line: unknown) => {
    if (JavaScalar.is(value)) warnOfJava(line, `no \`case\` fits ${shown(value)}`, "`switch (String(…))`");
    return value;
  },
  tested: (value: unknown, line: unknown) => {
    if (JavaScalar.is(value) && !plainScalar(value)) {
      warnOfJava(line, `${shown(value)} counts as true in a test`, "a comparison with `==`");
    }
    return value;
  },
};

/** Lets searches in lists of the script tell that they do not find a value of Java. */
export function guardSearchesForJava(): void {
  for (const name of ["indexOf", "lastIndexOf", "includes"] as const) {
    const original = Array.prototype[name] as (this: unknown, ...args: readonly unknown[]) => unknown;
    define(Array.prototype, name, function (this: unknown, ...args: readonly unknown[]) {
      const [wanted] = args;
      if (JavaScalar.is(wanted)) warnOfJava(undefined, `\`${name}\` does not find ${shown(wanted)}`, "`String(…)`");
      return original.call(this, ...args);
    });
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(plainScalar(value)) ?? "undefined";
  return JavaScalar.is(value) ? `${text} of Java` : text;
}
