import { escapeRegExp } from '../text/escapeRegExp.js';
import table from './shortcodes.json' with { type: 'json' };

/**
 * The emoji of a GitHub `:shortcode:`, named without its colons; undefined for a name that is none.
 * A line of the table is an emoji's names and the emoji.
 */
export function emojiOf(name: string): string | undefined {
  return new RegExp(`(?:^|[ \\n])${escapeRegExp(name)} (?:[^ \\n]+ )*([^ \\n]+)`).exec(table)?.[1];
}
