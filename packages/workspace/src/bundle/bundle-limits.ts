const mebibyte = 1024 * 1024;

/** How much of a bundle is read; what is larger is refused with BUNDLE_UNREADABLE. */
export const bundleLimits = {
  manifestBytes: 8 * mebibyte,
  evidenceBytes: 256 * mebibyte,
  blobBytes: 64 * mebibyte,
  runbookBytes: mebibyte,
  runbooks: 2000,
  archiveBytes: 256 * mebibyte,
  /** After decompression, which is what a hostile archive would inflate. */
  unpackedBytes: 512 * mebibyte,
  archiveEntries: 50_000,
} as const;
