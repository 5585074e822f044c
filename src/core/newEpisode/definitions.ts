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
  const missing = missingDefinitions(note, source, show);
  if (missing.length === 0) return note;
  const whole = parseEpisode(note + definitionBlock(note, missing, source), show);
  const used = new Set(referencesOf(whole.syntax).map(({ identifier }) => identifier));
  const needed = missing.filter(({ identifier }) => used.has(identifier));
  return note + definitionBlock(note, needed, source);
}

/** What to put behind a note so that all of `source` means there what it means here; '' where nothing lacks. */
export const allDefinitions = (note: string, source: Episode, show: Show): string =>
  definitionBlock(note, missingDefinitions(note, source, show), source);

/** The first of each name that `note` has none of. */
function missingDefinitions(note: string, source: Episode, show: Show): Definition[] {
  const known = new Set(definitionsOf(parseEpisode(note, show).syntax).map(({ identifier }) => identifier));
  return definitionsOf(source.syntax).filter(
    ({ identifier }, at, all) => !known.has(identifier) && all.findIndex((one) => one.identifier === identifier) === at,
  );
}

function definitionBlock(note: string, definitions: readonly Definition[], source: Episode): string {
  if (definitions.length === 0) return '';
  const eol = lineEndOf(note);
  const ending = /[\r\n]$/.test(note) ? eol : '';
  const gap = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(note) ? '' : ending === '' ? eol + eol : eol;
  return gap + definitions.map((one) => slice(source.syntax.text, one)).join(eol) + ending;
}

const definitionsOf = ({ blocks }: NoteSyntax): Definition[] =>
  walkBlocks(blocks).filter((block) => block.kind === 'definition');

const referencesOf = ({ blocks }: NoteSyntax): Reference[] =>
  walkBlocks(blocks)
    .flatMap((block) => walkInlines(inlinesOf(block)))
    .filter((inline) => inline.kind === 'reference');
