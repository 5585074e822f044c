import { decodeHTMLStrict } from 'entities/decode';

/**
 * Stands in for the package `decode-named-character-reference` in the bundles: the same answers from the table the
 * HTML tokenizer brings along anyway. `name` is letters and digits, without `&` and `;`; false for a name HTML does not know.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  if (name.startsWith('#')) return false;
  const reference = `&${name};`;
  const decoded = decodeHTMLStrict(reference);
  return decoded === reference ? false : decoded;
}
