/** SHA-256 of the registered operations the player runs; put in by the build from schema/operations. */
declare const vitrinaOperations: {
  readonly PlayerLiveStream: string;
  readonly PlayerVideo: string;
  readonly RecordPlayback: string;
};

/** A registered operation: its hash stands for its text. */
export interface Operation {
  readonly name: string;
  readonly hash: string;
}

/** Operations the player runs. */
export const operations = {
  playerLiveStream: { name: 'PlayerLiveStream', hash: vitrinaOperations.PlayerLiveStream },
  playerVideo: { name: 'PlayerVideo', hash: vitrinaOperations.PlayerVideo },
  recordPlayback: { name: 'RecordPlayback', hash: vitrinaOperations.RecordPlayback },
} as const satisfies Readonly<Record<string, Operation>>;
