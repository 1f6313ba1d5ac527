import type * as Acorn from "acorn";

/** Part of a script that only Rhino reads (E4X, list comprehensions, `let` expressions): nothing can be said about it. */
export class OnlyRhinoReads extends Error {}

/** `for each (x in list)` visits values. */
export type RhinoForIn = Acorn.ForInStatement & { readonly each?: boolean };

/** `catch (e if condition)`: of several clauses the first that fits runs. */
export type RhinoCatch = Acorn.CatchClause & { readonly guard?: Acorn.Expression };

export type RhinoTry = Acorn.TryStatement & { readonly handlers?: readonly RhinoCatch[] };

/** What acorn's parser has inside. Its plug-ins work by replacing these methods; its types do not name them. */
interface ParserInside {
  readonly input: string;
  readonly start: number;
  readonly end: number;
  readonly type: object;
  readonly value: unknown;
  get canAwait(): boolean;
  next(): void;
  eat(type: object): boolean;
  expect(type: object): void;
  startNode(): { [member: string]: unknown };
  finishNode(node: object, type: string): unknown;
  parseBlock(createScope?: boolean): unknown;
  parseBindingAtom(): unknown;
  parseExpression(): unknown;
  enterScope(flags: number): void;
  exitScope(): void;
  raise(at: number, message: string): never;
  raiseRecoverable(at: number, message: string): void;
  unexpected(at?: number): never;
  parseForStatement(node: object): unknown;
  parseTryStatement(node: { [member: string]: unknown }): unknown;
  parseFunctionBody(node: object, isArrow: boolean, isMethod: boolean, forInit: unknown): unknown;
  parseExprAtom(...given: readonly unknown[]): unknown;
  parseVar(node: object, isFor: boolean, kind: string, allowMissingInitializer: boolean): unknown;
}

type ParserClass = new (...given: never[]) => ParserInside;

/**
 * Teaches acorn what Rhino reads beyond the standard, and lets pass what Rhino does not mind: names that are declared twice are
 * judged elsewhere, by Rhino's rules.
 */
export function rhinoParser({ Parser, tokTypes }: typeof Acorn): typeof Acorn.Parser {
  const Standard = Parser as unknown as ParserClass;
  class RhinoParser extends Standard {
    #awaitsEach = false;

    override raiseRecoverable(): void {}

    /** `await` is read in every function, to be named: it is no name there either. */
    override get canAwait(): boolean {
      return true;
    }

    override next(): void {
      super.next();
      if (!this.#awaitsEach) return;
      this.#awaitsEach = false;
      if (this.value === "each") super.next();
    }

    override parseForStatement(node: { [member: string]: unknown }): unknown {
      this.#awaitsEach = /^\s*each\b/.test(this.input.slice(this.end, this.end + 100));
      const isEach = this.#awaitsEach;
      const made = super.parseForStatement(node);
      if (!isEach) return made;
      if (node.type !== "ForInStatement") this.raise(node.start as number, "`for each` needs `in`");
      node.each = true;
      return made;
    }

    override parseTryStatement(node: { [member: string]: unknown }): unknown {
      this.next();
      node.block = this.parseBlock();
      const handlers: unknown[] = [];
      while (this.type === tokTypes._catch) handlers.push(this.#parseCatch());
      node.handlers = handlers;
      node.handler = handlers[0] ?? null;
      node.finalizer = this.eat(tokTypes._finally) ? this.parseBlock() : null;
      if (handlers.length === 0 && node.finalizer === null) this.raise(this.start, "Missing catch or finally clause");
      return this.finishNode(node, "TryStatement");
    }

    /** `const name;` stays `undefined`. */
    override parseVar(node: object, isFor: boolean, kind: string): unknown {
      return super.parseVar(node, isFor, kind, true);
    }

    /** `function (x) x * 2`, a function that is an expression. */
    override parseFunctionBody(node: object, isArrow: boolean, isMethod: boolean, forInit: unknown): unknown {
      return super.parseFunctionBody(node, isArrow || this.type !== tokTypes.braceL, isMethod, forInit);
    }

    override parseExprAtom(...given: readonly unknown[]): unknown {
      const isMarkup = this.value === "<" && this.type === tokTypes.relational && /[A-Za-z_>{!?]/.test(this.#after());
      if (isMarkup) throw new OnlyRhinoReads("E4X");
      return super.parseExprAtom(...given);
    }

    override unexpected(at?: number): never {
      // `[x for (x in list)]`
      if (this.type === tokTypes._for) throw new OnlyRhinoReads("comprehension");
      return super.unexpected(at);
    }

    #parseCatch(): unknown {
      const clause = this.startNode();
      this.next();
      this.enterScope(0);
      clause.param = null;
      if (this.eat(tokTypes.parenL)) {
        clause.param = this.parseBindingAtom();
        if (this.eat(tokTypes._if)) clause.guard = this.parseExpression();
        this.expect(tokTypes.parenR);
      }
      clause.body = this.parseBlock(false);
      this.exitScope();
      return this.finishNode(clause, "CatchClause");
    }

    #after(): string {
      return this.input.charAt(this.end);
    }
  }
  return RhinoParser as unknown as typeof Acorn.Parser;
}
