import type { Episode } from '../episode/episode.js';
import { countBefore } from '../text/partitionPoint.js';
import type { Span } from '../text/span.js';
import { findMalformedUrl, type MalformedUrl } from './malformedUrls.js';
import { proseOf } from './prose.js';

const TOKEN = /(?<![\w./:@&=?#-])[a-z]{3,6}(?::?\/\/|[:;]\/+)[^\s<>()[\]\uE000\uE001]+/giu;

/** Malformed URLs in plain words, which Markdown does not link: `htps://example.com`, `https:/example.com`. */
export function findMalformedInText({ syntax, links }: Episode): (MalformedUrl & { readonly span: Span })[] {
  return proseOf(syntax).flatMap(({ text, start }) =>
    (text.includes('/') ? [...text.matchAll(TOKEN)] : []).flatMap((match) => {
      const url = match[0].replace(/(?<![.,;:!?*_~'"’”])[.,;:!?*_~'"’”]+$/, '');
      const span = { start: start + match.index, end: start + match.index + url.length };
      const malformed = /[/\\][\w-]+\.\w/.test(url) ? findMalformedUrl(url) : undefined;
      const before = malformed && links[countBefore(links, span.end) - 1];
      const linked = before && span.start < before.span.end;
      return malformed && !linked ? [{ ...malformed, span }] : [];
    }),
  );
}
