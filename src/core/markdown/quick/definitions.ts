import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { type Labels, labelOf, mayDefine, NO_LABELS } from '../labels.js';
import type { Definition } from '../syntax.js';
import { decode } from './prose.js';

const LABEL = /^\[([^[\]\\]+)$/;
/** `words [label`: no definition starts inside a line. */
function isInsideLine(before: string): boolean {
  const words = before.slice(0, Math.max(before.lastIndexOf('['), 0));
  return /[^\s>*+\-.)\d[]/.test(words) && !before.includes('\\');
}

/** What the lines `[label]: …` of a note may define. Undefined where it may have definitions of other forms. */
export function findLabels(text: string): Labels | undefined {
  if (!mayDefine(text)) return NO_LABELS;
  const labels = new Set<string>();
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 2)) {
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const before = line.slice(line.lastIndexOf('\r') + 1);
    const label = LABEL.exec(before)?.[1];
    if (label !== undefined) labels.add(labelOf(label));
    else if (!isInsideLine(before)) return undefined;
  }
  return labels.size > 0 ? labels : NO_LABELS;
}

const LINE = /^(\[([^[\]\\]{1,900})\]: *)([^\s\p{Cc}<\\()]+) *$/u;

/** The definitions that the lines of a paragraph at the top level are; undefined where one may be something else. */
export function readDefinitions(source: string, start: number): Definition[] | undefined {
  if (!source.startsWith('[')) return undefined;
  const definitions: Definition[] = [];
  let at = start;
  for (const line of source.split('\n')) {
    const [written, before = '', label = '', url = ''] = LINE.exec(line.replace('\r', '')) ?? [];
    if (written === undefined || label.trim() === '') return undefined;
    const target = { start: at + before.length, end: at + before.length + url.length };
    definitions.push({
      kind: 'definition',
      start: at,
      end: at + written.length,
      identifier: normalizeIdentifier(label).toLowerCase(),
      label: { start: at + 1, end: at + 1 + label.length },
      target,
      url: decode(url),
    });
    at += line.length + 1;
  }
  return definitions;
}
