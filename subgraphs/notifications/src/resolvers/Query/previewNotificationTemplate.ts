import { AppError } from '@vitrina/platform/errors';
import { templateKinds } from '../../domain/template/facts.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { previewTemplate } from '../../usecases/preview-template.ts';
import { placeOf } from '../template-input.ts';

export const previewNotificationTemplate: QueryResolvers['previewNotificationTemplate'] = async (
  _root,
  { source, version = null, subjectId = null, ...at },
  { services },
) => {
  if (!templateKinds.includes(at.kind)) throw new AppError('NOT_FOUND', `There is no kind of message "${at.kind}".`);
  const { rendered, sampled, problems } = await previewTemplate(services, placeOf(at), { source, version, subjectId });
  return {
    subject: rendered?.subject ?? null,
    text: rendered?.text ?? null,
    html: rendered?.html ?? null,
    sampled,
    problems,
  };
};
