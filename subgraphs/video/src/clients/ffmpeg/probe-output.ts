import { z } from 'zod';

const number = z.coerce.number().optional().catch(undefined);

const stream = z.object({
  index: z.number(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  codec_tag_string: z.string().optional(),
  width: number,
  height: number,
  pix_fmt: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  duration: number,
  nb_frames: number,
  color_transfer: z.string().optional(),
  channels: number,
  disposition: z.object({ default: number, attached_pic: number }).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  side_data_list: z.array(z.object({ rotation: number, dv_profile: number })).optional(),
});

/** What ffprobe says of a file, as far as it is used here. Everything in it was written by whoever made the file. */
export const probeOutput = z.object({
  streams: z.array(stream).default([]),
  format: z.object({ format_name: z.string().default(''), duration: number, size: number }).optional(),
});

export type ProbedStream = z.infer<typeof stream>;
export type ProbeOutput = z.infer<typeof probeOutput>;
