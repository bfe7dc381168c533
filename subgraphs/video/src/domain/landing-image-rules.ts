/** Purpose under which pictures of landing pages are uploaded. */
export const landingImagePurpose = 'video.landing-image';
/** Largest picture that is taken. */
export const maxLandingImageBytes = 20 * 1024 * 1024;
/** Most pictures of one page, those of its earlier versions included. */
export const maxLandingImages = 60;
/** What a picture may turn out to be, by its content. */
export const landingImageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'];
/** Tries before a picture is given up. */
export const maxImageAttempts = 5;

/** When work on a picture is due again if nothing is heard of it: later after each try. */
export const nextImageLook = (now: Date, attempts: number): Date =>
  new Date(now.getTime() + Math.min(1_800, 60 * 2 ** attempts) * 1_000);
/** Folder of what is rendered of them: apart from the stills of videos, so that deleting one never takes the other. */
export const landingImageScope = 'landing';

const renderedFolder = new RegExp(`^img/${landingImageScope}/[0-9a-f]{2}/([0-9a-f]{64})/$`);

/** SHA-256 of the original that a folder of rendered pictures is named by; undefined for what is no such folder. */
export const landingImageHashOf = (key: string): string | undefined => renderedFolder.exec(key)?.[1];
