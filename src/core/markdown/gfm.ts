import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Construct, Extension } from 'micromark-util-types';

/** The autolink literals `names` alone: each is tried at every character it may begin with, e-mails at every letter. */
function autolinkLiterals(...names: readonly string[]): Extension {
  const text = Object.entries(gfmAutolinkLiteral().text ?? {}).map(([code, constructs]) => {
    const named = [constructs].flat().filter((one): one is Construct => names.includes(one?.name ?? ''));
    return [code, named] as const;
  });
  return { text: Object.fromEntries(text.filter(([, constructs]) => constructs.length > 0)) };
}

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
