import type { Rule } from '../rule.js';
import { findTargetFaults } from '../targetFaults.js';

const code = 'link.missing-scheme';

export const linkMissingScheme: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'error',
  description: 'A domain without “https://” is read as a file beside the note.',
  examples: [
    { text: '- [the weekly](⟦kubeweekly.io⟧)' },
    { text: '<a href="⟦tgik.io/077⟧" target="_blank">watch</a>' },
    { text: '[the weekly]: ⟦www.kubeweekly.example⟧' },
    { text: '- [ask](⟦me@example.com⟧), [install](⟦get.example.sh/stable⟧), [local](⟦example.com:8080/x⟧)' },
    {
      text: '- [read me](README.md), [picture](./images/a.io/b.png), [script](run.sh), [page](index.html), tgik.io/001',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    { text: '- [mail](mailto:a@example.com), [top](#top), [site](//example.com), [notes](notes.txt), [odd](./x.io)' },
  ],
  check: (facts) => findTargetFaults(facts, code),
};
