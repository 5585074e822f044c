import { missingScheme } from '../diagnostics/targetFaults.js';
import { slice, span } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** `kubeweekly.io` → `https://kubeweekly.io`, `me@example.com` → `mailto:me@example.com` */
export const addScheme: Fixer = {
  code: 'link.missing-scheme',
  compute(facts, problem) {
    const scheme = missingScheme(slice(facts.episode.syntax.text, problem.span), facts);
    if (scheme === null) return [];
    const start = span(problem.span.start, problem.span.start);
    return [{ title: `Add ${scheme}`, preferred: true, edits: [{ span: start, newText: scheme }] }];
  },
};
