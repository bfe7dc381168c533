/**
 * Tells whoever started this process where it answers, if somebody listens. Whoever is gone by now needs no answer: without
 * a callback the failed write would end this process by an unhandled `error` event instead of by an orderly shutdown.
 */
export const reportReady = (url: string): void => {
  process.send?.({ ready: url }, undefined, undefined, () => undefined);
};

/** Stops with whoever started this process: a local market that was killed takes its processes with it. */
export const stopWithParent = (): void => {
  const stop = (): boolean => process.kill(process.pid, 'SIGTERM');
  // Without such a parent there is no channel to lose; one that is gone by now will not be heard to go.
  if (process.send && !process.connected) stop();
  else process.on('disconnect', stop);
};
