import { readFile } from 'node:fs/promises';
import type { Identity } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import type { VideoConfig } from '../src/config.ts';
import { createServices, type Services } from '../src/services.ts';
import { video } from '../src/subgraph.ts';
import { type ToolsDouble, toolsDouble } from './tools-double.ts';

export const shopId = 'shp_one';
export const otherShopId = 'shp_two';
export const editor = asUser('usr_editor', { shops: { [shopId]: ['media:write'] } });
export const colleague = asUser('usr_colleague', { shops: { [shopId]: ['media:write'] } });
export const stranger = asUser('usr_stranger', { shops: { [otherShopId]: ['media:write'] } });
export const buyer = asUser('usr_buyer');
export const admin = asUser('usr_admin', { scopes: ['admin'] });

/** Goods as catalog knows them: two of this shop, one of another. */
export const goods = {
  mug: newId('prd'),
  mugBlue: newId('var'),
  lamp: newId('prd'),
  theirs: newId('prd'),
};
const listed = [
  { productId: goods.mug, shopId, onSale: true, variantIds: [goods.mugBlue] },
  { productId: goods.lamp, shopId, onSale: true, variantIds: [] },
  { productId: goods.theirs, shopId: otherShopId, onSale: true, variantIds: [] },
];

export interface VideoTest {
  readonly context: TestContext<Services>;
  readonly tools: ToolsDouble;
  /** Sends an input to a mutation of videos; errors are thrown with their code. */
  run<P = Payload>(mutation: string, inputType: string, input: object, as?: Identity): Promise<P>;
  /** Fields of a video as somebody sees them; null when hidden. */
  see<V = Record<string, unknown>>(id: string, fields: string, as?: Identity): Promise<V | null>;
  /** Opens an upload, sends bytes of an MP4 with this text in it, and says that it has arrived. */
  upload(text?: string, change?: object): Promise<string>;
  close(): Promise<void>;
}

export interface UserError {
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
}
export interface Payload {
  readonly video: { readonly id: string; readonly state: string; readonly version: number } | null;
  readonly userErrors: readonly UserError[];
}

/** The first bytes of a real MP4, which are all that decides the type, and a text after them. */
const mp4 = async (text: string): Promise<Buffer> =>
  Buffer.concat([(await readFile(new URL('./clips/movie_5.mp4', import.meta.url))).subarray(0, 64), Buffer.from(text)]);

/** Boots the context over tools that do as they are told. */
export const videoTest = async (env: Record<string, string> = {}): Promise<VideoTest> => {
  const tools = toolsDouble();
  const definition = {
    ...video,
    services: (runtime: Parameters<typeof createServices>[0], settings: unknown) =>
      createServices(runtime, settings as VideoConfig, async () => tools),
  };
  const context = await testContext<Services>(definition, {
    env,
    internal: {
      catalog: {
        ListedProducts: ({ ids }: { ids: string[] }) => ({
          listedProducts: listed.filter(({ productId }) => ids.includes(productId)),
        }),
      },
    },
  });

  const run = async <P = Payload>(mutation: string, inputType: string, input: object, as: Identity = editor) => {
    const fields =
      mutation === 'deleteVideo'
        ? 'deletedId'
        : mutation === 'recordPlayback'
          ? 'recorded'
          : 'video { id state version }';
    const more = mutation === 'createVideoUpload' ? 'upload { id maxBytes }' : '';
    const result = await context.ask<Record<string, P>>(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${fields} ${more} userErrors { code field message } } }`,
      { input },
      { as },
    );
    const [error] = result.errors ?? [];
    if (error) throw Object.assign(new Error(error.message), { code: error.extensions?.['code'] });
    return result.data?.[mutation] as P;
  };
  const see = async <V = Record<string, unknown>>(id: string, fields: string, as?: Identity): Promise<V | null> => {
    const result = await context.ask<{ video: V | null }>(
      `query ($id: ID!) { video(id: $id) { ${fields} } }`,
      { id },
      as ? { as } : {},
    );
    if (result.errors) throw new Error(JSON.stringify(result.errors));
    return result.data?.video ?? null;
  };
  const upload = async (text = 'a fine film', change: object = {}): Promise<string> => {
    const bytes = await mp4(text);
    const input = { shopId, format: 'SHORT', title: 'Mugs', fileName: 'mugs.mp4', sizeBytes: bytes.length, ...change };
    const opened = await run<Payload & { upload: { id: string } }>(
      'createVideoUpload',
      'CreateVideoUploadInput',
      input,
    );
    const videoId = opened.video?.id ?? '';
    await context.sendUpload(opened.upload, bytes);
    await run('finishVideoUpload', 'FinishVideoUploadInput', { videoId });
    return videoId;
  };
  return { context, tools, run, see, upload, close: () => context.close() };
};

/** Keys in a bucket, without what belongs to uploads. */
export const keysIn = async ({ context }: VideoTest, bucket: 'private' | 'public', prefix: string): Promise<string[]> =>
  (await context.services.objects.list(bucket, prefix)).map(({ key }) => key);
