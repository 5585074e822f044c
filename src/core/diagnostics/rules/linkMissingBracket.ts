import { span } from '../../text/span.js';
import { type BareTarget, bareTargets } from '../bareTargets.js';
import type { Facts, Problem, Rule } from '../rule.js';

const code = 'link.missing-bracket';

/** What is wrong around a URL in parentheses that Markdown does not read as a link's target. */
export interface BrokenLink {
  readonly form: 'open' | 'round' | 'none' | 'unclosed';
  /** Where the link's words begin: at their bracket, where they have one. */
  readonly start: number;
  /** `(` in front of the URL. */
  readonly paren: number;
  /** Behind the `)`; behind the URL where there is none. */
  readonly end: number;
}

const MESSAGES: Readonly<Record<BrokenLink['form'], string>> = {
  open: 'The link’s “[” is not closed. Expected “]” before “(”.',
  round: 'The link’s words stand in round brackets. Expected [words](target).',
  none: 'A URL in parentheses follows a word without a blank. Expected [words](target).',
  unclosed: 'The link is not closed. Expected “)” behind the URL.',
};

export const linkMissingBracket: Rule = {
  code,
  severity: 'error',
  description: 'A bracket of a link is missing, so that it does not become a link.',
  examples: [
    { text: '- ⟦[the announcement(https://example.com/news)⟧' },
    { text: '* The ⟦Notes(https://example.com/notes)⟧' },
    { text: '- ⟦(How to do it)(https://example.com/how)⟧' },
    { text: '- ⟦[the announcement](https://example.com/news⟧' },
    { text: '- an aside (see https://example.com) and one (https://example.org)' },
    { text: '- [a [b] c](https://example.com) `f(https://example.com)`' },
    { text: '- [words over\n  two lines](https://example.com)' },
  ],
  check: (facts) =>
    findBrokenLinks(facts).map(
      ({ form, start, end }): Problem => ({ code, span: span(start, end), message: MESSAGES[form] }),
    ),
};

/** Every URL that was meant as a link's target. */
export const findBrokenLinks = (facts: Facts): BrokenLink[] =>
  bareTargets(facts.episode).flatMap((target) => brokenLink(target) ?? []);

function brokenLink({ before, lineStart, paren, urlEnd, closed, behindLink }: BareTarget): BrokenLink | undefined {
  if (behindLink) return undefined;
  const end = closed ? urlEnd + 1 : urlEnd;
  if (!closed) {
    const words = /\[[^[\]]+\]$/.exec(before);
    return words ? { form: 'unclosed', start: lineStart + words.index, paren, end } : undefined;
  }
  const open = /(?<!\\)\[[^[\]]*[^[\]\s]$/.exec(before);
  if (open) return { form: 'open', start: lineStart + open.index, paren, end };
  const round = /(?<![\p{L}\p{N}\]])\([^()]+\)$/u.exec(before);
  if (round) return { form: 'round', start: lineStart + round.index, paren, end };
  const word = /[\p{L}\p{N}][\p{L}\p{N}_’'-]*$/u.exec(before);
  return word ? { form: 'none', start: lineStart + word.index, paren, end } : undefined;
}
