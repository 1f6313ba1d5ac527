export type Expression =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "class"; readonly pattern: string }
  | { readonly kind: "sequence"; readonly items: readonly Expression[] }
  | { readonly kind: "choice"; readonly items: readonly Expression[] }
  | { readonly kind: "optional"; readonly item: Expression }
  | { readonly kind: "repeat"; readonly item: Expression };

export interface Rule {
  readonly name: string;
  readonly section: string;
  readonly expression: Expression;
}

export function parseEbnf(text: string): Rule[];
