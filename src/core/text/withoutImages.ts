/** Markdown whose images are links: what is shown of a note loads nothing from anywhere. `!![` hides one `!` in another. */
export const withoutImages = (markdown: string): string => markdown.replace(/(?<!!)!+(?=\[)/g, '');
