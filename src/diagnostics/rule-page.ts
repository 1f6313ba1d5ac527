const pages = "https://github.com/journeyc/journeyc/blob/main/docs/rules";

/** The page that explains a diagnostic. */
export function rulePageUrl(code: string): string {
  return `${pages}/${code}.md`;
}
