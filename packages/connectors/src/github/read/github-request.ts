/** Asks GitHub: a route such as `GET /repos/{owner}/{repo}`, and what stands in its braces. */
export type GitHubRequest = (route: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;
