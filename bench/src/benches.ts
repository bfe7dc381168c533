import type { Bench } from './bench.ts';
import { bus } from './bus/bus.bench.ts';
import { chat } from './chat/chat.bench.ts';
import { checkoutBench } from './checkout/checkout.bench.ts';
import { crash } from './crash/crash.bench.ts';
import { embedded } from './embedded/embedded.bench.ts';
import { events } from './events/events.bench.ts';
import { federated } from './federated/federated.bench.ts';
import { images } from './images/images.bench.ts';
import { ledger } from './ledger/ledger.bench.ts';
import { notifications } from './notifications/notifications.bench.ts';
import { playback } from './playback/playback.bench.ts';
import { reservations } from './reservations/reservations.bench.ts';
import { search } from './search/search.bench.ts';
import { start } from './start/start.bench.ts';
import { video } from './video/video.bench.ts';

/** Every bench, by name. */
export const benches: readonly Bench[] = [
  federated,
  embedded,
  checkoutBench,
  reservations,
  ledger,
  search,
  events,
  bus,
  start,
  crash,
  chat,
  notifications,
  playback,
  video,
  images,
];
