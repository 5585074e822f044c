import * as vscode from 'vscode';
import type { Chapter, Episode, NoteLink } from '../../../core/episode/episode.js';
import { itemLinks } from '../../../core/outline/itemLinks.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { contains, slice } from '../../../core/text/span.js';
import { withoutImages } from '../../../core/text/withoutImages.js';

/** What a row says: words, quiet words behind them, and what a screen reader says of it. */
export interface RowWords {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
}

/** The chapter an item of the table of contents is. */
const chapterOf = (episode: Episode, item: OutlineItem): Chapter | undefined =>
  item.kind === 'section' ? undefined : episode.chapters.find(({ time }) => contains(item.content, time));

/** `kubelet`, `4/9 · tgik.io/086`, “kubelet, done, level 3, 4 of 9 done, tgik.io/086”. */
export function wordsOf(episode: Episode, item: OutlineItem, level: number, nextUp: boolean): RowWords {
  const { text } = episode.syntax;
  const { done, total } = item.tasks;
  const chapter = chapterOf(episode, item);
  const stamp = item.stamp ? slice(text, item.stamp.span) : '';
  const words = chapter
    ? chapter.title
    : stamp
      ? item.label.slice(0, item.label.length - stamp.length).trim()
      : item.label;
  const label = words === '' ? vscode.l10n.t('(empty)') : words;
  const time = chapter ? slice(text, chapter.time) : '';
  const count = total > 0 ? `${done}/${total}` : '';
  const behind = [stamp, hostOf(episode, item)];
  const description = [nextUp ? vscode.l10n.t('next up') : '', time, count, ...behind];
  const spoken = [
    label,
    nextUp ? vscode.l10n.t('next up') : '',
    item.checked === null ? '' : item.checked ? vscode.l10n.t('done') : vscode.l10n.t('open'),
    time,
    vscode.l10n.t('level {0}', level),
    total > 0 ? vscode.l10n.t('{0} of {1} done', done, total) : '',
    ...behind,
  ];
  return { label, description: joined(description, ' · '), spoken: joined(spoken, ', ') };
}

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);

/** `kubernetes.io`, where an item's links all lead there. */
function hostOf(episode: Episode, item: OutlineItem): string {
  const hosts = new Set(webLinks(episode, item).map(({ url }) => new URL(url).hostname.replace(/^www\./, '')));
  const [host = ''] = hosts;
  return hosts.size === 1 && !item.label.includes(host) ? host : '';
}

const webLinks = (episode: Episode, item: OutlineItem): NoteLink[] =>
  itemLinks(episode, item).filter(
    ({ url, episode: stamped }) => stamped === null && /^https?:\/\//i.test(url) && URL.canParse(url),
  );

/** The item as Markdown and where its links lead. Shows no images and runs no commands: a note is not trusted. */
export function tooltipOf(episode: Episode, item: OutlineItem): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString(withoutImages(slice(episode.syntax.text, item.content)));
  const links = [...new Set(webLinks(episode, item).map(({ url }) => url))].slice(0, 10);
  if (links.length > 0) tooltip.appendMarkdown('\n\n');
  for (const url of links) {
    tooltip.appendMarkdown('- ');
    tooltip.appendText(url);
    tooltip.appendMarkdown('\n');
  }
  return tooltip;
}

/** Next up has its arrow, a section and a chapter their sign; tasks keep the place free, so that words stay in line. */
export function iconOf(episode: Episode, item: OutlineItem, nextUp: boolean): vscode.ThemeIcon {
  if (nextUp) return new vscode.ThemeIcon('arrow-right', new vscode.ThemeColor('charts.green'));
  if (item.kind === 'section') return new vscode.ThemeIcon('list-tree');
  if (chapterOf(episode, item)) return new vscode.ThemeIcon('clock');
  if (item.kind === 'task') return new vscode.ThemeIcon('blank');
  return new vscode.ThemeIcon(webLinks(episode, item).length > 0 ? 'link' : 'circle-small');
}

export function checkboxOf({ checked, label }: OutlineItem): vscode.TreeItem['checkboxState'] & object {
  const state = checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
  const tooltip = checked ? vscode.l10n.t('Untick') : vscode.l10n.t('Tick');
  return { state, tooltip, accessibilityInformation: { label: label || vscode.l10n.t('(empty)'), role: 'checkbox' } };
}
