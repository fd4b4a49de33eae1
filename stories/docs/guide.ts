/** Turns links between the pages of this folder into links of Storybook; other files of the repository become plain text. */
export function toStorybook(text: string): string {
  return text.replaceAll(/\[([^\]]*)\]\(([^)#\s]+)\)/g, (link, label: string, target: string) => {
    if (/^https?:/.test(target)) return link;
    const page = /^(?:\.\/)?([a-z-]+)\.md$/.exec(target)?.[1];
    return page ? `[${label}](?path=/docs/${page}--docs)` : label;
  });
}
