/** How a probe failed, by the kubelet's words. */
export type ProbeAnswer =
  | 'refused'
  | 'not-found'
  | 'wrong-scheme'
  | 'not-executable'
  | 'timeout'
  | 'unavailable'
  | 'other';

/** What the message of a failed probe says. */
export function probeAnswer(message: string): ProbeAnswer {
  if (/statuscode: (?:404|405)/.test(message)) return 'not-found';
  if (/HTTP response to HTTPS client|HTTP request to an HTTPS server|malformed HTTP|statuscode: 400/.test(message))
    return 'wrong-scheme';
  if (/connection refused|no route to host/.test(message)) return 'refused';
  if (/executable file not found|no such file or directory|OCI runtime exec failed|not found/i.test(message))
    return 'not-executable';
  if (/statuscode: 5\d\d/.test(message)) return 'unavailable';
  if (/deadline exceeded|timed? ?out/i.test(message)) return 'timeout';
  return 'other';
}
