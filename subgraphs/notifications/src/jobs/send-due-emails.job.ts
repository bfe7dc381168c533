import { handleJob } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { sendDue } from '../usecases/send-due.ts';
import { sendDueEmails } from './contracts.ts';

export const sendDueEmailsJob = handleJob<Services, typeof sendDueEmails.data>(
  sendDueEmails,
  (_data, { services, signal }) => sendDue(services, signal),
);
