/** True for a path that can only lead into this site. */
export function isLocalPath(path: string): boolean {
  return path.length <= MAX_PATH_LENGTH && LOCAL_PATH.test(path);
}

const MAX_PATH_LENGTH = 512;
const LOCAL_PATH = /^\/(?![/\\])[\w\-./~%!$&'()*+,;=:@]*$/;
