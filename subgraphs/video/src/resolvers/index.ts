import type { Resolvers } from '../generated/resolvers.ts';
import { FailedVideoWork } from './FailedVideoWork.ts';
import {
  CountdownSection,
  CtaSection,
  GallerySection,
  HeroVideoSection,
  LandingImage,
  LandingSection,
  ProductGridSection,
} from './landing-sections.ts';
import { attachLandingImage } from './Mutation/attachLandingImage.ts';
import { chooseVideoThumbnail } from './Mutation/chooseVideoThumbnail.ts';
import { createLandingImageUpload } from './Mutation/createLandingImageUpload.ts';
import { createVideoLanding } from './Mutation/createVideoLanding.ts';
import { createVideoUpload } from './Mutation/createVideoUpload.ts';
import { deleteVideo } from './Mutation/deleteVideo.ts';
import { deleteVideoLanding } from './Mutation/deleteVideoLanding.ts';
import { finishVideoUpload } from './Mutation/finishVideoUpload.ts';
import { publishVideoLanding } from './Mutation/publishVideoLanding.ts';
import { recordPlayback } from './Mutation/recordPlayback.ts';
import { renameVideoLanding } from './Mutation/renameVideoLanding.ts';
import { retryVideo } from './Mutation/retryVideo.ts';
import { revertVideoLanding } from './Mutation/revertVideoLanding.ts';
import { setVideoCaptions } from './Mutation/setVideoCaptions.ts';
import { setVideoProductTags } from './Mutation/setVideoProductTags.ts';
import { unpublishVideoLanding } from './Mutation/unpublishVideoLanding.ts';
import { updateVideo } from './Mutation/updateVideo.ts';
import { updateVideoLandingDraft } from './Mutation/updateVideoLandingDraft.ts';
import { Product } from './Product.ts';
import { failedVideoWork } from './Query/failedVideoWork.ts';
import { landingTemplates } from './Query/landingTemplates.ts';
import { video } from './Query/video.ts';
import { videoLanding } from './Query/videoLanding.ts';
import { videoModerationPolicy } from './Query/videoModerationPolicy.ts';
import { Shop } from './Shop.ts';
import { videoProgress } from './Subscription/videoProgress.ts';
import { Video, VideoCaption, VideoPlayback, VideoProductTag, VideoProgress } from './Video.ts';
import { LandingDraft, LandingSeo, LandingTemplate, LandingVersion, VideoLanding } from './VideoLanding.ts';
import { VideoThumbnail } from './VideoThumbnail.ts';

/** Every resolver of the context, by type; the kit's own types bring theirs. */
export const resolvers: Omit<Resolvers, 'Image' | 'Node' | 'UserError'> = {
  Query: { failedVideoWork, landingTemplates, video, videoLanding, videoModerationPolicy },
  Mutation: {
    attachLandingImage,
    createLandingImageUpload,
    createVideoLanding,
    deleteVideoLanding,
    publishVideoLanding,
    renameVideoLanding,
    revertVideoLanding,
    unpublishVideoLanding,
    updateVideoLandingDraft,
    chooseVideoThumbnail,
    createVideoUpload,
    deleteVideo,
    finishVideoUpload,
    recordPlayback,
    retryVideo,
    setVideoCaptions,
    setVideoProductTags,
    updateVideo,
  },
  Subscription: { videoProgress },
  CountdownSection,
  CtaSection,
  FailedVideoWork,
  GallerySection,
  HeroVideoSection,
  LandingDraft,
  LandingImage,
  LandingSection,
  LandingSeo,
  LandingTemplate,
  LandingVersion,
  Product,
  ProductGridSection,
  Shop,
  Video,
  VideoCaption,
  VideoLanding,
  VideoPlayback,
  VideoProductTag,
  VideoProgress,
  VideoThumbnail,
};
