import type { RefusedSyntax } from "./dialect.js";
import type { ScriptNode } from "./script-tree.js";

/** What to write in place of syntax that Rhino does not compile, in the words of the script; `undefined` where there is no more to say than always. */
export function insteadOfSyntax(
  node: ScriptNode,
  text: string,
): { readonly syntax: RefusedSyntax; readonly instead: string } | undefined {
  switch (node.type) {
    case "AwaitExpression":
      return insteadOfAwait(node.argument, text);
    case "ImportDeclaration": {
      const { source, specifiers } = node;
      const [first] = specifiers;
      const isOne = specifiers.length === 1 && first !== undefined && first.type !== "ImportSpecifier";
      const names = specifiers.map(({ local }) => local.name);
      const taken = isOne ? names[0] : `{ ${names.join(", ")} }`;
      const call = `require(${JSON.stringify(source.value)})`;
      return { syntax: "module", instead: `Write \`${names.length === 0 ? "" : `var ${taken} = `}${call};\`.` };
    }
    case "ExportNamedDeclaration": {
      const { declaration } = node;
      const name =
        declaration?.type === "VariableDeclaration" ? declaration.declarations[0]?.id : (declaration?.id ?? undefined);
      if (name?.type !== "Identifier") return undefined;
      const help = `Leave \`export\` out, and write \`exports.${name.name} = ${name.name};\` below.`;
      return { syntax: "module", instead: help };
    }
    default:
      return undefined;
  }
}

/** `await httpClient.send(url)` waits by `.get()`. */
function insteadOfAwait(awaited: ScriptNode, text: string) {
  if (awaited.type !== "CallExpression" || awaited.callee.type !== "MemberExpression") return undefined;
  const { callee } = awaited;
  const called = text.slice(callee.start, callee.end);
  if (callee.property.type !== "Identifier" || called.length > longestCall) return undefined;
  const instead =
    callee.property.name === "get" && awaited.arguments.length === 0
      ? "Leave `await` out: `.get()` waits for the answer."
      : callee.property.name === "send"
        ? `Leave \`await\` out, and write \`.get()\` behind the call: \`${called}(…).get()\`.`
        : undefined;
  return instead === undefined ? undefined : ({ syntax: "await", instead } as const);
}

const longestCall = 80;
