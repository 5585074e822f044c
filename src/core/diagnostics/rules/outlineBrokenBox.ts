import type { Episode } from '../../episode/episode.js';
import { walkOutline } from '../../outline/progress.js';
import { oncePer } from '../../text/oncePer.js';
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
  check: ({ episode: { parts, progress } }) =>
    // a letter in brackets is a box only among boxes
    progress.total === 0
      ? []
      : parts.flatMap(({ start, episode }) =>
          brokenBoxes(episode).map(({ box, at }) => ({
            code,
            span: { start: start + at, end: start + at + box.length },
            message: `“${box}” is no box. Expected “[ ] ” or “[x] ”.`,
          })),
        ),
};

const brokenBoxes = oncePer(({ outline, syntax }: Episode) =>
  [...walkOutline(outline)].flatMap(({ kind, content }) => {
    if (kind !== 'item') return [];
    const words = slice(syntax.text, content);
    const [box] = BROKEN.exec(words) ?? /^\[[A-Za-z]\](?=\s)/.exec(words) ?? [];
    return box === undefined ? [] : [{ box, at: content.start }];
  }),
);
