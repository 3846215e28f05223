/** What operating systems answer, in words that go on after a colon; by their codes. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission for it',
  EAI_AGAIN: 'names cannot be looked up',
  EBUSY: 'it is in use',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection broke off',
  EDQUOT: 'the quota is used up',
  EEXIST: 'it is there already',
  EFBIG: 'it would become too large',
  EINVAL: 'the system does not take it',
  EIO: 'the device has failed',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it is not there',
  ENOSPC: 'there is no space left',
  ENOTDIR: 'a part of its path is no folder',
  ENOTFOUND: 'nobody knows its name',
  ENOTEMPTY: 'the folder is not empty',
  ENXIO: 'nothing is at its other end',
  EPIPE: 'the connection broke off',
  EPERM: 'it is not permitted',
  EROFS: 'it can only be read there',
  ETIMEDOUT: 'no answer came',
  ETXTBSY: 'it is being run',
  EXDEV: 'it is on another device',
};

/** Why the operating system refused something: in words, or by its code; of what else was thrown the first line. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error) return REASONS[String(error.code)] ?? String(error.code);
  return error.message.split('\n', 1)[0] ?? '';
}
