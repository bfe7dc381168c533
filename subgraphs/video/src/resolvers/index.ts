import type { Resolvers } from '../generated/resolvers.ts';
import { FailedVideoWork } from './FailedVideoWork.ts';
import { LiveStream } from './LiveStream.ts';
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
import { createLiveStream } from './Mutation/createLiveStream.ts';
import { createVideoLanding } from './Mutation/createVideoLanding.ts';
import { createVideoUpload } from './Mutation/createVideoUpload.ts';
import { deleteVideo } from './Mutation/deleteVideo.ts';
import { deleteVideoLanding } from './Mutation/deleteVideoLanding.ts';
import { endLiveStream } from './Mutation/endLiveStream.ts';
import { finishVideoUpload } from './Mutation/finishVideoUpload.ts';
import { publishVideoLanding } from './Mutation/publishVideoLanding.ts';
import { recordPlayback } from './Mutation/recordPlayback.ts';
import { renameVideoLanding } from './Mutation/renameVideoLanding.ts';
import { retryVideo } from './Mutation/retryVideo.ts';
import { revertVideoLanding } from './Mutation/revertVideoLanding.ts';
import { rotateStreamKey } from './Mutation/rotateStreamKey.ts';
import { setVideoCaptions } from './Mutation/setVideoCaptions.ts';
import { setVideoProductTags } from './Mutation/setVideoProductTags.ts';
import { startLiveStream } from './Mutation/startLiveStream.ts';
import { unpublishVideoLanding } from './Mutation/unpublishVideoLanding.ts';
import { updateVideo } from './Mutation/updateVideo.ts';
import { updateVideoLandingDraft } from './Mutation/updateVideoLandingDraft.ts';
import { Product } from './Product.ts';
import { failedVideoWork } from './Query/failedVideoWork.ts';
import { landingTemplates } from './Query/landingTemplates.ts';
import { liveStream } from './Query/liveStream.ts';
import { liveStreams } from './Query/liveStreams.ts';
import { video } from './Query/video.ts';
import { videoCostModel } from './Query/videoCostModel.ts';
import { videoLanding } from './Query/videoLanding.ts';
import { videoModerationPolicy } from './Query/videoModerationPolicy.ts';
import { Shop } from './Shop.ts';
import { liveStreamStatus } from './Subscription/liveStreamStatus.ts';
import { videoProgress } from './Subscription/videoProgress.ts';
import { Video, VideoCaption, VideoPlayback, VideoProductTag, VideoProgress } from './Video.ts';
import { VideoCostModel, VideoPriceTier, VideoProviderCost } from './VideoCostModel.ts';
import { LandingDraft, LandingSeo, LandingTemplate, LandingVersion, VideoLanding } from './VideoLanding.ts';
import { VideoThumbnail } from './VideoThumbnail.ts';

/** Every resolver of the context, by type; the kit's own types bring theirs. */
export const resolvers: Omit<Resolvers, 'Image' | 'Node' | 'UserError'> = {
  Query: {
    videoCostModel,
    failedVideoWork,
    landingTemplates,
    liveStream,
    liveStreams,
    video,
    videoLanding,
    videoModerationPolicy,
  },
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
    createLiveStream,
    endLiveStream,
    rotateStreamKey,
    startLiveStream,
    createVideoUpload,
    deleteVideo,
    finishVideoUpload,
    recordPlayback,
    retryVideo,
    setVideoCaptions,
    setVideoProductTags,
    updateVideo,
  },
  Subscription: { liveStreamStatus, videoProgress },
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
  LiveStream,
  Product,
  ProductGridSection,
  Shop,
  Video,
  VideoCaption,
  VideoCostModel,
  VideoPriceTier,
  VideoProviderCost,
  VideoLanding,
  VideoPlayback,
  VideoProductTag,
  VideoProgress,
  VideoThumbnail,
};
