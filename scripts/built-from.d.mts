export function sourcesHash(): string;
export function builtFrom(folder: string): string | undefined;
export function noteSources(folder: string, hash: string): void;
