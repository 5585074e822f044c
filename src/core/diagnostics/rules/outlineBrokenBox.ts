import { perPart } from '../../episode/perPart.js';
import { walkOutline } from '../../outline/progress.js';
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
  check: ({ episode }) =>
    // a letter in brackets is a box only among boxes
    episode.progress.total === 0
      ? []
      : brokenBoxes(episode).map(({ box, span }) => ({
          code,
          span,
          message: `“${box}” is no box. Expected “[ ] ” or “[x] ”.`,
        })),
};

const brokenBoxes = perPart(({ outline, syntax }) =>
  walkOutline(outline).flatMap(({ kind, content: { start, end } }) => {
    if (kind !== 'item') return [];
    const words = syntax.text.slice(start, end);
    const [box] = BROKEN.exec(words) ?? /^\[[A-Za-z]\](?=\s)/.exec(words) ?? [];
    return box === undefined ? [] : [{ box, span: { start, end: start + box.length } }];
  }),
);
