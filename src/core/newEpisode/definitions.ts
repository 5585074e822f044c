import type { Episode } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import type { Definition, NoteSyntax, Reference } from '../markdown/syntax.js';
import { inlinesOf, walkBlocks, walkInlines } from '../markdown/visit.js';
import type { Show } from '../show/show.js';
import { lineEndOf } from '../text/lines.js';
import { slice } from '../text/span.js';

/**
 * A note made from parts of `source`, with the definitions (`[id]: https://…`) at its end that its references had
 * there and would lack here.
 */
export function withDefinitions(note: string, source: Episode, show: Show): string {
  const known = new Set(definitionsOf(parseEpisode(note, show).syntax).map(({ identifier }) => identifier));
  const missing = definitionsOf(source.syntax).filter(
    ({ identifier }, at, all) => !known.has(identifier) && all.findIndex((one) => one.identifier === identifier) === at,
  );
  const lines = missing.map((definition) => slice(source.syntax.text, definition));
  if (lines.length === 0) return note;
  const eol = lineEndOf(note);
  const whole = parseEpisode(note.trimEnd() + eol + eol + lines.join(eol), show);
  const used = new Set(referencesOf(whole.syntax).map(({ identifier }) => identifier));
  const needed = missing.filter(({ identifier }) => used.has(identifier));
  if (needed.length === 0) return note;
  const ending = /[\r\n]$/.test(note) ? eol : '';
  const gap = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(note) ? '' : ending === '' ? eol + eol : eol;
  return note + gap + needed.map((one) => slice(source.syntax.text, one)).join(eol) + ending;
}

const definitionsOf = ({ blocks }: NoteSyntax): Definition[] =>
  [...walkBlocks(blocks)].filter((block) => block.kind === 'definition');

const referencesOf = ({ blocks }: NoteSyntax): Reference[] =>
  [...walkBlocks(blocks)]
    .flatMap((block) => [...walkInlines(inlinesOf(block))])
    .filter((inline) => inline.kind === 'reference');
