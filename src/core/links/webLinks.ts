import type { Episode, NoteLink } from '../episode/episode.js';

/** The links of a note that lead to the web: a reference does so by its definition, a bare stamp is no URL. */
export const webLinks = ({ links }: Episode): readonly NoteLink[] =>
  links.filter(({ form, url }) => form !== 'reference' && form !== 'imageReference' && /^(?:https?:)?\/\//i.test(url));
