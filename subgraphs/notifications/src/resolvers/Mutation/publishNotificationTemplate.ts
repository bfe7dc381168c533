import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { publishTemplate } from '../../usecases/edit-template.ts';
import { placeOf } from '../template-input.ts';

export const publishNotificationTemplate: MutationResolvers['publishNotificationTemplate'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const edit = { ...placeOf(input), expectedRevision: input.expectedRevision, by: requireUser(actor).userId };
  const { value: template, userErrors } = toPayload(await publishTemplate(services, edit));
  return { template, userErrors };
};
