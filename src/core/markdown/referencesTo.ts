import type { Construct, Extension } from 'micromark-util-types';
import type { Labels } from './labels.js';

/** A list of the parser's own that answers out of `labels`, at once. */
const those = (labels: Labels, kind: '[' | '^'): string[] =>
  Object.assign<string[], Pick<string[], 'includes'>>([], { includes: (name) => labels.has(kind + name) });

/** Brackets are references to `labels` and nothing else, wherever these are defined. */
export function referencesTo(labels: Labels): Extension {
  const known = { defined: those(labels, '['), gfmFootnotes: those(labels, '^') };
  const bracket: Construct = {
    // words are read when all blocks are: what these define is in the lists that are left aside
    tokenize(_effects, _ok, nok) {
      Object.assign(this.parser, known);
      return nok;
    },
  };
  return { text: { 91: bracket, 93: bracket } };
}
