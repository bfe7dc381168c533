/** Purpose under which originals are uploaded. */
export const uploadPurpose = 'video.original';
/** Largest original that is taken. */
export const maxOriginalBytes = 2_000_000_000;

/** What an original may turn out to be, by its content; whether its streams can be decoded is seen by the first step. */
export const acceptedTypes = [
  'video/mp4',
  'video/quicktime',
  'video/x-m4v',
  'video/webm',
  'video/x-matroska',
  'video/x-msvideo',
  'video/mpeg',
  'video/mp2t',
  'video/3gpp',
  'video/ogg',
] as const;

/** Videos whose file never came are forgotten after this long; the upload itself ends sooner. */
export const forgetUnsentAfterHours = 48;
