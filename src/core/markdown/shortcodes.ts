import { shortcodeTable } from './shortcodeTable.js';

/** Filled when a name is first asked for. */
const emojis = new Map<string, string>();

/**
 * The emoji of a GitHub `:shortcode:`, named without its colons; undefined for a name that is none.
 * A line of the table is an emoji's names and the emoji.
 */
export function emojiOf(name: string): string | undefined {
  if (emojis.size === 0) {
    for (const line of shortcodeTable().split('\n')) {
      const names = line.split(' ');
      const emoji = names.pop() ?? '';
      for (const one of names) emojis.set(one, emoji);
    }
  }
  return emojis.get(name);
}
