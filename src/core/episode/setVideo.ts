import { span, type TextEdit } from '../text/span.js';
import type { Episode, VideoUrl } from './episode.js';
import { findVideoId, isVideoId } from './youTube.js';

/**
 * Puts one video id (eleven characters) in all its places: the embed's link and thumbnail, whatever stands there now,
 * and every other link of the note to the same video, such as chapters, and a URL that is a link's words. A thumbnail that is no video's stays.
 * No edits where the note has no video, or has this one everywhere.
 */
export function setVideoEdits(episode: Episode, id: string): TextEdit[] {
  const { video, links } = episode;
  if (!video) return [];
  const { text } = episode.syntax;
  const own = [video.link, video.thumbnail].flatMap((place) => (place ? idEdit(place, text, id) : []));
  const same = links
    .filter(({ url }) => video.id !== null && isVideoId(video.id) && findVideoId(url) === video.id)
    .flatMap(({ url, target, label }) => [
      ...idEdit({ url, span: target }, text, id),
      ...(label ? idEdit({ url: text.slice(label.span.start, label.span.end), span: label.span }, text, id) : []),
    ]);
  const edits = [...own, ...same].filter(({ span: at, newText }) => text.slice(at.start, at.end) !== newText);
  return edits.filter((edit, index) => edits.findIndex((one) => one.span.start === edit.span.start) === index);
}

/** Replaces the id part of a URL, sound, empty or a placeholder. */
function idEdit({ url, span: at }: Pick<VideoUrl, 'url' | 'span'>, text: string, id: string): TextEdit[] {
  const written = findVideoId(url);
  if (written === undefined) return [];
  const host = url.indexOf('//') + 2;
  const gap = /(?:v=|\/)(?=[?&#]|$)/.exec(url.slice(host));
  const head =
    written === ''
      ? url.slice(0, host + (gap ? gap.index + gap[0].length : 0))
      : url.slice(0, url.indexOf(written, host));
  const start = text.indexOf(head, at.start) + head.length;
  return start + written.length > at.end ? [] : [{ span: span(start, start + written.length), newText: id }];
}
