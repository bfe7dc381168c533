/** How far a video is; as in the SDL. */
export type VideoState = 'AWAITING_UPLOAD' | 'PROCESSING' | 'PLAYABLE' | 'READY' | 'FAILED';
export type Visibility = 'PUBLIC' | 'PRIVATE';
export type Moderation = 'PENDING' | 'APPROVED' | 'REJECTED';
/** What is allowed to become public without anybody's look. */
export type ModerationPolicy = 'AUTO_APPROVE' | 'HOLD';
/** How something stands with moderation that has said nothing about it yet. */
export const unseen = (policy: ModerationPolicy): Moderation => (policy === 'AUTO_APPROVE' ? 'APPROVED' : 'PENDING');
/** Where the files that are played lie. */
export type Home = 'public' | 'private';

interface Standing {
  readonly state: VideoState;
  readonly visibility: Visibility;
  readonly moderation: Moderation;
}

/** True while there is something to play. */
export const isPlayable = ({ state }: Pick<Standing, 'state'>): boolean => state === 'PLAYABLE' || state === 'READY';

/** True while work is going on. */
export const isWorkedOn = ({ state }: Pick<Standing, 'state'>): boolean =>
  state === 'PROCESSING' || state === 'PLAYABLE';

/** What everybody may see: let through, meant for everybody, and playable. The rest is the shop's own business. */
export const isPublic = (video: Standing): boolean =>
  video.visibility === 'PUBLIC' && video.moderation === 'APPROVED' && isPlayable(video);

/** Files lie where everybody can fetch them only once moderation has let a public video through. */
export const homeOf = ({ visibility, moderation }: Pick<Standing, 'visibility' | 'moderation'>): Home =>
  visibility === 'PUBLIC' && moderation === 'APPROVED' ? 'public' : 'private';
