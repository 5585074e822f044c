import { decodeString } from 'micromark-util-decode-string';
import type { Span } from '../../text/span.js';

/** Words as written, with where they begin and end. */
export interface Written extends Span {
  readonly value: string;
}

const BLANK = 32;

/** Gathers the words between other inlines, without the blanks around line breaks. */
export class Prose {
  readonly #text: string;
  readonly #endWith: (words: Written | undefined, lineBreak?: Span) => void;
  #atLineStart: boolean;
  #value = '';
  #start = 0;
  #end = 0;

  /** `endWith` is told of the words gathered so far, and of the hard break behind them. */
  constructor(text: string, atLineStart: boolean, endWith: (words: Written | undefined, lineBreak?: Span) => void) {
    this.#text = text;
    this.#atLineStart = atLineStart;
    this.#endWith = endWith;
  }

  add(from: number, to: number): void {
    const text = this.#text;
    let at = from;
    while (at < to) {
      if (this.#atLineStart) {
        while (at < to && text.charCodeAt(at) === BLANK) at++;
        if (at === to) return;
        this.#atLineStart = false;
      }
      const lineFeed = text.indexOf('\n', at);
      if (lineFeed < 0 || lineFeed >= to) {
        this.#write(at, to);
        return;
      }
      const eol = lineFeed > at && text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
      let end = eol;
      while (end > at && text.charCodeAt(end - 1) === BLANK) end--;
      this.#write(at, end);
      at = lineFeed + 1;
      if (eol - end < 2) this.#write(eol, at);
      else this.end({ start: end, end: at });
      this.#atLineStart = true;
    }
  }

  /** Another inline follows, or nothing. */
  end(lineBreak?: Span): void {
    const { length } = this.#value;
    const words = length > 0 ? { start: this.#start, end: this.#end, value: this.#value } : undefined;
    this.#value = '';
    this.#atLineStart = false;
    if (words || lineBreak) this.#endWith(words, lineBreak);
  }

  #write(from: number, to: number): void {
    if (from === to) return;
    if (this.#value === '') this.#start = from;
    this.#value += this.#text.slice(from, to);
    this.#end = to;
  }
}

/** Escapes and character references as what they mean. */
export const decode = (written: string): string => (/[\\&]/.test(written) ? decodeString(written) : written);
