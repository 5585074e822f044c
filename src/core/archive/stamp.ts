/** What tells whether a file has changed: its time in milliseconds and its size in bytes. */
export const stampOf = (mtime: number, size: number): string => `${mtime}-${size}`;

/** The size in a stamp. */
export const sizeOf = (stamp: string): number => Number(stamp.slice(stamp.lastIndexOf('-') + 1));
