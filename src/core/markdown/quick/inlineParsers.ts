import type { DelimiterType, InlineParser } from '@lezer/markdown';
import { trimPunctuation } from '../bareUrls.js';
import { openBrackets } from './linkEnd.js';
import { doubt, matchAt, TAG } from './matching.js';

/**
 * How lezer reads what stands inside a line, made to read as micromark does. What the two may read differently becomes
 * a `Doubt`.
 */

/** Characters that mean nothing but themselves, as many as there are. */
const PLAIN = /(?:[^\\`*_~[\]!<hw]|h(?!ttps?:\/\/)|w(?!ww\.))+/iy;
const plainWords: InlineParser = {
  name: 'PlainWords',
  before: 'Escape',
  parse: (cx, _, pos) => (matchAt(PLAIN, cx, pos) ? cx.offset + PLAIN.lastIndex : -1),
};

const URL_TOKEN = /(?:https?:\/\/|www\.)[^\s<]*/iy;
/** A URL of which no reader doubts where it ends, once punctuation behind it is left out. */
const CERTAIN = /^(?:https?:\/\/|www\.)(?![a-z\d.-]*_)[a-z\d][\w\-./?=%#:+,@!$&()]*$/i;

/** `https://…`, `www.…` */
const bareUrl: InlineParser = {
  name: 'BareUrl',
  before: 'Escape',
  parse(cx, next, pos) {
    const first = next | 32;
    if ((first !== 104 && first !== 119) || openBrackets(cx).all.length > 0) return -1;
    const token = matchAt(URL_TOKEN, cx, pos)?.[0];
    if (token === undefined) return -1;
    const before = pos > cx.offset ? cx.slice(pos - 1, pos) : '';
    if (/[a-z]/i.test(before)) return -1;
    const certain = CERTAIN.test(token) && cx.char(pos + token.length) !== 60;
    if (!certain || !/^[ \n(:]?$/.test(before) || (first === 119 && before === ':'))
      return doubt(cx, pos, pos + token.length);
    return cx.addElement(cx.elt('URL', pos, pos + trimPunctuation(token).length));
  },
};

const AUTOLINK = /<[A-Za-z][A-Za-z\d+.-]{1,31}:(?:(?!\p{Cc})[^ <>])*>/uy;
const COMMENT = /<!--(?:-?>|.*?-->)/sy;
const LIKE_TAG = /<[a-z/!?]/iy;

/** `<https://…>`, `<a href="…">`, `<!-- … -->` */
const angleBracket: InlineParser = {
  name: 'HTMLTag',
  parse(cx, next, pos) {
    if (next !== 60) return -1;
    if (matchAt(AUTOLINK, cx, pos)) return cx.addElement(cx.elt('Autolink', pos, cx.offset + AUTOLINK.lastIndex));
    for (const pattern of [COMMENT, TAG])
      if (matchAt(pattern, cx, pos)) return cx.addElement(cx.elt('HTMLTag', pos, cx.offset + pattern.lastIndex));
    return matchAt(LIKE_TAG, cx, pos) ? doubt(cx, pos, pos + 1) : -1;
  },
};

const BOX = /\[[ xX]\](?: +[^ \n]| *\n)/y;
/** `[x]` at the start of an item. */
const box: InlineParser = {
  name: 'Box',
  before: 'Link',
  parse(cx, next, pos) {
    const found = next === 91 && pos === cx.offset && matchAt(BOX, cx, pos);
    return found ? cx.addElement(cx.elt(found[0].endsWith('\n') ? 'Doubt' : 'Box', pos, pos + 3)) : -1;
  },
};

const TILDES: readonly DelimiterType[] = [1, 2].map(() => ({ resolve: 'Strikethrough' }));
const isBlank = (character: string): boolean => /^\s?$/.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/** `~a~`, `~~a~~` */
const strikethrough: InlineParser = {
  name: 'Strikethrough',
  after: 'Emphasis',
  parse(cx, next, pos) {
    if (next !== 126) return -1;
    let end = pos + 1;
    while (cx.char(end) === 126) end++;
    const type = TILDES[end - pos - 1];
    if (type === undefined) return end;
    const [before, after] = [cx.slice(pos - 1, pos), cx.slice(end, end + 1)];
    const opens = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
    const closes = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
    return cx.addDelimiter(type, pos, end, opens, closes);
  },
};

export const inlineParsers: InlineParser[] = [plainWords, bareUrl, angleBracket, box, strikethrough];
