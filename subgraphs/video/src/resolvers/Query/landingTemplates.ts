import { landingTemplates as templates } from '../../domain/landing-templates.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const landingTemplates: QueryResolvers['landingTemplates'] = () => templates;
