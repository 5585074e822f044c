import { emojiOf } from './shortcodes.js';
import type { Inline } from './syntax.js';

/**
 * What a reader sees of some inline Markdown, on one line: emphasis, code, links and images as their words,
 * escapes and `:shortcodes:` rendered, HTML tags left out, line breaks as blanks.
 */
export const plainWords = (inlines: readonly Inline[]): string =>
  inlines
    .map(words)
    .join('')
    .replace(/\s\s+|[^\S ]/g, ' ')
    .trim();

function words(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.value.includes(':') ? inline.value.replace(SHORTCODE, emojiFor) : inline.value;
    case 'inlineCode':
      return inline.value;
    case 'emphasis':
    case 'strong':
    case 'delete':
      return inline.inlines.map(words).join('');
    case 'link':
    case 'reference':
      return inline.inlines.length > 0 ? inline.inlines.map(words).join('') : inline.plain;
    case 'break':
      return '\n';
    case 'htmlInline':
    case 'footnoteReference':
      return '';
  }
}

const SHORTCODE = /:([+\w-]+):/g;
const emojiFor = (all: string, name: string): string => emojiOf(name) ?? all;
