export * from './contract.ts';
export { photoLimits } from './engine.ts';
export { type ImageContext, type ImageUrls, imageFields, imageSrcset, imageUrl } from './fields.ts';
export { inspectImage } from './inspect.ts';
export { type ImageName, imageKey, imagePrefix, renderedTypes } from './keys.ts';
export { ladderWidths, planLadder, type Rung } from './ladder.ts';
export { deleteRenderedImage } from './manifest.ts';
export { imageRefusal } from './refusals.ts';
export {
  isComplete,
  type OwnPlace,
  type RenderJob,
  renderImage,
  renderImageInto,
  renderLateFormats,
  sha256OfFile,
} from './render.ts';
export { type ShrunkFile, type ShrunkImage, shrinkImage } from './shrink.ts';
