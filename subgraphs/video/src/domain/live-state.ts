import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type Moderation, type ModerationPolicy, unseen } from './video-state.ts';

/** How far a live stream is; as in the SDL. */
export type LiveState = 'IDLE' | 'CONNECTED' | 'LIVE' | 'ENDED';

/** What decides about a stream: its state, and until when a publisher that was lost may come back. */
export interface LiveStanding {
  readonly state: LiveState;
  /** Set while a LIVE stream has no publisher. */
  readonly reconnectUntil: Date | null;
}

const field = ['liveStreamId'];

/** What becomes of a stream when somebody publishes with its key; undefined when the key cannot be used now. */
export const publisherArrives = ({ state, reconnectUntil }: LiveStanding, now: Date): LiveStanding | undefined => {
  if (state === 'IDLE') return { state: 'CONNECTED', reconnectUntil: null };
  if (state === 'LIVE' && reconnectUntil !== null && now <= reconnectUntil) return { state, reconnectUntil: null };
  // Somebody publishes already, or it is over: the second one must not push the first one out.
  return undefined;
};

/** What becomes of a stream whose publisher is gone: before the show nothing is lost, during it there is a while to come back. */
export const publisherLeaves = (
  { state, reconnectUntil }: LiveStanding,
  now: Date,
  windowSeconds: number,
): LiveStanding => {
  if (state === 'CONNECTED') return { state: 'IDLE', reconnectUntil: null };
  if (state !== 'LIVE') return { state, reconnectUntil };
  return { state, reconnectUntil: reconnectUntil ?? new Date(now.getTime() + windowSeconds * 1_000) };
};

/** Puts a stream on the air. Refusals: NOT_CONNECTED, STREAM_ENDED. Saying it again changes nothing. */
export const goLive = (standing: LiveStanding): Result<LiveStanding, Refusal> => {
  if (standing.state === 'LIVE') return ok(standing);
  if (standing.state === 'CONNECTED') return ok({ state: 'LIVE', reconnectUntil: null });
  return standing.state === 'IDLE'
    ? refuse(
        plainRefusal(
          'NOT_CONNECTED',
          field,
          'Nothing is being sent yet: start your streaming program with the ingest address and the stream key, then try again.',
        ),
      )
    : refuse(plainRefusal('STREAM_ENDED', field, 'This stream is over; create another one for the next show.'));
};

/**
 * True where moderation stands in the way of showing something live: it said no, or has said nothing where the policy is to
 * wait for its word.
 */
export const isHeldBack = (moderation: Moderation | null, policy: ModerationPolicy): boolean =>
  (moderation ?? unseen(policy)) !== 'APPROVED';

/** True when a publisher that was lost did not come back in time. */
export const isLost = ({ state, reconnectUntil }: LiveStanding, now: Date): boolean =>
  state === 'LIVE' && reconnectUntil !== null && now > reconnectUntil;
