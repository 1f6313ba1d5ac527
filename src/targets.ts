/** What a journey can be compiled to. */
export const targets = ["export", "machine", "frconfig", "mermaid"] as const;

export type Target = (typeof targets)[number];

export function isTarget(name: string): name is Target {
  return (targets as readonly string[]).includes(name);
}
