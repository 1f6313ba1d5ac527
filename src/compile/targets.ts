/** What a journey can be compiled to. */
export const targets = ["export", "machine", "frconfig", "mermaid"] as const;

export type BuildTarget = (typeof targets)[number];
