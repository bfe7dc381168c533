import { handleJob, type Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { renderLandingPicture, wakeLandingImages } from '../usecases/render-landing-image.ts';
import { renderLandingImage } from './contracts.ts';

export const renderLandingImageJob = handleJob<Services, typeof renderLandingImage.data>(
  renderLandingImage,
  ({ imageId }, { services }) => renderLandingPicture(services, imageId),
);

export const landingImagesSweep: Sweep<Services> = {
  name: 'wake-landing-images',
  everySeconds: 30,
  run: ({ services }) => wakeLandingImages(services),
};
