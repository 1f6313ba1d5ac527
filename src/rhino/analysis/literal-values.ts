import { allNodesOf, namesIn, type ScriptNode, type WholeTree } from "../script-tree.js";

/** All texts that an expression may have, or `undefined` where it is computed. */
export type LiteralValues = ReadonlySet<string> | undefined;

/** Finds the texts that expressions of a script may have: literals, choices between them, names and members that hold nothing else. */
export class LiteralReader {
  /** What each name is declared with and assigned; `undefined` where it may hold anything else. */
  readonly #values = new Map<string, ScriptNode[] | undefined>();
  readonly #declared = new Map<string, number>();
  readonly #ofNames = new Map<string, LiteralValues>();
  /** Names that are used in another way than as the object of a member that is read. */
  readonly #escaped = new Set<string>();

  constructor(tree: WholeTree) {
    this.#addDeclared(tree);
    this.#addAssigned(tree);
    this.#findEscaped(tree);
  }

  valuesOf(node: ScriptNode, depth = 0): LiteralValues {
    if (depth > 20) return undefined;
    const of = (part: ScriptNode) => this.valuesOf(part, depth + 1);
    switch (node.type) {
      case "Literal":
        return typeof node.value === "string" ? new Set([node.value]) : undefined;
      case "TemplateLiteral":
        return node.expressions.length === 0 ? new Set([node.quasis[0]?.value.cooked ?? ""]) : undefined;
      case "ConditionalExpression":
        return union([of(node.consequent), of(node.alternate)]);
      case "LogicalExpression":
        return union([of(node.left), of(node.right)]);
      case "AssignmentExpression":
        return node.operator === "=" ? of(node.right) : undefined;
      case "SequenceExpression":
        return of(node.expressions.at(-1) as ScriptNode);
      case "Identifier":
        return this.#ofName(node.name, depth);
      case "MemberExpression":
        return this.#ofMember(node, depth);
      case "CallExpression":
        return this.#ofCall(node, depth);
      default:
        return undefined;
    }
  }

  /** Whether an expression has its values for sure: no name in it gets another one on the way. */
  isFixed(node: ScriptNode): boolean {
    const seen = new Set<string>();
    const open: ScriptNode[] = [node];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      for (const name of variablesIn(value)) {
        if (seen.has(name)) continue;
        seen.add(name);
        const values = this.#values.get(name);
        if (values === undefined) continue;
        if (values.length > 1) return false;
        open.push(...values);
      }
    }
    return true;
  }

  /** Whether the script declares a name anywhere, so that it may hide what the platform calls so. */
  declares(name: string): boolean {
    return this.#declared.has(name);
  }

  /** Whether the script declares a name, or assigns to it, anywhere. */
  isMade(name: string): boolean {
    return this.#values.has(name);
  }

  madeNames(): Iterable<string> {
    return this.#values.keys();
  }

  /** The only value that a name, or a member of an object that nothing changes, ever gets. */
  onlyValueOf(node: ScriptNode): ScriptNode | undefined {
    if (node.type === "MemberExpression") return this.#memberOf(node, 0);
    if (node.type !== "Identifier" || this.#declared.get(node.name) !== 1) return undefined;
    const values = this.#values.get(node.name);
    return values?.length === 1 ? values[0] : undefined;
  }

  /** Found once for each name, since names may be made of one another. One that is made of itself is computed. */
  #ofName(name: string, depth: number): LiteralValues {
    if (this.#ofNames.has(name)) return this.#ofNames.get(name);
    this.#ofNames.set(name, undefined);
    const values = this.#values.get(name);
    if (values === undefined || this.#declared.get(name) !== 1) return undefined;
    const found = union(values.map((value) => this.valuesOf(value, depth + 1)));
    this.#ofNames.set(name, found);
    return found;
  }

  /** `Outcome.Yes`, of an object that nothing changes. One that it lacks is `undefined`, and so is its text. */
  #ofMember(node: ScriptNode & { readonly type: "MemberExpression" }, depth: number): LiteralValues {
    const held = this.#objectOf(node.object, depth + 1);
    const key = keyOfMember(node);
    if (key === undefined || held?.type !== "ObjectExpression") return undefined;
    if (lacks(held, key)) return new Set(["undefined"]);
    const found = memberOf(held, key);
    return found && this.valuesOf(found, depth + 1);
  }

  #memberOf(node: ScriptNode & { readonly type: "MemberExpression" }, depth: number): ScriptNode | undefined {
    const held = this.#objectOf(node.object, depth + 1);
    const key = keyOfMember(node);
    return key === undefined || held?.type !== "ObjectExpression" ? undefined : memberOf(held, key);
  }

  #objectOf(node: ScriptNode, depth: number): ScriptNode | undefined {
    if (depth > 20) return undefined;
    if (node.type === "ObjectExpression") return node;
    if (node.type === "MemberExpression") return this.#memberOf(node, depth);
    if (node.type === "CallExpression") {
      const { callee, arguments: given } = node;
      const isFreeze =
        callee.type === "MemberExpression" &&
        nameOf(callee.object) === "Object" &&
        nameOf(callee.property) === "freeze";
      return isFreeze && given[0] ? this.#objectOf(given[0], depth + 1) : undefined;
    }
    if (node.type !== "Identifier" || this.#escaped.has(node.name) || this.#declared.get(node.name) !== 1)
      return undefined;
    const values = this.#values.get(node.name);
    return values?.length === 1 && values[0] ? this.#objectOf(values[0], depth + 1) : undefined;
  }

  /** `String(x)` and `x.toString()` have the text of what they are given. */
  #ofCall(
    { callee, arguments: given }: ScriptNode & { readonly type: "CallExpression" },
    depth: number,
  ): LiteralValues {
    if (
      callee.type === "Identifier" &&
      callee.name === "String" &&
      given.length === 1 &&
      given[0] &&
      !this.#declared.has("String")
    ) {
      const [value] = given;
      if (value.type === "Literal" && typeof value.value === "boolean") return new Set([String(value.value)]);
      return this.valuesOf(value, depth + 1);
    }
    if (callee.type !== "MemberExpression" || callee.computed || given.length > 0) return undefined;
    return nameOf(callee.property) === "toString" ? this.valuesOf(callee.object, depth + 1) : undefined;
  }

  #addDeclared(tree: WholeTree): void {
    for (const type of ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"] as const) {
      for (const { id, params } of tree.ofType(type)) {
        for (const part of [id ?? null, ...params]) for (const name of namesIn(part)) this.#declare(name, undefined);
      }
    }
    for (const { param } of tree.ofType("CatchClause")) {
      for (const name of namesIn(param ?? null)) this.#declare(name, undefined);
    }
    for (const { id, init } of tree.ofType("VariableDeclarator")) {
      if (id.type === "Identifier") this.#declare(id.name, init ?? []);
      else for (const name of namesIn(id)) this.#declare(name, undefined);
    }
  }

  #addAssigned(tree: WholeTree): void {
    for (const { left, operator, right } of tree.ofType("AssignmentExpression")) {
      const isPlain = left.type === "Identifier" && operator === "=";
      for (const name of namesIn(left)) this.#assign(name, isPlain ? right : undefined);
    }
    for (const { argument } of tree.ofType("UpdateExpression")) {
      for (const name of namesIn(argument)) this.#assign(name, undefined);
    }
    for (const { left } of [...tree.ofType("ForInStatement"), ...tree.ofType("ForOfStatement")]) {
      const targets = left.type === "VariableDeclaration" ? left.declarations.map(({ id }) => id) : [left];
      for (const target of targets) for (const name of namesIn(target)) this.#assign(name, undefined);
    }
  }

  #declare(name: string, value: ScriptNode | readonly [] | undefined): void {
    this.#declared.set(name, (this.#declared.get(name) ?? 0) + 1);
    this.#assign(name, value);
  }

  #assign(name: string, value: ScriptNode | readonly [] | undefined): void {
    const known = this.#values.has(name) ? this.#values.get(name) : [];
    if (value === undefined || known === undefined) this.#values.set(name, undefined);
    else this.#values.set(name, Array.isArray(value) ? known : [...known, value as ScriptNode]);
  }

  #findEscaped(tree: WholeTree): void {
    const harmless = new Set<ScriptNode>();
    const written = new Set<ScriptNode>();
    for (const { left } of tree.ofType("AssignmentExpression")) written.add(left);
    for (const { argument } of tree.ofType("UpdateExpression")) written.add(argument);
    for (const { operator, argument } of tree.ofType("UnaryExpression"))
      if (operator === "delete") written.add(argument);
    for (const node of tree.ofType("MemberExpression")) {
      if (!written.has(node) && node.object.type === "Identifier") harmless.add(node.object);
      // The name of a member is no variable.
      if (!node.computed) harmless.add(node.property);
    }
    for (const node of tree.ofType("Property")) if (!node.computed && !node.shorthand) harmless.add(node.key);
    for (const { id } of tree.ofType("VariableDeclarator")) harmless.add(id);
    for (const node of tree.ofType("Identifier")) if (!harmless.has(node)) this.#escaped.add(node.name);
  }
}

/** The names of variables in an expression: the names of members and keys are none. */
function variablesIn(node: ScriptNode): readonly string[] {
  const nodes = allNodesOf(node);
  const others = new Set<ScriptNode>();
  for (const part of nodes) {
    if (part.type === "MemberExpression" && !part.computed) others.add(part.property);
    else if (part.type === "Property" && !part.computed && !part.shorthand) others.add(part.key);
  }
  return nodes.flatMap((part) => (part.type === "Identifier" && !others.has(part) ? [part.name] : []));
}

type ObjectNode = ScriptNode & { readonly type: "ObjectExpression" };

function keyOfMember({ property, computed }: ScriptNode & { readonly type: "MemberExpression" }): string | undefined {
  if (!computed) return nameOf(property);
  return property.type === "Literal" ? String(property.value) : undefined;
}

/** The value of a member that an object is written with, once. */
function memberOf({ properties }: ObjectNode, key: string): ScriptNode | undefined {
  const members = properties.filter(
    (member) => member.type === "Property" && !member.computed && keyOf(member) === key,
  );
  const [member] = members;
  return members.length === 1 && member?.type === "Property" && member.kind === "init" ? member.value : undefined;
}

/** Whether an object that is written out certainly has no such member. */
function lacks({ properties }: ObjectNode, key: string): boolean {
  if (key in Object.prototype) return false;
  return properties.every(
    (member) =>
      member.type === "Property" && !member.computed && keyOf(member) !== key && keyOf(member) !== "__proto__",
  );
}

function union(all: readonly LiteralValues[]): LiteralValues {
  const found = new Set<string>();
  for (const values of all) {
    if (values === undefined) return undefined;
    for (const value of values) found.add(value);
  }
  return found.size === 0 ? undefined : found;
}

function nameOf(node: ScriptNode): string | undefined {
  return node.type === "Identifier" ? node.name : undefined;
}

function keyOf({ key }: { readonly key: ScriptNode }): string | undefined {
  return key.type === "Literal" ? String(key.value) : nameOf(key);
}
