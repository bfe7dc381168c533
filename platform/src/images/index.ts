export * from './contract.ts';
export { photoLimits } from './engine.ts';
export { type ImageContext, imageFields, imageSrcset, imageUrl } from './fields.ts';
export { inspectImage } from './inspect.ts';
export { type ImageName, imageKey, imagePrefix, renderedTypes } from './keys.ts';
export { ladderWidths, planLadder, type Rung } from './ladder.ts';
export { deleteRenderedImage } from './manifest.ts';
export { imageRefusal } from './refusals.ts';
export { isComplete, type RenderJob, renderImage, renderLateFormats, sha256OfFile } from './render.ts';
