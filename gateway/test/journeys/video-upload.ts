import { Upload as TusUpload } from 'tus-js-client';
import type { Client } from './client.ts';

/** How a file may be sent, as the graph says. */
export interface VideoTicket {
  readonly id: string;
  readonly tusUrl: string;
  readonly token: string;
}
export interface UserError {
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
}
interface Opened {
  readonly createVideoUpload: {
    readonly video: { readonly id: string } | null;
    readonly upload: VideoTicket | null;
    readonly userErrors: readonly UserError[];
  };
}

const openMutation = `mutation Open($input: CreateVideoUploadInput!) { createVideoUpload(input: $input) {
  video { id } upload { id tusUrl token } userErrors { code field message } } }`;
const finishMutation = `mutation Finish($input: FinishVideoUploadInput!) { finishVideoUpload(input: $input) {
  video { id state } userErrors { code field message } } }`;

/** Opens the upload of a new video; refusals fail the journey. */
export const openVideo = async (
  asker: Client,
  input: { shopId: string; title: string; sizeBytes: number; visibility?: string },
): Promise<{ videoId: string; ticket: VideoTicket }> => {
  const { createVideoUpload } = await asker.ask<Opened>(openMutation, {
    input: { format: 'SHORT', fileName: 'film.mp4', ...input },
  });
  const { video, upload, userErrors } = createVideoUpload;
  if (!video || !upload) throw new Error(JSON.stringify(userErrors));
  return { videoId: video.id, ticket: upload };
};

/** Sends the first half of a file and then breaks off, as a lost connection would; gives the address to resume at. */
export const sendHalf = ({ tusUrl, token }: VideoTicket, bytes: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const upload = new TusUpload(bytes, {
      endpoint: tusUrl,
      headers: { authorization: `Bearer ${token}` },
      uploadSize: bytes.length,
      chunkSize: Math.ceil(bytes.length / 4),
      onChunkComplete: (_size, accepted) => {
        if (accepted >= bytes.length / 2) void upload.abort().then(() => resolve(upload.url ?? ''), reject);
      },
      onError: reject,
    });
    upload.start();
  });

/** Sends a file, or what is left of it when an address to resume at is given. */
export const sendAll = ({ tusUrl, token }: VideoTicket, bytes: Buffer, uploadUrl?: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const upload = new TusUpload(bytes, {
      endpoint: tusUrl,
      ...(uploadUrl && { uploadUrl }),
      headers: { authorization: `Bearer ${token}` },
      uploadSize: bytes.length,
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });

/** Says that the file has arrived. */
export const finishVideo = async (
  asker: Client,
  videoId: string,
): Promise<{ video: { state: string } | null; userErrors: readonly UserError[] }> => {
  const answer = await asker.ask<{
    finishVideoUpload: { video: { state: string } | null; userErrors: readonly UserError[] };
  }>(finishMutation, { input: { videoId } });
  return answer.finishVideoUpload;
};

/** Whatever can be fetched, as text; anything but 200 fails the journey. */
export const fetchText = async (url: string): Promise<{ text: string; response: Response }> => {
  const response = await fetch(url);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} for ${url}: ${text.slice(0, 300)}`);
  return { text, response };
};
