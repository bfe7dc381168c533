/** Reads `=== name` headings: the parts of a file of built-in texts. Text before the first heading is a comment. */
export const readSections = (file: string): Readonly<Record<string, string>> => {
  const sections: Record<string, string> = {};
  let name: string | undefined;
  for (const line of file.split('\n')) {
    const heading = /^=== ([a-z ]+)$/.exec(line)?.[1];
    if (heading) {
      name = heading;
      sections[name] = '';
    } else if (name !== undefined) sections[name] = `${sections[name]}${line}\n`;
  }
  return Object.fromEntries(Object.entries(sections).map(([key, value]) => [key, value.trim()]));
};
