/**
 * The format that suits the place where the program runs, for `-f auto`: workflow commands on GitHub, otherwise text.
 * GitLab and Azure read logs as they are; their reports are files, which only a name can ask for. Both of GitHub's
 * variables have to be there, for one alone is also set by hand to try things out.
 *
 * @param env the environment
 */
export function formatFor(env: Readonly<Record<string, string | undefined>>): 'github' | 'text' {
  const isGitHub = env['GITHUB_ACTIONS'] === 'true' && (env['GITHUB_WORKFLOW'] ?? '') !== '';
  return isGitHub ? 'github' : 'text';
}
