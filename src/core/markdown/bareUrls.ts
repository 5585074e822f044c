import type { Span } from '../text/span.js';
import type { Inline, Link } from './syntax.js';

const MAY_HAVE_URL = /:\/\/|www\./i;
const URL_START = /(?<![A-Za-z0-9])(?:https?:\/\/|www\.)[^\s<]+/gi;

/**
 * Bare URLs as GFM's "extended autolinks" reads them: to the next blank or `<`, less trailing punctuation,
 * an unmatched `)` and an entity. `before` is the character in front of `source`.
 * https://github.github.com/gfm/#autolinks-extension-
 */
function findBareUrls(source: string, before: string): Span[] {
  const urls: Span[] = [];
  for (const match of source.matchAll(URL_START)) {
    const start = match.index;
    if (start === 0 && /[A-Za-z0-9]/.test(before)) continue;
    const url = trimPunctuation(match[0]);
    const host = url.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0] ?? '';
    if (/^[\w-]+(\.[\w-]+)+$/u.test(host)) urls.push({ start, end: start + url.length });
  }
  return urls;
}

/** A URL without what GFM leaves out at its end. */
export function trimPunctuation(url: string): string {
  let end = url.length;
  let unmatched = count(url, ')') - count(url, '(');
  for (;;) {
    const last = url[end - 1] ?? '';
    const entity =
      last === ';' ? (/^&[A-Za-z0-9]+;$/.exec(url.slice(url.lastIndexOf('&', end - 1), end))?.[0].length ?? 0) : 0;
    if (entity > 0) end -= entity;
    else if (/[?!.,:*_~'"\]]/.test(last)) end -= 1;
    else if (last === ')' && unmatched > 0) {
      end -= 1;
      unmatched -= 1;
    } else return url.slice(0, end);
  }
}

const count = (text: string, char: string): number => text.split(char).length - 1;

/**
 * The text at `span` of `text`, of which `value` is what it means. GFM links bare URLs also where its tokenizer leaves
 * them as text, such as behind an open `[`.
 */
export function textWithBareUrls(text: string, value: string, span: Span): Inline[] {
  const source = text.slice(span.start, span.end);
  const urls = MAY_HAVE_URL.test(source) ? findBareUrls(source, text[span.start - 1] ?? '') : [];
  if (urls.length === 0) return [{ kind: 'text', ...span, value }];
  const inlines: Inline[] = [];
  let last = 0;
  const add = (start: number, end: number): void => {
    if (start < end) inlines.push({ kind: 'text', ...at(start, end), value: source.slice(start, end) });
  };
  const at = (start: number, end: number): Span => ({ start: span.start + start, end: span.start + end });
  for (const { start, end } of urls) {
    add(last, start);
    inlines.push(bareLink(source.slice(start, end), at(start, end)));
    last = end;
  }
  add(last, source.length);
  return inlines;
}

/** `https://…` or `www.…` at `span`. */
export function bareLink(written: string, span: Span): Link {
  const url = /^www\./i.test(written) ? `http://${written}` : written;
  return { kind: 'link', form: 'bare', ...span, label: span, target: span, url, plain: written, inlines: [] };
}
