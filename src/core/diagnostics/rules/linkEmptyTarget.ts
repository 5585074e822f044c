import type { Rule } from '../rule.js';
import { findTargetFaults } from '../targetFaults.js';

const code = 'link.empty-target';

export const linkEmptyTarget: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'error',
  description: 'A link or an image has no target: nothing stands between its parentheses or quotes.',
  examples: [
    { text: '- 00:00:00 - Welcome!⟦![]()⟧' },
    { text: 'See ⟦[the release notes]()⟧.' },
    { text: '⟦<a href="" target="_blank">⟧watch</a>' },
    { text: '⟦[the release notes]: <>⟧' },
    { text: 'See [the release notes](https://example.com) and `[]()`.' },
    { text: '- [ ] a task, and [x] no link' },
    { text: '<a name="top"></a>' },
  ],
  check: (facts) => findTargetFaults(facts, code),
};
