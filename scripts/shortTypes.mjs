// Gives what the tokenizers of Markdown find short names: they take longer to write than what is done with them.

/** What notes call so, too, and send from thread to thread. */
const SHARED = new Set(['thematicBreak', 'listItem', 'inlineCode', 'htmlInline', 'footnoteReference']);

/** Names of two words that tokens are given, wherever they are told apart by them. */
export function withShortTypes(code) {
  const entered = [...code.matchAll(/\.(?:enter|exit)\("([a-z]+[A-Z]\w+)"/g)].map(([, name]) => name);
  const names = [...new Set(entered)].filter((name) => !SHARED.has(name));
  if (code.includes('t$')) throw new Error('a name in the bundle ends in t$ already');
  return code.replace(
    new RegExp(`\\b(?:${names.join('|')})\\b`, 'g'),
    (name) => `t$${names.indexOf(name).toString(36)}`,
  );
}
