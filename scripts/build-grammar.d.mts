/** The railroad diagrams as one self-contained page. */
export function renderRailroad(): string;
