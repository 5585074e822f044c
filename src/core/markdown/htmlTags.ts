import { QuoteType, Tokenizer } from 'htmlparser2';
import type { HtmlAttribute, HtmlTag } from './syntax.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The tags in a piece of HTML, attributes with the exact span between their quotes.
 * `base` is the offset of `html` in the note. Never throws; an unfinished tag is left out.
 */
export function parseHtmlTags(html: string, base: number): HtmlTag[] {
  const tags: HtmlTag[] = [];
  let tag: Mutable<HtmlTag> & { attributes: HtmlAttribute[] } = newTag(0, '', false);
  let name = '';
  let value = '';
  let nameEnd = 0;

  function newTag(start: number, tagName: string, closing: boolean) {
    return { name: tagName, closing, start: base + start, end: base + start, attributes: [] as HtmlAttribute[] };
  }
  const close = (end: number): void => {
    tags.push({ ...tag, end: base + end + 1 });
  };
  const ignore = (): void => {};

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = newTag(start - 1, html.slice(start, end).toLowerCase(), false);
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        nameEnd = end;
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: (quote, end) => {
        if (quote === QuoteType.NoValue) return;
        const quoted = quote !== QuoteType.Unquoted;
        // the tokenizer's end stands behind the closing quote
        const start = html.indexOf('=', nameEnd) + 1 || nameEnd;
        const from = quoted ? html.indexOf(quote === QuoteType.Single ? "'" : '"', start) + 1 : end - value.length;
        tag.attributes.push({ name, value, span: { start: base + from, end: base + (quoted ? end - 1 : end) } });
      },
      onopentagend: close,
      onselfclosingtag: close,
      onclosetag: (start, end) => {
        tag = newTag(start - 2, html.slice(start, end).toLowerCase(), true);
        const gt = html.indexOf('>', end);
        close(gt < 0 ? html.length - 1 : gt);
      },
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      ontext: ignore,
      ontextentity: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tags;
}
