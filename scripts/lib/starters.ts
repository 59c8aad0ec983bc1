import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Calls `gone` once when npm, or one of the shells and package managers between it and us, has ended. A person who ends
 * `npm start` from elsewhere ends npm alone: npm tells its shell, and nobody tells us.
 */
export function onStartersGone(gone: () => void): void {
  const starters = findStarters();
  const watch = setInterval(() => {
    if (starters.every(isAlive)) return;
    clearInterval(watch);
    gone();
  }, 500);
  watch.unref();
}

/** Our parents, up to the outermost one that is part of a package manager's run. */
function findStarters(): readonly number[] {
  const starters: number[] = [];
  for (let pid = process.ppid; pid > 1; ) {
    const { parent, command } = describe(pid);
    if (!/\bp?np[mx]\b|^\S*sh -c /.test(command)) break;
    starters.push(pid);
    pid = parent;
  }
  return starters;
}

/** Small images have no `ps`, and macOS has no `/proc`. */
function describe(pid: number): { readonly parent: number; readonly command: string } {
  try {
    if (process.platform === 'linux') {
      const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
    }
    const told = execFileSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
    const [, parent, command = ''] = /^\s*(\d+)\s+(.*)$/s.exec(told) ?? [];
    return { parent: Number(parent), command };
  } catch {
    return { parent: 1, command: '' }; // It has ended meanwhile.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
