import { define, unsupported } from "./border.js";

/**
 * Methods that classes of Java have and the simulation has not: a call makes the node a stub, where a `TypeError` that a script
 * catches would lead it another way than on the platform.
 */
const methods = {
  "java.util.List":
    "ensureCapacity lastIndexOf listIterator parallelStream removeAll removeIf replaceAll retainAll sort spliterator stream subList trimToSize",
  "java.lang.String":
    "chars codePointAt codePointBefore codePointCount codePoints compareTo compareToIgnoreCase contentEquals getBytes getChars hashCode indent intern isBlank lines matches offsetByCodePoints regionMatches repeat replaceFirst strip stripIndent stripLeading stripTrailing subSequence toCharArray",
  "java.lang.StringBuilder":
    "appendCodePoint capacity chars codePointAt codePointBefore codePointCount codePoints compareTo delete ensureCapacity getChars isEmpty lastIndexOf offsetByCodePoints replace setCharAt subSequence substring trimToSize",
  "java.lang.Integer":
    "bitCount compare compareUnsigned decode highestOneBit lowestOneBit max min numberOfLeadingZeros numberOfTrailingZeros parseUnsignedInt reverse reverseBytes rotateLeft rotateRight signum sum toBinaryString toHexString toOctalString",
  "java.lang.Long":
    "bitCount compare decode highestOneBit lowestOneBit max min numberOfLeadingZeros numberOfTrailingZeros reverse rotateLeft rotateRight signum sum toBinaryString toHexString toOctalString",
  "java.lang.Double": "compare isFinite isInfinite isNaN max min sum toHexString",
  "java.lang.Boolean": "compare logicalAnd logicalOr logicalXor",
  "java.lang.System": "arraycopy getProperty getenv identityHashCode lineSeparator nanoTime",
  "java.util.Arrays": "binarySearch copyOf copyOfRange deepToString equals fill hashCode sort stream",
  "java.util.UUID": "fromString nameUUIDFromBytes",
} as const;

type UnmodelledClass = keyof typeof methods;

/** Gives a class, or the objects of one, the methods that it lacks. */
export function defineUnmodelled(target: object, className: UnmodelledClass): void {
  for (const name of methods[className].split(" ")) {
    if (typeof (target as { readonly [member: string]: unknown })[name] === "function") continue;
    define(target, name, () => unsupported(`${className}.${name}`));
  }
}

/** Gives them to classes whose methods are called on the class itself. */
export function defineUnmodelledStatics(classes: ReadonlyMap<string, unknown>): void {
  for (const className of statics) defineUnmodelled(classes.get(className) as object, className);
}

const statics: readonly UnmodelledClass[] = [
  "java.lang.Integer",
  "java.lang.Long",
  "java.lang.Double",
  "java.lang.Boolean",
  "java.lang.System",
  "java.util.Arrays",
  "java.util.UUID",
];
