import type { OutlineItem } from '../../outline/outline.js';
import { walkOutline } from '../../outline/progress.js';
import type { Rule } from '../rule.js';

const code = 'outline.open-under-done';

export const outlineOpenUnderDone: Rule = {
  code,
  looksAt: 'part',
  severity: 'hint',
  description: 'An item was left open below a topic that is ticked.',
  examples: [
    { text: '- [x] kube-proxy\n  - [x] iptables\n  - ⟦[ ]⟧ ipvs' },
    { text: '- [x] a\n  - words\n    - ⟦[ ]⟧ b\n  - [x] c' },
    { text: '- [ ] a\n  - [ ] b\n- [x] c\n  - [x] d' },
    { text: '- [x] a\n  - [ ] b\n  - [ ] c' },
    { text: '- [x] the parts\n  - [x] one\n  - [ ] two\n    - [ ] demo' },
  ],
  check: ({ episode: { outline } }) =>
    walkOutline(outline).flatMap((topic) => {
      if (topic.checked !== true) return [];
      const tasks = tasksBelow(topic);
      const open = tasks.filter(({ checked }) => checked === false);
      // where most is open, or what is open holds items of its own, the topic goes on: nothing was forgotten
      if (open.length * 2 > tasks.length) return [];
      return open.flatMap(({ box, children }) =>
        box && !walkOutline(children).some(({ checked }) => checked !== null)
          ? [{ code, span: box, message: `“${topic.label}” is done, this is not. Expected both alike.` }]
          : [],
      );
    }),
};

/** The tasks below an item that stand below no other task. */
const tasksBelow = ({ children }: OutlineItem): OutlineItem[] =>
  children.flatMap((child) => (child.checked === null ? tasksBelow(child) : [child]));
