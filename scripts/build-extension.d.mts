export function buildExtension(folder: string): Promise<void>;
