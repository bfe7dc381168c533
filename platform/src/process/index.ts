export { onShutdown, type Shutdown, type ShutdownOptions, type ShutdownStep } from './shutdown.ts';
