/** Values that are dear to work on: long, sparse, or made to be searched for ever. */
const huge = [
  "'x'.repeat(5e6)",
  "'\\u0301\\u0300\\u0316'.repeat(3e5)",
  "'a'.repeat(30) + 'b'",
  "new Array(900000).fill(0)",
  "new Array(4294967295)",
  "Array.from({ length: 3e5 }, function (_, i) { return 3e5 - i })",
  "{ length: 9007199254740991 }",
  "new Float64Array(2e6)",
  "new Uint8Array(3e7)",
  "new BigInt64Array(1e6)",
  "new ArrayBuffer(3e7)",
  "/(a+)+$/g",
  "/(?:x*)*y/",
  "new Map(Array.from({ length: 1e5 }, function (_, i) { return [i, i] }))",
  "new Set(new Float64Array(1e5).map(function (_, i) { return i }))",
  "new Date(8.64e15)",
  "3n ** 100000n",
  "Object.fromEntries(Array.from({ length: 1e5 }, function (_, i) { return ['k' + i, i] }))",
];

const small = [
  ...[
    "0",
    "-1",
    "1e9",
    "9007199254740991",
    "NaN",
    "Infinity",
    "''",
    "'NFKD'",
    "'a'",
    "undefined",
    "null",
    "[]",
    "/a/g",
  ],
  ...["function (a, b) { return a - b }", "function () { return 'y'.repeat(1e5) }", "36", "4294967295"],
];

/** What has the functions: constructors and objects, and the prototypes of constructors. */
const owners = [
  ...["String", "Array", "RegExp", "JSON", "Map", "Set", "Math", "Date", "Number", "BigInt", "Object", "Reflect"],
  ...["ArrayBuffer", "DataView", "Float64Array", "Uint8Array", "BigInt64Array", "WeakMap", "Symbol", "Promise"],
];

/** A script that calls one function of the engine's own with huge values, once or for ever. */
export function nativeCall(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const value = () => pick(random() < 0.6 ? huge : small);
  const owner = pick(owners);
  const args = Array.from({ length: Math.floor(random() * 4) }, value);
  const call = "try { last = own.apply(self, args) } catch (e) { last = e }";
  return [
    `var owner = ${owner}, last;`,
    // The prototype of typed arrays is above that of each kind.
    `if (owner.prototype && ${random() < 0.8}) owner = ${random() < 0.5} ? owner.prototype : Object.getPrototypeOf(owner.prototype) || owner.prototype;`,
    "var names = Object.getOwnPropertyNames(owner).filter(function (name) { try { return typeof owner[name] === 'function' } catch (e) { return false } });",
    `var own = owner[names[Math.floor(${random()} * names.length)]], self = ${value()}, args = [${args.join(", ")}];`,
    random() < 0.5 ? `for (;;) { ${call} }` : call,
  ].join("\n");
}
