/** Cuts a text to so many UTF-8 bytes without splitting a character, and says so by an ellipsis. */
export const shorten = (text: string, maxBytes: number): string => {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  let kept = '';
  let size = 0;
  // Graphemes, not code points: a family or a flag is one thing to the reader.
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > maxBytes - 3) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};
