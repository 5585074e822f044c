import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Construct, Extension, Token, TokenizeContext } from 'micromark-util-types';

/** The autolink literals `names` alone: each is tried at every character it may begin with, e-mails at every letter. */
function autolinkLiterals(...names: readonly string[]): Extension {
  const text = Object.entries(gfmAutolinkLiteral().text ?? {}).map(([code, constructs]) => {
    const named = [constructs].flat().filter((one): one is Construct => names.includes(one?.name ?? ''));
    return [code, named.map(notBehindBracket)] as const;
  });
  return { text: Object.fromEntries(text.filter(([, constructs]) => constructs.length > 0)) };
}

/** Where the bracket stands that a paragraph's URLs are behind. */
const brackets = new WeakMap<TokenizeContext, number>();

const isOpen = (token: Token | undefined): boolean =>
  (token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced;

/** The same: nothing behind an open `[` is an autolink, but that bracket is looked for once, not by each of them. */
const notBehindBracket = (construct: Construct): Construct => ({
  ...construct,
  tokenize(effects, ok, nok) {
    let atStart = true;
    const start = construct.tokenize.call(this, effects, ok, (code) => {
      if (atStart && construct.previous?.call(this, this.previous))
        brackets.set(
          this,
          this.events.findLastIndex(([, token]) => isOpen(token)),
        );
      return nok(code);
    });
    return (code) => {
      if (isOpen(this.events[brackets.get(this) ?? -1]?.[1])) return nok(code);
      const next = start(code);
      atStart = false;
      return next;
    };
  },
});

/** The row below a table's head: hyphens with a `|` or `:` among them. */
export const TABLE = /^[ \t>]*(?:-[ \t-]*)?[|:][ \t|:-]*$/m;
/** What any e-mail holds that GFM links. */
export const EMAIL = /[\w.+-]@[\w.-]/;

/** GFM's extensions of CommonMark, each with what every text holds that it changes. The later ones are tried first. */
const EXTENSIONS: readonly (readonly [RegExp, Extension])[] = [
  [/https?:\/\//i, autolinkLiterals('protocolAutolink')],
  [/www\./i, autolinkLiterals('wwwAutolink')],
  [EMAIL, autolinkLiterals('emailAutolink')],
  [/\[\^/, gfmFootnote()],
  [/~/, gfmStrikethrough()],
  [TABLE, gfmTable()],
  [/\[(?:\s+|x)\]/i, gfmTaskListItem()],
];

const choices = new Map<string, readonly Extension[]>();

/** Those of GFM's extensions that can change how `text` is read: all of them take twice the time. The same list for the same choice. */
export function gfmFor(text: string): readonly Extension[] {
  const needed = EXTENSIONS.filter(([holds]) => holds.test(text));
  const choice = needed.map((one) => EXTENSIONS.indexOf(one)).join();
  const known = choices.get(choice) ?? needed.map(([, extension]) => extension);
  choices.set(choice, known);
  return known;
}
