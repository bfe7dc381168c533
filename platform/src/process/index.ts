export { reportReady, stopWithParent } from './parent.ts';
export { onShutdown, type Shutdown, type ShutdownOptions, type ShutdownStep } from './shutdown.ts';
