import type { OutlineItem } from '../../outline/outline.js';
import { walkOutline } from '../../outline/progress.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'outline.loose-children';

export const outlineLooseChildren: Rule = {
  code,
  looksAt: 'part',
  severity: 'hint',
  description: 'Tasks hang below a bare URL that stands behind their topic, instead of below the topic.',
  examples: [
    { text: '- [x] kube-proxy\n- ⟦https://example.com/kube-proxy⟧\n  - [ ] iptables' },
    { text: '- [ ] one\n- [ ] two\n- ⟦<https://example.com>⟧\n  - [x] a\n  - [x] b' },
    { text: '- [x] kube-proxy\n  - https://example.com/kube-proxy\n  - [ ] iptables' },
    { text: '- https://example.com\n  - [ ] a task about it' },
    { text: '- [x] one\n  - [x] a\n- https://example.com\n  - [ ] b' },
  ],
  check: ({ episode: { outline, syntax } }) =>
    listsOf(outline).flatMap((items) =>
      items.flatMap((item, at) => {
        const before = items[at - 1];
        const url = item.kind === 'item' && /^<?https?:\/\/\S+$/i.test(slice(syntax.text, item.content).trim());
        const loose = url && before?.kind === 'task' && before.children.length === 0;
        return loose && item.children.some(({ kind }) => kind === 'task')
          ? [
              {
                code,
                span: item.content,
                message: `These tasks hang below a link. Expected them below “${before.label}”.`,
              },
            ]
          : [];
      }),
    ),
};

const listsOf = (outline: readonly OutlineItem[]): (readonly OutlineItem[])[] => [
  outline,
  ...walkOutline(outline).map(({ children }) => children),
];
