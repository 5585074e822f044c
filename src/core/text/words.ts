const BYTES = 4;
const BLANK = 32;

/** So many bytes rounded up to whole words. */
const wordsUp = (length: number): number => Math.ceil(length / BYTES) * BYTES;

/** Bytes one after the other, each part filled up with blanks to whole words. */
export function inWords(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + wordsUp(length), 0)).fill(BLANK);
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += wordsUp(part.length);
  }
  return all;
}

/** The same bytes, in a place where their words can be looked at. */
export const alignWords = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % BYTES === 0 ? bytes : bytes.slice());

/** A number that differs where one word differs, and where more do but for chance. Bytes behind the last whole word count for nothing. */
export function sumOfWords({ buffer, byteOffset, length }: Uint8Array): number {
  const words = new Int32Array(buffer, byteOffset, Math.floor(length / BYTES));
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  return sum;
}
