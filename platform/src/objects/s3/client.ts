import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/** Where an S3 store is and how it is entered. */
export interface S3Place {
  /** Address of a compatible store; Amazon's own when left out. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly forcePathStyle: boolean;
}

/** The SDK's configuration for a place. */
export const s3ClientConfig = (place: S3Place): S3ClientConfig => ({
  region: place.region,
  ...(place.endpoint !== undefined && { endpoint: place.endpoint }),
  forcePathStyle: place.forcePathStyle,
  credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
  // Three tries with growing pauses; a store that does not answer must not hold a request for minutes.
  maxAttempts: 3,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 60_000, socketTimeout: 60_000 },
  // Checksums that only some compatible stores know are sent where S3 insists on them, not everywhere.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
});

export const openS3Client = (place: S3Place): S3Client => new S3Client(s3ClientConfig(place));
