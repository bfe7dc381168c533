import { z } from 'zod';
import { fold } from './domain/text/fold.ts';

const count = (fallback: number, what: string) =>
  z.coerce.number().int().min(1).max(1_000_000_000).default(fallback).describe(what);

/** Environment variables of messaging. */
export const config = z.object({
  MESSAGING_SENDS_PER_MINUTE: count(60, 'messages (and edits) one author may send per minute, default 60'),
  MESSAGING_CONVERSATION_SENDS_PER_MINUTE: count(
    40,
    'messages (and edits) one author may send per minute in one conversation, default 40',
  ),
  MESSAGING_OPENINGS_PER_HOUR: count(60, 'conversations one person may open per hour, default 60'),
  MESSAGING_UPLOADS_PER_HOUR: count(200, 'files one author may begin to send per hour, default 200'),
  MESSAGING_REPORTS_PER_HOUR: count(30, 'messages one person may report per hour, default 30'),
  MESSAGING_EDIT_MINUTES: count(15, 'minutes for which an author may edit a message, default 15'),
  MESSAGING_LINK_HOSTS: z
    .string()
    .default('127.0.0.1,localhost')
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    )
    .describe('hosts of the market itself, separated by commas: links to them are not held against a message'),
  MESSAGING_FLAGGED_WORDS: z
    .string()
    .default('')
    .transform((text) => new Set(text.split(',').flatMap((word) => fold(word).trim() || [])))
    .describe('words flagged for support, separated by commas; they keep no message back, default none'),
  MESSAGING_LOOK_EVERY_MS: z.coerce
    .number()
    .int()
    .min(20)
    .max(60_000)
    .default(1_000)
    .describe('milliseconds between looks at all followed conversations of a process, 20 to 60000'),
  MESSAGING_GATHER_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(3)
    .describe('milliseconds for which sends gather before they are written together, 0 to 100'),
  MESSAGING_GATHER_MOST_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(20)
    .describe('milliseconds for which sends gather at most while many come, 0 to 100'),
});
export type MessagingConfig = z.output<typeof config>;
