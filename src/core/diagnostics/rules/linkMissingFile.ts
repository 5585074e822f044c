import type { Rule } from '../rule.js';
import { findTargetFaults } from '../targetFaults.js';

const code = 'link.missing-file';

export const linkMissingFile: Rule = {
  code,
  looksAt: 'part',
  severity: 'warning',
  description: 'A link asks for a file that is not there.',
  examples: [
    { text: '- [slides](⟦slides.pdf⟧)', path: 'episodes/002/README.md' },
    { text: '- [the last one](⟦../099/README.md#notes⟧)', path: 'episodes/002/README.md' },
    { text: '![board](⟦/images/white%20board.png⟧)', path: 'episodes/002/README.md' },
    {
      text: '- [the first one](../001/README.md#notes), [again](/episodes/001/README.md?plain=1)',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    { text: '- [top](#top) [site](https://example.com/slides.pdf)', path: 'episodes/002/README.md' },
  ],
  check: (facts) => findTargetFaults(facts, code),
};
