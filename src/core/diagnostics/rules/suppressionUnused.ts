import type { Rule } from '../rule.js';

export const suppressionUnused: Rule = {
  code: 'suppression.unused',
  severity: 'hint',
  description: 'A comment keeps a problem quiet that is not there, or names no rule.',
  examples: [
    { text: '<!-- tgik-disable-next-line ⟦link.nothing⟧ -- why -->\n- [a](https://a.io)' },
    { text: '⟦<!-- tgik-disable-next-line -->⟧\n- [a]()' },
    { text: '<!-- tgik-disable-file ⟦link.empty-target⟧ -->\n\n- [a](https://a.io)' },
    { text: '- [a]() <!-- tgik-disable-line link.empty-target, ⟦link.missing-scheme⟧ -->' },
    { text: '<!-- tgik-disable-next-line link.empty-target -- to come -->\n- [a]()' },
    { text: '- b\n- [a]() <!-- tgik-disable-line link.empty-target -->' },
    { text: '- [a]()\n\n<!-- tgik-disable-file link.empty-target -- a draft -->' },
    { text: '`<!-- tgik-disable-file link.nothing -->`' },
    { text: '<!-- a comment of somebody’s -->' },
  ],
  // found by computeProblems, which alone knows what the other rules found
  check: () => [],
};
