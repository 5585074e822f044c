import { formatNumber, type Show } from '../show/show.js';

/** Stands where a video's id will: no id of a real video, so that it is never published by mistake. */
export const VIDEO_PLACEHOLDER = 'VIDEO_ID';

/** The note a show starts from where it has no template of its own. */
export const BUILT_IN_TEMPLATE = `# Episode {number} : {title}

- {hosts}
- Recording date: {date}

<!--- Thumbnailed embed of the video, its id stands in the link and in the picture --->

<a href="https://www.youtube.com/watch?v={video}
" target="_blank"><img src="http://img.youtube.com/vi/{video}/hqdefault.jpg" width="480" height="360" border="10" /></a>

## Table of Contents

- 00:00:00 - Welcome to {show}!
- 00:00:00 - Week in Review

## Week in Review

## Show Notes

## Reference Links
`;

/** What the placeholders of a template stand for. */
export interface TemplateValues {
  readonly number: number;
  readonly title: string;
  readonly hosts: readonly string[];
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly videoId: string | null;
}

/** Fills `{number}`, `{title}`, `{hosts}` (the show's host line), `{date}`, `{video}` and `{show}`; all else stays. */
export function fillTemplate(template: string, values: TemplateValues, show: Show): string {
  const words: Readonly<Record<string, string>> = {
    number: formatNumber(show, values.number),
    title: values.title,
    hosts: show.hostLine.replace('{hosts}', values.hosts.join(' and ')),
    date: values.date,
    video: values.videoId ?? VIDEO_PLACEHOLDER,
    show: show.name,
  };
  const filled = template.replace(/\{(\w+)\}/g, (all, name: string) => words[name] ?? all);
  return values.title === '' ? filled.replace(/^(#.*\S)[ \t]+$/m, '$1 ') : filled;
}
