/** iPhones give full screen to the video alone, by a method of their own. */
type AppleVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** Goes to full screen with the controls, or comes back. Browsers refuse it without a viewer's gesture; then nothing happens. */
export const toggleFullscreen = (frame: HTMLElement, video: HTMLVideoElement): void => {
  const refused = (reason: unknown): void => console.warn('vitrina-player: full screen was refused', reason);
  // Inside a shadow tree `document.fullscreenElement` is the host; the frame knows its own state.
  if (frame.matches(':fullscreen')) document.exitFullscreen().catch(refused);
  else if (frame.requestFullscreen) frame.requestFullscreen().catch(refused);
  else (video as AppleVideo).webkitEnterFullscreen?.();
};
