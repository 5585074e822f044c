import type { Block, HtmlTag, Inline, NoteSyntax, Text } from '../markdown/syntax.js';
import { inlinesOf, walkBlocks, walkInlines } from '../markdown/visit.js';
import type { Show } from '../show/show.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import { oncePer } from '../text/oncePer.js';
import { type Span, span } from '../text/span.js';
import type { NoteLink } from './episode.js';

/** Every link of a note, in the order of the text. */
export function collectLinks({ text, blocks }: NoteSyntax, show: Show): NoteLink[] {
  const short = show.shortLink === '' ? undefined : shortLinks(show);
  const links: NoteLink[] = [];
  for (const block of walkBlocks(blocks)) {
    const inlines = inlinesOf(block);
    links.push(...ofBlock(block));
    for (const inline of walkInlines(inlines)) if (inline.kind !== 'text') links.push(...ofInline(inline));
    if (inlines.length > 0 && short?.anywhere.test(text.slice(block.start, block.end)))
      for (const prose of proseOf(inlines)) links.push(...crossReferences(prose, text, short.inText));
  }
  const numbered = links.map((link) => {
    const episode = short?.whole.exec(link.url)?.[1];
    return episode === undefined ? link : { ...link, episode: Number(episode) };
  });
  return numbered.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** How a show's short links look: `tgik.io/093`. */
const shortLinks = oncePer(({ shortLink }: Show) => {
  const domain = escapeRegExp(shortLink);
  return {
    anywhere: new RegExp(`${domain}/\\d`, 'i'),
    whole: new RegExp(`^(?:https?://)?${domain}/(\\d+)/?$`, 'i'),
    inText: new RegExp(`(?<![\\w./@-])${domain}/\\d+(?![\\w/-])`, 'gi'),
  };
});

function ofBlock(block: Block): NoteLink[] {
  if (block.kind === 'html') return block.tags.flatMap(ofTag);
  if (block.kind !== 'definition') return [];
  return [
    {
      form: 'definition',
      url: block.url.trim(),
      span: block,
      target: block.target,
      label: null,
      attribute: null,
      episode: null,
    },
  ];
}

function ofInline(inline: Inline): NoteLink[] {
  const at = span(inline.start, inline.end);
  const [attribute, episode] = [null, null];
  switch (inline.kind) {
    case 'link': {
      const own = inline.form === 'bare' || inline.form === 'autolink';
      const label = own ? null : { span: inline.label, plain: inline.plain };
      return [
        { form: inline.form, url: inline.url.trim(), span: at, target: inline.target, label, attribute, episode },
      ];
    }
    case 'reference':
      return [
        {
          form: inline.image ? 'imageReference' : 'reference',
          url: inline.identifier,
          span: at,
          target: at,
          label: { span: at, plain: inline.plain },
          attribute,
          episode,
        },
      ];
    case 'htmlInline':
      return inline.tags.flatMap(ofTag);
    default:
      return [];
  }
}

function ofTag(tag: HtmlTag): NoteLink[] {
  return tag.attributes
    .filter(({ name }) => name === 'href' || name === 'src')
    .map(({ name, value, span: target }) => ({
      form: 'html' as const,
      url: value.replace(/[\r\n\t]/g, '').trim(),
      span: span(tag.start, tag.end),
      target,
      label: null,
      attribute: `${tag.name} ${name}`,
      episode: null,
    }));
}

/** Text that is not already inside a link. */
function* proseOf(inlines: readonly Inline[]): Generator<Text> {
  for (const inline of inlines) {
    if (inline.kind === 'text') yield inline;
    if (inline.kind === 'emphasis' || inline.kind === 'strong' || inline.kind === 'delete')
      yield* proseOf(inline.inlines);
  }
}

function crossReferences(prose: Span, text: string, pattern: RegExp): NoteLink[] {
  return [...text.slice(prose.start, prose.end).matchAll(pattern)].map((match) => {
    const at = span(prose.start + match.index, prose.start + match.index + match[0].length);
    return { form: 'crossReference', url: match[0], span: at, target: at, label: null, attribute: null, episode: null };
  });
}
