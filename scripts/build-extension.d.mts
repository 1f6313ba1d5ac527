export function buildExtension(folder: string): Promise<void>;
export function addServer(dist: string, folder: string): void;
