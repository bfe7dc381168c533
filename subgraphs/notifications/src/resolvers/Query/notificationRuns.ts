import type { QueryResolvers } from '../../generated/resolvers.ts';
import { listRuns } from '../../queries/runs.ts';

export const notificationRuns: QueryResolvers['notificationRuns'] = (
  _root,
  { recipientId, kind, subjectId, ...page },
  { services },
) =>
  listRuns(
    services,
    { recipientId: recipientId ?? undefined, kind: kind ?? undefined, subjectId: subjectId ?? undefined },
    page,
  );
