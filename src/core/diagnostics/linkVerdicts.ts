import { finalTarget } from '../links/finalTarget.js';
import type { Verdict } from '../links/linkVerdict.js';
import { webLinks } from '../links/webLinks.js';
import type { Facts, Problem } from './rule.js';

/** The links of a note of which asking told `verdict`. `say` gets why, and where the page is. */
export const findVerdicts = (
  facts: Facts,
  verdict: Verdict,
  say: (why: string, target: string) => string,
): readonly Problem[] =>
  webLinks(facts.episode).flatMap((link) => {
    const known = facts.verdictOf?.(link.url);
    if (known?.verdict !== verdict) return [];
    const message = say(known.reason, finalTarget(known, link.url));
    return [{ code: `link.${verdict}`, span: link.target, message }];
  });
