import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { saveTemplateDraft } from '../../usecases/edit-template.ts';
import { placeOf } from '../template-input.ts';

export const saveNotificationTemplateDraft: MutationResolvers['saveNotificationTemplateDraft'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { expectedRevision, content } = input;
  const edit = { ...placeOf(input), expectedRevision, by: requireUser(actor).userId };
  const draft = content ? { ...content, mjml: content.mjml ?? null } : null;
  const { value: template, userErrors } = toPayload(await saveTemplateDraft(services, edit, draft));
  return { template, userErrors };
};
