import { moved } from '../markdown/shift.js';
import type { NoteSyntax, Part } from '../markdown/syntax.js';
import { oncePer } from '../text/oncePer.js';

/** The parts of a note, those up to the one with the title as one. */
export function headParts({ parts = [] }: NoteSyntax): readonly Part[] {
  const at = parts.findIndex(({ note }) => holdsTitle(note));
  return at > 0 ? [joined(parts.slice(0, at + 1)), ...parts.slice(at + 1)] : parts;
}

const holdsTitle = oncePer(({ blocks }: NoteSyntax) =>
  blocks.some((block) => block.kind === 'heading' && block.depth === 1),
);

const joinedBefore = new WeakMap<NoteSyntax, { readonly parts: readonly Part[]; readonly part: Part }>();

/** The same object as long as the parts are. */
function joined(parts: readonly Part[]): Part {
  const last = (parts.at(-1) as Part).note;
  const known = joinedBefore.get(last);
  if (known?.parts.length === parts.length && parts.every(({ note }, at) => note === known.parts[at]?.note))
    return known.part;
  const text = parts.map(({ note }) => note.text).join('');
  const part = { start: 0, note: { text, blocks: parts.flatMap(({ start, note }) => moved(note.blocks, start)) } };
  joinedBefore.set(last, { parts, part });
  return part;
}
