/** Eleven characters: https://developers.google.com/youtube/iframe_api_reference#Loading_a_Video_Player */
const ID = /^[A-Za-z0-9_-]{11}$/;

const WATCH =
  /^(?:https?:)?\/\/(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|embed\/|v\/|live\/|shorts\/)([^?&#/\s]*)/i;
const SHORT = /^(?:https?:)?\/\/youtu\.be\/([^?&#/\s]*)/i;
const THUMBNAIL = /^(?:https?:)?\/\/(?:img\.youtube\.com|i\d?\.ytimg\.com)\/(?:vi|vi_webp)\/([^/\s]*)/i;

export const isVideoId = (id: string): boolean => ID.test(id);

/** The id part of a video or thumbnail URL as written, sound or not; undefined where the URL is no such thing. */
export const findVideoId = (url: string): string | undefined =>
  (WATCH.exec(url) ?? SHORT.exec(url) ?? THUMBNAIL.exec(url))?.[1];

/** Whether a URL leads to a video site, id or no id: `https://www.youtube.com/watch?ID` does. */
export const isVideoUrl = (url: string): boolean =>
  /^(?:https?:)?\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com|youtu\.be)\//i.test(url);

export const isThumbnailUrl = (url: string): boolean => THUMBNAIL.test(url);

/** An id or any video URL → the id; undefined for anything else. */
export function parseVideoId(input: string): string | undefined {
  const trimmed = input.trim();
  const id = ID.test(trimmed) ? trimmed : findVideoId(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return id !== undefined && ID.test(id) ? id : undefined;
}
