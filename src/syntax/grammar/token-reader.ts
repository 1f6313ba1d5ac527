import { EmbeddedActionsParser, type IToken } from "chevrotain";
import { TokenVector, typeIndex } from "../token-vector.js";
import { EndOfFile } from "../tokens.js";

/** Stands before the first token as well. */
export const endOfFile: IToken = {
  image: "",
  startOffset: Number.NaN,
  tokenTypeIdx: typeIndex(EndOfFile),
  tokenType: EndOfFile,
};
const noTokens = new TokenVector("");

/** A parser that takes its tokens from a vector: each becomes an object when it is the next one, and soon is garbage. */
export abstract class TokenReader extends EmbeddedActionsParser {
  /** The token that was consumed last. */
  protected last = endOfFile;
  protected next = endOfFile;
  #tokens = noTokens;
  #index = 0;

  protected read(tokens: TokenVector): void {
    this.input = [];
    this.#tokens = tokens;
    this.#index = 0;
    this.last = endOfFile;
    this.next = tokens.tokenAt(0) ?? endOfFile;
  }

  protected letGo(): void {
    this.read(noTokens);
  }

  protected consumeToken(): void {
    this.#index++;
    this.last = this.next;
    this.next = this.#tokens.tokenAt(this.#index) ?? endOfFile;
  }

  // What Chevrotain asks, and the engine of the package does not.

  protected override LA(distance: number): IToken {
    return distance === 0 ? this.last : this.next;
  }

  protected override LA_FAST(): IToken {
    return this.next;
  }

  protected override SKIP_TOKEN(): IToken {
    this.consumeToken();
    return this.next;
  }

  protected getLexerPosition(): number {
    return this.#index;
  }
}
