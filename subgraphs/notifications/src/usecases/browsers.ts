import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readPushAddress, writePushAddress } from '../clients/channels/push-address.ts';
import type { Services } from '../services.ts';
import { putBrowser, removePoint } from '../store/contact-points.ts';
import type { ContactPointRow } from '../store/reach.ts';

/** A browser's subscription as the person's page gives it. */
export interface Browser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly label: string;
}

const longestLabel = 100;

/** Lets a browser get a person's pushes; only addresses of push services are taken, or we would post anywhere. */
export const registerBrowser = async (
  { database, clock, config }: Services,
  userId: string,
  browser: Browser,
): Promise<Result<ContactPointRow, Refusal>> => {
  const label = browser.label.trim();
  if (label.length > longestLabel)
    return refuse(plainRefusal('LABEL_TOO_LONG', ['label'], `Use a label of at most ${longestLabel} characters.`));
  const address = writePushAddress(browser);
  if (!readPushAddress(address, config.VITRINA_PUSH_HOSTS))
    return refuse(
      plainRefusal(
        'NOT_A_PUSH_SERVICE',
        ['endpoint'],
        'Give the endpoint and keys of PushSubscription.toJSON() as the browser made them.',
      ),
    );
  const { endpoint } = browser;
  return ok(
    await database.transaction((tx) =>
      putBrowser(tx, { userId, endpoint, address, label: label || 'Browser' }, clock.now()),
    ),
  );
};

/** Ends pushes to one of a person's own browsers; somebody else's is as if it did not exist. */
export const removeBrowser = async (
  { database }: Services,
  userId: string,
  id: string,
): Promise<Result<true, Refusal>> =>
  (await removePoint(database.orm, { userId, channel: 'WEB_PUSH', id }))
    ? ok(true)
    : refuse(
        plainRefusal('NOT_FOUND', ['pushSubscriptionId'], 'None of your browsers has this id; it may be gone already.'),
      );
