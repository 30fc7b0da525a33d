/** Whether a person runs this command, at a terminal and not in CI: only people get progress bars and questions. */
export function isInteractive(): boolean {
  return process.stdout.isTTY === true && process.stdin.isTTY === true && !process.env.CI
}
