import type { Rule } from "../rule.js";

/** All rules, in the order in which output reads best: first what breaks a journey, then what surprises. */
export const rules: readonly Rule[] = [];
