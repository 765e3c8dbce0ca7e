/**
 * Writes `count` valid descriptors of 3 to 6 KB into a folder, which is emptied before: the same ones for the same seed.
 */
export function makeCorpus(folder: string, count: number, seed?: number): void;
