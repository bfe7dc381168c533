import type { Workflow } from '../workflow/workflow.ts';
import * as account from './account.ts';
import * as messages from './messages.ts';
import * as purchases from './purchases.ts';
import * as shop from './shop.ts';
import * as videos from './videos.ts';

/** Every workflow by its name. */
export const workflows: ReadonlyMap<string, Workflow> = new Map(
  [account, purchases, shop, videos, messages]
    .flatMap((group) => Object.values(group))
    .map((workflow) => [workflow.name, workflow]),
);
