import type { Block, HtmlAttribute, HtmlTag } from '../markdown/syntax.js';
import { walkTags } from '../markdown/visit.js';
import { span } from '../text/span.js';
import type { NoteLink, Video, VideoUrl } from './episode.js';
import { findVideoId, isThumbnailUrl, isVideoId, isVideoUrl } from './youTube.js';

/**
 * The episode's own video in the header's blocks: the thumbnailed embed, an iframe, `- Video: url`, `[Watch now](url)`
 * or a bare URL, in this order.
 */
export function findVideo(blocks: readonly Block[], links: readonly NoteLink[], text: string): Video | null {
  const tags = walkTags(blocks);
  return findThumbnail(tags, links, text) ?? findIframe(tags, text) ?? findLink(links, text);
}

/** `<a href="…"><img src="…"></a>`; where a blank line breaks the `<a>`, the image and the URL in front of it are left. */
function findThumbnail(tags: readonly HtmlTag[], links: readonly NoteLink[], text: string): Video | null {
  let anchor: HtmlTag | undefined;
  const at = tags.findIndex((tag) => {
    if (tag.name === 'a') anchor = tag.closing ? undefined : tag;
    return tag.name === 'img' && isEmbed(tag, anchor);
  });
  const image = tags[at];
  if (image === undefined) return null;
  const href = anchor ? attribute(anchor, 'href') : undefined;
  const broken = anchor
    ? undefined
    : links.findLast((link) => link.span.end <= image.start && isVideoUrl(link.url) && isHrefOf(link, text));
  const src = attribute(image, 'src');
  const link = href ? videoUrl(href.value, href.span, text) : broken ? videoUrl(broken.url, broken.target, text) : null;
  const thumbnail = src ? videoUrl(src.value, src.span, text) : null;
  const end = tags.slice(at).find((tag) => tag.name === 'a' && tag.closing)?.end ?? image.end;
  const start = anchor?.start ?? (broken ? text.lastIndexOf('<', broken.span.start) : image.start);
  return {
    form: 'thumbnail',
    id: link?.id?.value ?? thumbnail?.id?.value ?? null,
    link,
    thumbnail,
    span: span(start, end),
  };
}

function isEmbed(image: HtmlTag, anchor: HtmlTag | undefined): boolean {
  const src = attribute(image, 'src')?.value ?? '';
  return isThumbnailUrl(src) || (anchor !== undefined && isVideoUrl(attribute(anchor, 'href')?.value ?? ''));
}

const isHrefOf = (link: NoteLink, text: string): boolean =>
  /<a\s+href=["']?$/i.test(text.slice(Math.max(0, link.span.start - 20), link.span.start));

function findIframe(tags: readonly HtmlTag[], text: string): Video | null {
  const iframe = tags.find((tag) => tag.name === 'iframe' && isVideoUrl(attribute(tag, 'src')?.value ?? ''));
  const src = iframe ? attribute(iframe, 'src') : undefined;
  if (!iframe || !src) return null;
  const link = videoUrl(src.value, src.span, text);
  return { form: 'iframe', id: link.id?.value ?? null, link, thumbnail: null, span: iframe };
}

function findLink(links: readonly NoteLink[], text: string): Video | null {
  const link = links.find(({ url }) => isVideoUrl(url));
  if (!link) return null;
  const target = videoUrl(link.url, link.target, text);
  return {
    form: link.form === 'bare' ? 'bare' : 'link',
    id: target.id?.value ?? null,
    link: target,
    thumbnail: null,
    span: link.span,
  };
}

const attribute = (tag: HtmlTag, name: string): HtmlAttribute | undefined =>
  tag.attributes.find((one) => one.name === name);

function videoUrl(written: string, at: { start: number; end: number }, text: string): VideoUrl {
  const url = written.replace(/[\r\n]/g, '').trim();
  const value = findVideoId(url);
  if (value === undefined || !isVideoId(value)) return { url, span: at, id: null };
  const start = text.slice(0, at.end).indexOf(value, at.start);
  return { url, span: at, id: start < 0 ? null : { value, span: span(start, start + value.length) } };
}
