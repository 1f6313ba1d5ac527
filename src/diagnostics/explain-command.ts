/** The command that prints the explanation of a diagnostic. */
export function explainCommand(code: string): string {
  return `journeyc explain ${code}`;
}
