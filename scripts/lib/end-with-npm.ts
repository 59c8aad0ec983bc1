// Loaded before a program that `npm run` starts (`node --import`): whoever ends npm alone, as scripts do, ends the program too.
import { onStartersGone } from './starters.ts';

onStartersGone(() => process.kill(process.pid, 'SIGTERM'));
