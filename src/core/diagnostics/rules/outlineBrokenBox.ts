import { walkOutline } from '../../outline/progress.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'outline.broken-box';

/** `[]`, `[x]text`, `[ x ]`, `[✓]`, `{x}`, `[x}`: meant as a box, read as words. */
const BROKEN = /^(?:\[(?:|\s*[xX✓✔vV]\s*|\s{2,})\](?![([:])|[({][xX ][\])}]|\[[xX ][)}])/;

export const outlineBrokenBox: Rule = {
  code,
  severity: 'warning',
  description: 'A box that Markdown does not read as one.',
  examples: [
    { text: '- [ ] one\n- ⟦[x]⟧two\n- ⟦[]⟧ three\n- ⟦[ x]⟧ four' },
    { text: '- [ ] one\n- ⟦[✓]⟧ two\n- ⟦(x)⟧ three\n- ⟦[x}⟧ four' },
    { text: '- [ ] one\n- ⟦[K]⟧ two' },
    { text: '- [K] one\n- [a] two' },
    { text: '- [ ] one\n- [x](https://example.com) [docs] (see)\n- [kubelet] is next' },
  ],
  check: ({ episode: { outline, syntax } }) => {
    const items = [...walkOutline(outline)];
    // a letter in brackets is a box only among boxes
    const amongTasks = items.some(({ kind }) => kind === 'task');
    return items.flatMap((item) => {
      if (item.kind !== 'item' || !amongTasks) return [];
      const words = slice(syntax.text, item.content);
      const [box] = BROKEN.exec(words) ?? /^\[[A-Za-z]\](?=\s)/.exec(words) ?? [];
      if (box === undefined) return [];
      const span = { start: item.content.start, end: item.content.start + box.length };
      return [{ code, span, message: `“${box}” is no box. Expected “[ ] ” or “[x] ”.` }];
    });
  },
};
