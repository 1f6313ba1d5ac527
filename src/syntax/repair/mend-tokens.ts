import type { Problems } from "../problems.js";
import type { TokenVector } from "../token-vector.js";
import { mendCharacters } from "./mend-characters.js";
import { TokenMender } from "./token-mender.js";

/** Makes whole tokens of broken ones. What other languages write in another way is read as what it means. */
export function mendTokens(tokens: TokenVector, isBroken: readonly boolean[], problems: Problems): TokenVector {
  return new TokenMender(tokens, isBroken, problems, mendCharacters).run();
}
