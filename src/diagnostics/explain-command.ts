/** The command that explains a diagnostic, from the page that comes with the package. */
export function explainCommand(code: string): string {
  return `journeyc explain ${code}`;
}
