import type { MessagingConfig } from '../config.ts';
import type { FilterLists } from '../domain/spam/judge-writing.ts';

/** What the operator tells the filter by configuration. */
export const filterLists = ({ MESSAGING_LINK_HOSTS, MESSAGING_FLAGGED_WORDS }: MessagingConfig): FilterLists => ({
  linksAllowedHosts: MESSAGING_LINK_HOSTS,
  flaggedWords: MESSAGING_FLAGGED_WORDS,
});
