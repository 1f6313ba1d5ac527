import type { IToken, ParserMethod } from "chevrotain";
import type { Name, OutcomeReference, Property, Reference, StringValue, TypeReference, Version } from "../ast.js";
import { nameFromTitle } from "../repair/mark-node-header.js";
import * as t from "../tokens.js";
import { ValueRules } from "./value-rules.js";

/** What statements are made of: references, outcomes, types, titles, properties. */
export abstract class ReferenceRules extends ValueRules {
  readonly reference: ParserMethod<[], Reference> = this.RULE("reference", (): Reference => {
    const first = this.CONSUME(t.NameToken);
    const parts: Name[] = [this.name(first)];
    this.MANY(() => {
      this.CONSUME(t.Dot);
      const part = this.OPTION(() => this.CONSUME(t.Word));
      if (part === undefined) this.lacks("a name after `.`");
      else parts.push(this.name(part));
    });
    return { parts, range: this.rangeFrom(first) };
  });

  /** The rest of an outcome after its first word, which callers consume as what it is there. */
  readonly outcomeRest: ParserMethod<[IToken], OutcomeReference> = this.RULE(
    "outcomeRest",
    (first: IToken): OutcomeReference => {
      let second: IToken | undefined;
      this.OPTION(() => {
        this.CONSUME(t.Dot);
        second = this.OPTION1(() => this.CONSUME(t.Word));
        if (second === undefined) this.lacks("an outcome after `.`");
      });
      if (this.RECORDING_PHASE) return undefined as unknown as OutcomeReference;
      const name = this.name(first);
      return second === undefined
        ? { child: undefined, outcome: name, range: name.range }
        : { child: name, outcome: this.name(second), range: this.rangeFrom(first) };
    },
  );

  readonly type: ParserMethod<[], TypeReference> = this.RULE("type", (): TypeReference => {
    const first = this.CONSUME(t.Word);
    const version = this.OPTION(() => this.SUBRULE(this.version));
    const name = this.name(first);
    return { name, version, range: this.last === first ? name.range : this.rangeFrom(first) };
  });

  readonly version: ParserMethod<[], Version | undefined> = this.RULE("version", (): Version | undefined => {
    this.CONSUME(t.At);
    const number = this.OPTION(() => this.CONSUME(t.NumberLiteral));
    if (number === undefined) this.lacks("a version such as `2.0` after `@`");
    return number && { text: number.image, range: this.rangeFrom(number) };
  });

  readonly property: ParserMethod<[], Property> = this.RULE("property", (): Property => {
    const key = this.CONSUME(t.KeyStart);
    let locale: IToken | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Dot);
      locale = this.OPTION1(() => this.CONSUME(t.Word));
      if (locale === undefined) this.lacks("a locale after `.`");
    });
    const colon = this.OPTION2(() => this.CONSUME(t.Colon));
    const value = this.OPTION3(() => this.SUBRULE(this.value));
    if (value === undefined) this.lacks(colon === undefined ? "`:` and a value, or `->` and a target" : "a value");
    return {
      kind: "property",
      key: this.name(key),
      locale: locale && this.name(locale),
      value,
      range: this.rangeFrom(key),
    };
  });

  /** A name that the declaration before it needs. */
  protected required(token: IToken | undefined, what: string): Name | undefined {
    if (this.RECORDING_PHASE) return undefined;
    if (token === undefined) {
      this.lacks(what);
      return undefined;
    }
    const name = this.name(token);
    return name.quoted ? this.#withoutQuotes(name, what, token) : name;
  }

  #withoutQuotes({ text, range, quoted }: Name, what: string, { image }: IToken): Name {
    const meant = nameFromTitle(text);
    const isTitle = meant !== text && what === "a name";
    const fixes = meant === text ? [{ title: `Write ${meant}`, edits: [{ range, text: meant }] }] : [];
    const help = isTitle ? `Write a name before the title: \`${meant} ${image}\`.` : `Write \`${meant}\`.`;
    const args = { expected: `${what} without quotes`, found: image };
    this.problems.report("syntax-error", range.start, range.end, args, { help, fixes });
    return { text: meant, range, quoted };
  }

  protected title(token: IToken | undefined): StringValue | undefined {
    return token && this.stringValue(token);
  }
}
