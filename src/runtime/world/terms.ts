import type { World } from "./world.js";
import type { TermsOptions } from "./world-options.js";

/** The terms in force: the world's, or else those of a new tenant. `undefined` where the world says that there are none. */
export function termsOf({ options }: World): TermsOptions | undefined {
  return options.terms === undefined ? ofNewTenant : (options.terms ?? undefined);
}

const ofNewTenant: TermsOptions = { version: "0.0", text: "The terms and conditions of a new tenant." };
