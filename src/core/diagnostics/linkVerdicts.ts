import { finalTarget } from '../links/finalTarget.js';
import type { Verdict } from '../links/linkVerdict.js';
import { webLinks } from '../links/webLinks.js';
import type { Facts, Problem } from './rule.js';

/** The links of a note of which asking told `verdict`. */
export const findVerdicts = (facts: Facts, verdict: Verdict, says: string): readonly Problem[] =>
  webLinks(facts.episode).flatMap((link) => {
    const known = facts.verdictOf?.(link.url);
    if (known?.verdict !== verdict) return [];
    const to = verdict === 'moved' ? ` to ${finalTarget(known, link.url)}` : `: ${known.reason}`;
    return [{ code: `link.${verdict}`, span: link.target, message: `${says}${to}.` }];
  });
