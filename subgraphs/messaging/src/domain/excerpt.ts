/** Characters of an excerpt, as people count them. */
export const excerptLength = 140;

/** The beginning of a text on one line, cut between words where that loses little. */
export const excerptOf = (text: string): string => {
  const letters = [...text.replace(/\s+/g, ' ')];
  if (letters.length <= excerptLength) return letters.join('');
  const cut = letters.slice(0, excerptLength - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`;
};
