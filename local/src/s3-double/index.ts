export { type S3Double, type S3DoubleOptions, startS3Double } from './start.ts';
