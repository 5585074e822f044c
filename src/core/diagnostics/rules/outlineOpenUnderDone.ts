import { perPart } from '../../episode/perPart.js';
import { moved } from '../../markdown/shift.js';
import type { OutlineItem } from '../../outline/outline.js';
import { isOpen } from '../../outline/progress.js';
import { oncePer } from '../../text/oncePer.js';
import { type Span, span } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'outline.open-under-done';

export const outlineOpenUnderDone: Rule = {
  code,
  severity: 'hint',
  description: 'An item was left open below a topic that is ticked.',
  examples: [
    { text: '- [x] kube-proxy\n  - [x] iptables\n  - ⟦[ ]⟧ ipvs' },
    { text: '- [x] a\n  - words\n    - ⟦[ ]⟧ b\n  - [x] c' },
    { text: '- [ ] a\n  - [ ] b\n- [x] c\n  - [x] d' },
    { text: '- [x] a\n  - [ ] b\n  - [ ] c' },
    { text: '- [x] the parts\n  - [x] one\n  - [ ] two\n    - [ ] demo' },
  ],
  check: ({ episode }) => {
    const long = new Set(episode.longItems.map(({ item, start }) => start + item.span.start));
    const topics = topicsInParts(episode).filter(({ start }) => !long.has(start));
    const longOnes = episode.longItems.flatMap(({ item, start }) => moved(forgottenIn(item), start));
    return [...topics, ...longOnes].flatMap(({ label, open }) =>
      open.map((box) => {
        return { code, span: box, message: `“${label}” is done, this is not. Expected both alike.` };
      }),
    );
  },
};

/** A topic that is done, and boxes below it that were forgotten. */
interface Topic extends Span {
  readonly label: string;
  readonly open: readonly Span[];
}

const topicsInParts = perPart(({ outline }) => topicsIn(outline));

const topicsIn = (items: readonly OutlineItem[]): Topic[] =>
  items.flatMap((item) => (isOpen(item.tasks) ? [...forgottenBelow(item), ...topicsIn(item.children)] : []));

const forgottenIn = oncePer(forgottenBelow);

function forgottenBelow(topic: OutlineItem): Topic[] {
  if (topic.checked !== true || !isOpen(topic.tasks)) return [];
  const tasks = tasksBelow(topic);
  const open = tasks.filter(({ checked }) => checked === false);
  // where most is open, or what is open holds items of its own, the topic goes on: nothing was forgotten
  if (open.length * 2 > tasks.length) return [];
  const boxes = open.flatMap(({ box, tasks: { total } }) => (box && total === 0 ? [span(box.start, box.end)] : []));
  return boxes.length > 0 ? [{ ...topic.span, label: topic.label, open: boxes }] : [];
}

/** The tasks below an item that stand below no other task. */
const tasksBelow = ({ children }: OutlineItem): OutlineItem[] =>
  children.flatMap((child) => (child.checked === null ? tasksBelow(child) : [child]));
