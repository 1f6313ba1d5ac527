export function packVsix(folder: string): Uint8Array;
