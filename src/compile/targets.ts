/** What a journey can be compiled to. */
export const targets = ["export", "machine", "types", "frconfig", "folder", "mermaid"] as const;

/** One of the targets of `build`. */
export type BuildTarget = (typeof targets)[number];
