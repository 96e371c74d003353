const patterns = [
  /^\.github\//i,
  /^\.gitlab-ci\.yml$|^\.gitlab\//i,
  /^\.(circleci|buildkite|husky|githooks|git)(\/|$)/i,
  /(^|\/)(CODEOWNERS|\.gitattributes|\.gitmodules|\.gitconfig|\.npmrc|\.yarnrc(\.yml)?|\.pre-commit-config\.yaml)$/i,
  /(^|\/)(dependabot\.ya?ml|renovate\.json5?|\.renovaterc(\.json5?)?|azure-pipelines\.yml|Jenkinsfile)$/i,
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|go\.sum|Cargo\.lock|poetry\.lock|uv\.lock|Gemfile\.lock|composer\.lock)$/i,
  /(^|\/)(Makefile|Dockerfile[^/]*|Containerfile|[^/]+\.(sh|bash|ps1|bat|cmd))$/i,
  /(^|\/)\.git(\/|$)/i,
  /(^|\/)(id_rsa|id_ed25519|[^/]*\.(pem|key|p12|pfx|kubeconfig))$/i,
  /(^|\/)\.env(\.|$)/i,
];

/**
 * Whether a file of a repository is never edited: what runs in CI or on checkout, who may approve, which dependencies come in,
 * what executes, what holds keys. `path` is relative, with forward slashes.
 */
export function isForbiddenPath(path: string): boolean {
  const normal = path
    .normalize('NFKC')
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '');
  return patterns.some((pattern) => pattern.test(normal));
}
