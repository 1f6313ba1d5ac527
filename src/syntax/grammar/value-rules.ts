import type { IOrAlt, IToken, ParserMethod } from "chevrotain";
import { isKept } from "../../text/lossy-number.js";
import { emptyRange } from "../../text/range.js";
import type { ListValue, NumberValue, ObjectEntry, ObjectValue, StringValue, Value } from "../ast.js";
import { decodeBlock, decodeQuoted } from "../decode-string.js";
import { endOf } from "../token-vector.js";
import * as t from "../tokens.js";
import { type StopSet, stopSet, TolerantParser } from "./tolerant-parser.js";

const valueStarts = [t.StringLiteral, t.TextBlock, t.NumberLiteral, t.NameToken, t.LBracket, t.LBrace];
const listStops: StopSet = stopSet([...valueStarts, t.Comma, t.RBracket]);
const objectStops: StopSet = stopSet([t.KeyStart, t.Comma, t.RBrace]);

/** Values: strings, numbers, words, lists and objects. */
export abstract class ValueRules extends TolerantParser {
  #valueAlternatives: IOrAlt<Value>[] | undefined;

  readonly value: ParserMethod<[], Value> = this.RULE("value", (): Value => {
    this.#valueAlternatives ??= [
      { ALT: () => this.stringValue(this.CONSUME(t.StringLiteral)) },
      { ALT: () => this.word(this.CONSUME(t.NameToken)) },
      { ALT: () => this.number(this.CONSUME(t.NumberLiteral)) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.object) },
      { ALT: () => this.textBlock(this.CONSUME(t.TextBlock)) },
    ];
    return this.OR(this.#valueAlternatives);
  });

  readonly list: ParserMethod<[], ListValue> = this.RULE("list", (): ListValue => {
    const items: Value[] = [];
    let separated = true;
    const alternatives: IOrAlt<void>[] = [
      {
        ALT: () => {
          if (!separated) this.lacks("`,` between two values", ",");
          items.push(this.SUBRULE(this.value));
          separated = false;
        },
      },
      {
        ALT: () => {
          if (separated) this.lacks("a value before `,`");
          this.CONSUME(t.Comma);
          separated = true;
        },
      },
    ];
    const open = this.CONSUME(t.LBracket);
    this.skipTo(listStops, "a value, `,` or `]`");
    this.MANY(() => {
      this.OR(alternatives);
      this.skipTo(listStops, "a value, `,` or `]`");
    });
    this.CONSUME(t.RBracket);
    return { kind: "list", items, range: this.rangeFrom(open) };
  });

  readonly object: ParserMethod<[], ObjectValue> = this.RULE("object", (): ObjectValue => {
    const entries: ObjectEntry[] = [];
    const alternatives: IOrAlt<unknown>[] = [
      { ALT: () => entries.push(this.SUBRULE(this.entry)) },
      { ALT: () => this.CONSUME(t.Comma) },
    ];
    const open = this.CONSUME(t.LBrace);
    this.skipTo(objectStops, "a key or `}`");
    this.MANY(() => {
      this.OR(alternatives);
      this.skipTo(objectStops, "a key or `}`");
    });
    this.CONSUME(t.RBrace);
    return { kind: "object", entries, range: this.rangeFrom(open) };
  });

  readonly entry: ParserMethod<[], ObjectEntry> = this.RULE("entry", (): ObjectEntry => {
    const key = this.CONSUME(t.KeyStart);
    this.CONSUME(t.Colon);
    const value = this.OPTION(() => this.SUBRULE(this.value));
    if (value === undefined) this.lacks("a value");
    return { key: this.name(key), value, range: this.rangeFrom(key) };
  });

  protected stringValue(token: IToken): StringValue {
    if (this.RECORDING_PHASE) return { kind: "string", block: false, parts: [], range: emptyRange };
    return decodeQuoted(token.image, token.startOffset, this.problems);
  }

  protected textBlock(token: IToken): StringValue {
    if (this.RECORDING_PHASE) return this.stringValue(token);
    return decodeBlock(token.image, token.startOffset, this.problems);
  }

  protected number(token: IToken): NumberValue {
    const value = Number(token.image);
    // Short ones without an exponent always are.
    if (!this.RECORDING_PHASE && /[eE]|.{16}/.test(token.image) && !isKept(token.image)) {
      const args = { text: token.image, becomes: String(value) };
      this.problems.report("invalid-number", token.startOffset, endOf(token), args);
    }
    const range = this.rangeFrom(token);
    return { kind: "number", text: token.image, value: Number.isFinite(value) ? value : 0, range };
  }

  private word(token: IToken): Value {
    const text = token.image;
    const range = { start: token.startOffset, end: token.startOffset + text.length };
    switch (text) {
      case "true":
        return { kind: "boolean", value: true, range };
      case "false":
        return { kind: "boolean", value: false, range };
      case "null":
        return { kind: "null", range };
      default:
        return { kind: "name", text, range };
    }
  }
}
