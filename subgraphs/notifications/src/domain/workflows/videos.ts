import { inApp, webPush } from '../workflow/step.ts';
import { defineWorkflow } from '../workflow/workflow.ts';

export const videoReady = defineWorkflow({ name: 'video-ready', category: 'VIDEOS', steps: [inApp(), webPush()] });

export const videoFailed = defineWorkflow({ name: 'video-failed', category: 'VIDEOS', steps: [inApp(), webPush()] });
